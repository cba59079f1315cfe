import { ServiceKey } from "../shared/commands/services.js";
import type { LiveHub } from "./live-hub.js";

/** The hub's live stream as resolvers find it among the services. */
export const liveService = new ServiceKey<LiveHub>("live");
