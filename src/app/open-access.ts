import { accessService, hubSecret, SigningSecrets, TotpSecrets } from "../access/index.js";
import type { Services } from "../shared/commands/services.js";
import type { Sql } from "../shared/database/sql.js";
import { vaultService } from "../vault/index.js";

/** Gives the access room the hub's own keys, of which secrets of people and machines are made. */
export async function openAccess(services: Services, sql: Sql, at: Date): Promise<void> {
  const vault = services.use(vaultService);
  services.provide(accessService, {
    totp: new TotpSecrets(await hubSecret(vault, sql, "totp", at)),
    signing: new SigningSecrets(await hubSecret(vault, sql, "signing", at)),
  });
}
