import { ServiceKey } from "../shared/commands/services.js";
import type { SigningSecrets } from "./signing-secrets.js";
import type { TotpSecrets } from "./totp-secrets.js";

/** What the room is composed with. */
export interface AccessService {
  /** The second factors of people. */
  readonly totp: TotpSecrets;
  /** The secrets by which API keys sign. */
  readonly signing: SigningSecrets;
}

export const accessService = new ServiceKey<AccessService>("access");
