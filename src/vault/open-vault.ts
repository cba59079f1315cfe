import type { Clock } from "../shared/clock.js";
import { StartupError } from "../shared/config/startup-error.js";
import type { Sql } from "../shared/database/sql.js";
import type { Ids } from "../shared/ids.js";
import { wrappingKeys } from "./data-key.queries.js";
import type { KeyProvider } from "./key-provider.js";
import { openKeyRing, type KeySettings } from "./key-ring.js";
import { Vault } from "./sealing-vault.js";

export interface OpenVault {
  sql: Sql;
  ids: Ids;
  clock: Clock;
  settings: KeySettings;
  /** Takes the place of keys from the settings. */
  provider?: KeyProvider | undefined;
}

/** Opens the vault. @throws StartupError when its keys cannot be read, or one is missing */
export async function openVault(options: OpenVault): Promise<Vault> {
  const { sql, ids, clock, settings } = options;
  const provider = options.provider ?? (await openKeyRing(settings));
  const missing = (await wrappingKeys(sql)).filter(({ wrappedBy }) => !provider.knows(wrappedBy));
  if (missing.length === 0) return new Vault({ provider, ids, clock });
  const names = missing.map(({ wrappedBy }) => wrappedBy).join(", ");
  throw new StartupError(
    `The database's data keys are wrapped by a key that this hub does not have: ${names}.`,
    "Give it in TUTTI_KEYS or TUTTI_KEYS_FILE; without, a hub makes its own in its data folder.",
  );
}
