import { ServiceKey } from "../shared/commands/services.js";
import type { TotpSecrets } from "./totp-secrets.js";

/** What the room is composed with. */
export interface AccessService {
  /** The second factors of people. */
  readonly totp: TotpSecrets;
}

export const accessService = new ServiceKey<AccessService>("access");
