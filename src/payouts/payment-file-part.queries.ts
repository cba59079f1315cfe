import type { Sql } from "../shared/database/sql.js";
import type { PayoutDebtor } from "./payout.queries.js";

/** A part of a file, sealed with the key of whom it is about. */
export interface SealedPart {
  file: string;
  number: number;
  /** The payment's end-to-end id; empty for the frame. */
  name: string;
  sealed: Buffer;
  keyId: string;
}

const COLUMNS = `file, number, name, sealed, key_id as "keyId"`;

export async function insertParts(sql: Sql, parts: readonly SealedPart[]): Promise<void> {
  await sql.rows(
    `insert into sealed_part (file, number, name, sealed, key_id)
     select * from unnest($1::text[], $2::integer[], $3::text[], $4::bytea[], $5::uuid[])
     on conflict (file, number) do nothing`,
    [
      parts.map((each) => each.file),
      parts.map((each) => each.number),
      parts.map((each) => each.name),
      parts.map((each) => each.sealed),
      parts.map((each) => each.keyId),
    ],
  );
}

/** The parts of a file in their order; only the frame where that is all that is wanted. */
export function partsOf(sql: Sql, file: string, upTo = 2_147_483_647): Promise<SealedPart[]> {
  return sql.rows(
    `select ${COLUMNS} from sealed_part where file = $1 and number <= $2 order by number`,
    [file, upTo],
  );
}

/** Parts that are sealed with one of these keys, locked until the transaction ends. */
export function partsUnder(
  sql: Sql,
  keyIds: readonly string[],
  limit: number,
): Promise<(SealedPart & { subject: string })[]> {
  return sql.rows(
    `select p.file, p.number, p.name, p.sealed, p.key_id as "keyId", k.subject
     from sealed_part p join data_key k on k.id = p.key_id
     where p.key_id = any($1::uuid[]) order by p.file, p.number limit $2 for update of p`,
    [keyIds, limit],
  );
}

export async function replacePart(sql: Sql, part: SealedPart): Promise<void> {
  await sql.rows(
    "update sealed_part set sealed = $3, key_id = $4 where file = $1 and number = $2",
    [part.file, part.number, part.sealed, part.keyId],
  );
}

/** A file that was written before there were keys. */
export interface PlainFile {
  /** As parts name it. */
  file: string;
  text: string;
  debtor: PayoutDebtor | null;
  payouts: { endToEndId: string; partnerId: string }[];
}

const PAYOUTS = `(select coalesce(json_agg(json_build_object('endToEndId', p.end_to_end_id,
  'partnerId', p.partner_id)), '[]') from payout p where p.run_id = r.id) as payouts`;

/** Files of runs, or one of them, that are not sealed, locked until the transaction ends. */
export function plainRuns(sql: Sql, limit: number): Promise<PlainFile[]> {
  return sql.rows(
    `select 'run:' || r.id as file, r.file as text, r.debtor, ${PAYOUTS} from payout_run r
     where r.file is not null order by r.id limit $1 for update of r skip locked`,
    [limit],
  );
}

/** The file of a run that is not sealed. */
export async function plainRun(sql: Sql, runId: string): Promise<PlainFile | null> {
  const [row] = await sql.rows<PlainFile>(
    `select 'run:' || r.id as file, r.file as text, r.debtor, ${PAYOUTS} from payout_run r
     where r.id = $1 and r.file is not null`,
    [runId],
  );
  return row ?? null;
}

export function plainReports(sql: Sql, limit: number): Promise<PlainFile[]> {
  return sql.rows(
    `select 'report:' || encode(t.sha256, 'hex') as file, t.content as text, null as debtor,
       ${PAYOUTS}
     from payout_report t join payout_run r on r.message_id = t.message_id
     where t.content is not null order by t.sha256 limit $1 for update of t skip locked`,
    [limit],
  );
}

/** Takes away what was written before, now that it is sealed. */
export async function clearPlainFile(sql: Sql, file: string): Promise<void> {
  const [kind, id = ""] = file.split(":");
  const statement =
    kind === "run"
      ? "update payout_run set file = null, debtor = null where id = $1::text::uuid"
      : "update payout_report set content = null where sha256 = decode($1, 'hex')";
  await sql.rows(statement, [id]);
}
