import pg from "pg";
import { HUB_ROLE } from "./session-role.queries.js";

/** How long a connection attempt may take: a start with a wrong address fails within seconds. */
export const CONNECT_LIMIT_MS = 5_000;

const { INT8, DATE, TIMESTAMP, INTERVAL } = pg.types.builtins;

/** Type parsers of our connections: int8, which is money and versions, is a bigint. */
export const bigintTypes: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === INT8 && format !== "binary" ? BigInt : pg.types.getTypeParser(oid, format),
};

/** What MikroORM reads as text and parses by itself. */
const TEXT_FOR_ENTITIES: readonly number[] = [DATE, TIMESTAMP, INTERVAL];

/**
 * Type parsers of the connections that entities use: what the hub's own SQL reads in a command's
 * transaction has the types that it has on the pool; MikroORM by default makes moments text there.
 */
export const entityTypes: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    TEXT_FOR_ENTITIES.includes(oid) ? String : bigintTypes.getTypeParser(oid, format),
};

/**
 * The address with the startup option that makes every session of it work as the hub, beside
 * whatever options it has: the login's own rights are for migrations alone. Options given to pg
 * next to an address are lost to the address's.
 */
export function asHub(url: string): string {
  const address = new URL(url);
  const options = [address.searchParams.get("options"), `-c role=${HUB_ROLE}`];
  address.searchParams.set("options", options.filter(Boolean).join(" "));
  return address.href;
}
