import { createHmac, randomBytes } from "node:crypto";
import type { Clock } from "../shared/clock.js";
import { ServiceKey } from "../shared/commands/services.js";
import type { Sql } from "../shared/database/sql.js";
import type { Ids } from "../shared/ids.js";
import { activeDataKey, dataKeysById, insertDataKey, type DataKeyRow } from "./data-key.queries.js";
import { keyOfEnvelope, openEnvelope, sealEnvelope, type NamedKey } from "./seal-envelope.js";
import type { KeyProvider } from "./key-provider.js";

/** Whose key seals: destroyed with it, all that is about the subject is unreadable. */
export type Subject = "hub" | `partner:${string}` | `person:${string}`;

/** Where something sealed stands; elsewhere it does not open. */
export interface Place {
  table: string;
  column: string;
  row: string;
}

/** Something sealed, and the key that it takes. */
export interface Sealed {
  sealed: Buffer;
  keyId: string;
}

/** Something sealed where it stands. */
export interface SealedAt {
  place: Place;
  sealed: Buffer;
}

export interface VaultOptions {
  provider: KeyProvider;
  ids: Ids;
  clock: Clock;
}

/** The vault as use cases find it among the services. */
export const vaultService = new ServiceKey<Vault>("vault");

const KEY_BYTES = 32;
const MAX_CACHED = 5_000;
/** Whose key makes blind indexes: it is never exchanged, or nothing would be found any more. */
const INDEX_SUBJECT = "index";

/** Seals what is personal or secret, in envelopes under the key of whom it is about. */
export class Vault {
  readonly provider: KeyProvider;
  /** Unwrapped keys by id, believed for as long as the wrapped key beside them is the kept one. */
  readonly #unwrapped = new Map<string, { wrapped: Buffer; key: Buffer }>();

  constructor(private readonly options: VaultOptions) {
    this.provider = options.provider;
  }

  /**
   * Seals bytes for a place. Commit them in the same transaction: until then their key cannot be
   * taken out of use.
   */
  async seal(sql: Sql, subject: Subject, place: Place, plain: Uint8Array): Promise<Sealed> {
    const key = await this.#active(sql, subject);
    return { sealed: sealEnvelope(key, textOf(place), plain), keyId: key.id };
  }

  /** Seals many, each with the key of its subject. */
  async sealAll(
    sql: Sql,
    items: readonly { subject: Subject; place: Place; plain: Uint8Array }[],
  ): Promise<Sealed[]> {
    const keys = new Map<Subject, NamedKey>();
    const all: Sealed[] = [];
    for (const { subject, place, plain } of items) {
      const key = keys.get(subject) ?? (await this.#active(sql, subject));
      keys.set(subject, key);
      all.push({ sealed: sealEnvelope(key, textOf(place), plain), keyId: key.id });
    }
    return all;
  }

  /** Seals a value as JSON. */
  sealJson(sql: Sql, subject: Subject, place: Place, value: object): Promise<Sealed> {
    return this.seal(sql, subject, place, Buffer.from(JSON.stringify(value), "utf8"));
  }

  /**
   * What was sealed, in order; null where the key was destroyed.
   * @throws Error for what was changed or stands where it was not put
   */
  async open(sql: Sql, items: readonly SealedAt[]): Promise<(Buffer | null)[]> {
    if (items.length === 0) return [];
    const ids = items.map(({ sealed }) => keyOfEnvelope(sealed));
    const rows = await dataKeysById(sql, [...new Set(ids)]);
    const keys = new Map<string, Buffer | null>();
    for (const row of rows) keys.set(row.id, await this.#unwrap(row));
    return items.map(({ place, sealed }, index) => {
      const key = keys.get(ids[index] ?? "");
      if (key === undefined) throw new Error(`The data key ${ids[index]} is not there`);
      return key && openEnvelope(key, textOf(place), sealed);
    });
  }

  /** What was sealed as JSON; null where the key was destroyed. */
  async openJson<T>(sql: Sql, items: readonly SealedAt[]): Promise<(T | null)[]> {
    const opened = await this.open(sql, items);
    return opened.map((bytes) => bytes && (JSON.parse(bytes.toString("utf8")) as T));
  }

  /** A keyed hash of a value, by which it is found without being read (a blind index). */
  async index(sql: Sql, of: string, value: string): Promise<Buffer> {
    const { key } = await this.#active(sql, INDEX_SUBJECT);
    return createHmac("sha256", key).update(`${of}\0${value}`).digest();
  }

  /** A data key as the newest key wraps it. */
  async rewrapped(row: DataKeyRow & { wrapped: Buffer }): Promise<DataKeyRow> {
    const context = contextOf(row);
    const key = await this.provider.unwrap(row.wrappedBy, row.wrapped, context);
    const wrapped = await this.provider.wrap(key, context);
    return { ...row, wrappedBy: this.provider.currentId, wrapped };
  }

  async #active(sql: Sql, subject: string): Promise<NamedKey> {
    const row = (await activeDataKey(sql, subject)) ?? (await this.#made(sql, subject));
    const key = await this.#unwrap(row);
    if (!key) throw new Error(`The active key of ${subject} was destroyed`);
    return { id: row.id, key };
  }

  /** Of several that make one at once, one wins and all read that one. */
  async #made(sql: Sql, subject: string): Promise<DataKeyRow> {
    const { ids, clock } = this.options;
    const id = ids.next();
    const context = contextOf({ id, subject });
    const wrapped = await this.provider.wrap(randomBytes(KEY_BYTES), context);
    const row = { id, subject, wrappedBy: this.provider.currentId, wrapped };
    await insertDataKey(sql, row, clock.now());
    const active = await activeDataKey(sql, subject);
    if (!active) throw new Error(`A key for ${subject} could not be kept`);
    return active;
  }

  async #unwrap(row: DataKeyRow): Promise<Buffer | null> {
    const { id, wrapped, wrappedBy } = row;
    if (!wrapped) {
      this.#unwrapped.delete(id);
      return null;
    }
    const known = this.#unwrapped.get(id);
    if (known?.wrapped.equals(wrapped)) return known.key;
    const key = await this.provider.unwrap(wrappedBy, wrapped, contextOf(row));
    if (this.#unwrapped.size >= MAX_CACHED) this.#unwrapped.clear();
    this.#unwrapped.set(id, { wrapped, key });
    return key;
  }
}

function contextOf({ id, subject }: Pick<DataKeyRow, "id" | "subject">): string {
  return `tutti data_key ${id} ${subject}`;
}

function textOf({ table, column, row }: Place): string {
  return `tutti ${table}.${column} ${row}`;
}
