import { ApiKey } from "../access/index.js";
import { Partner } from "../partners/index.js";
import { Contract, ContractVersion } from "../settlements/index.js";
import { WebhookEndpoint } from "../webhooks/index.js";
import type { DatabaseOptions } from "../shared/database/database.js";

/** The entities of all rooms. */
export const entities: DatabaseOptions["entities"] = [
  Partner,
  Contract,
  ContractVersion,
  ApiKey,
  WebhookEndpoint,
];
