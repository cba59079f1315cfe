import type { DatabaseOptions } from "../shared/database/database.js";

/** The entities of all rooms. */
export const entities: DatabaseOptions["entities"] = [];
