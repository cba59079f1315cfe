import type { Sql } from "../shared/database/sql.js";
import type { Vault } from "./sealing-vault.js";

/** How the rows of a store stand. */
export interface StoreCount {
  /** Sealed with a key that is in use. */
  sealed: number;
  /** Sealed with a key that was taken out of use, to be sealed again. */
  stale: number;
  /** Written before there were keys, to be sealed. */
  plain: number;
}

/** Rows of a room that are sealed; the room knows which, and how they are changed. */
export interface SealedStore {
  /** As people read it, and as jobs are about it. */
  readonly name: string;
  count(sql: Sql): Promise<StoreCount>;
  /** Whether there is a row to be sealed. It is asked every few seconds. */
  hasPlain(sql: Sql): Promise<boolean>;
  /** Seals some rows that were not. @returns how many there were */
  sealSome(sql: Sql, vault: Vault, limit: number): Promise<number>;
  /**
   * Seals some rows again that are sealed with one of these keys, unless somebody changed them
   * meanwhile. @returns how many there were
   */
  resealSome(sql: Sql, vault: Vault, keyIds: readonly string[], limit: number): Promise<number>;
}
