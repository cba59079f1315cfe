import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";

/** The tables that a batch appends to, with the column that tells the rows of one run. */
const TABLES = [
  ["transaction", "id"],
  ["transfer", "id"],
  ["entry", "transfer_id"],
  ["transaction_identity", "transaction_id"],
] as const;

/**
 * The limit beside us: the very rows that a run appended, loaded by COPY alone, in one transaction,
 * into the same tables with the same indexes. Reading them out is not timed.
 */
export async function copyRows(from: string, to: string, since: string): Promise<number> {
  const source = await connect(from);
  const target = await connect(to);
  try {
    const tables: Buffer[][] = [];
    for (const [table, column] of TABLES) tables.push(await readOut(source, table, column, since));
    await target.query("checkpoint").catch(() => undefined);
    const start = performance.now();
    await target.query("begin");
    for (const [index, [table]] of TABLES.entries()) {
      const copy = target.query(copyFrom(`copy ${table} from stdin`));
      await pipeline(Readable.from(tables[index] ?? []), copy);
    }
    await target.query("commit");
    return (performance.now() - start) / 1_000;
  } finally {
    await Promise.all([source.end(), target.end()]);
  }
}

async function connect(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return client;
}

async function readOut(on: pg.Client, table: string, column: string, since: string) {
  const rows = `select * from ${table} where ${column} > '${since}'`;
  const chunks: Buffer[] = [];
  for await (const chunk of on.query(copyTo(`copy (${rows}) to stdout`))) {
    chunks.push(chunk as Buffer);
  }
  return chunks;
}

/** The newest id that a ledger has given, or the smallest of all. */
export async function newestId(url: string): Promise<string> {
  const client = await connect(url);
  const { rows } = await client.query<{ id: string }>(
    "select id from transfer order by id desc limit 1",
  );
  await client.end();
  return rows[0]?.id ?? "00000000-0000-0000-0000-000000000000";
}
