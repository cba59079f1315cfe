import { createHash } from "node:crypto";
import type { CommandContext } from "../shared/commands/command-context.js";
import type { Sql } from "../shared/database/sql.js";
import {
  countSealed,
  hasPlainRow,
  vaultService,
  type Place,
  type SealedStore,
  type Subject,
  type Vault,
} from "../vault/index.js";
import {
  clearPlainFile,
  insertParts,
  partsOf,
  partsUnder,
  plainReports,
  plainRun,
  plainRuns,
  replacePart,
  type PlainFile,
} from "./payment-file-part.queries.js";
import { joinFile, splitFile } from "./payment-file-parts.rules.js";
import { insertReport, type PayoutDebtor } from "./payout.queries.js";

/** A file, and whom its payments are to. */
export interface FileToSeal {
  /** `run:<id>` or `report:<sha256>`. */
  file: string;
  text: string;
  payouts: readonly { endToEndId: string; partnerId: string }[];
  /** What is kept beside it. */
  more?: { debtor: PayoutDebtor };
}

interface Frame {
  frame: string;
  debtor?: PayoutDebtor;
}

/** Keeps a file: each payment sealed with its partner's key, the rest with the hub's. */
export async function sealFile(
  vault: Vault,
  sql: Sql,
  { file, text, payouts, more }: FileToSeal,
): Promise<void> {
  const { frame, parts } = splitFile(text);
  const partners = new Map(payouts.map((each) => [each.endToEndId, each.partnerId]));
  const subjectOf = (endToEndId: string): Subject => {
    const partnerId = partners.get(endToEndId);
    return partnerId === undefined ? "hub" : `partner:${partnerId}`;
  };
  const whole: Frame = { frame, ...more };
  const all = [{ number: 0, endToEndId: "", text: JSON.stringify(whole) }, ...parts];
  const sealed = await vault.sealAll(
    sql,
    all.map((part) => ({
      subject: subjectOf(part.endToEndId),
      place: placeOf(file, part.number),
      plain: Buffer.from(part.text, "utf8"),
    })),
  );
  const rows = sealed.map((each, index) => {
    const { number = 0, endToEndId: name = "" } = all[index] ?? {};
    return { file, number, name, ...each };
  });
  await insertParts(sql, rows);
}

/** Keeps a bank's report as it came; the same again is kept once. */
export async function keepReport(
  ctx: CommandContext,
  sql: Sql,
  { messageId, text, payouts }: Pick<FileToSeal, "text" | "payouts"> & { messageId: string },
): Promise<void> {
  const sha256 = createHash("sha256").update(text, "utf8").digest();
  const noted = { sha256, messageId, actorId: ctx.actor.id, at: ctx.clock.now() };
  if (!(await insertReport(sql, noted))) return;
  const file = `report:${sha256.toString("hex")}`;
  await sealFile(ctx.services.use(vaultService), sql, { file, text, payouts });
}

/** A run's file, byte for byte; payments to those who were erased are marked so. */
export async function openRunFile(vault: Vault, sql: Sql, runId: string): Promise<string | null> {
  const file = `run:${runId}`;
  const parts = await partsOf(sql, file);
  const items = parts.map(({ number, sealed }) => ({ place: placeOf(file, number), sealed }));
  const [first, ...others] = await vault.open(sql, items);
  if (!first) return (await plainRun(sql, runId))?.text ?? null;
  const { frame } = JSON.parse(first.toString("utf8")) as Frame;
  return joinFile(frame, (number) => others[number - 1]?.toString("utf8") ?? null);
}

/** Who paid with a run, as the run was given it. */
export async function debtorOfRun(vault: Vault, sql: Sql, runId: string): Promise<PayoutDebtor> {
  const file = `run:${runId}`;
  const [part] = await partsOf(sql, file, 0);
  const items = part ? [{ place: placeOf(file, 0), sealed: part.sealed }] : [];
  const [frame] = await vault.openJson<Frame>(sql, items);
  const debtor = frame?.debtor ?? (await plainRun(sql, runId))?.debtor;
  if (!debtor) throw new Error(`Nobody is kept who paid with the run ${runId}`);
  return debtor;
}

function placeOf(file: string, number: number): Place {
  return { table: "sealed_part", column: "sealed", row: `${file} ${number}` };
}

const PARTS = { table: "sealed_part", plain: "false" };
const RUNS = { table: "payout_run", plain: "s.file is not null" };
const REPORTS = { table: "payout_report", plain: "s.content is not null" };

/** What banks were sent and answered, as the vault seals it. */
export const paymentFileStore: SealedStore = {
  name: "payment files",
  async count(sql) {
    const plain = Number(await hasPlainRow(sql, RUNS)) + Number(await hasPlainRow(sql, REPORTS));
    return { ...(await countSealed(sql, PARTS)), plain };
  },
  hasPlain: async (sql) => (await hasPlainRow(sql, RUNS)) || hasPlainRow(sql, REPORTS),
  async sealSome(sql, vault, limit) {
    const files = [...(await plainRuns(sql, limit)), ...(await plainReports(sql, limit))];
    for (const file of files) await sealPlain(sql, vault, file);
    return files.length;
  },
  async resealSome(sql, vault, keyIds, limit) {
    const parts = await partsUnder(sql, keyIds, limit);
    for (const part of parts) {
      const place = placeOf(part.file, part.number);
      const [plain] = await vault.open(sql, [{ place, sealed: part.sealed }]);
      if (!plain) continue;
      const again = await vault.seal(sql, part.subject as Subject, place, plain);
      await replacePart(sql, { ...part, ...again });
    }
    return parts.length;
  },
};

async function sealPlain(sql: Sql, vault: Vault, plain: PlainFile): Promise<void> {
  const { debtor, ...file } = plain;
  await sealFile(vault, sql, { ...file, ...(debtor ? { more: { debtor } } : {}) });
  await clearPlainFile(sql, plain.file);
}
