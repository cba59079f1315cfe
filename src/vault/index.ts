export { destroyDataKeys } from "./data-key.queries.js";
export type { KeyProvider } from "./key-provider.js";
export { openVault } from "./open-vault.js";
export type { SealedStore } from "./sealed-store.js";
export { countSealed, hasPlainRow, type SealedTable } from "./store-count.queries.js";
export { Vault, vaultService, type Place, type Sealed, type Subject } from "./sealing-vault.js";
export { vaultJobs } from "./vault.job.js";
export { encryptionStores, VaultResolver } from "./vault.resolver.js";
