import type { Outcome } from "../../src/ledger/posting-model.rules.js";
import { itemsOf } from "./crash-stream.js";
import { standing } from "./reference-batching.js";
import { ReferenceLedger } from "./reference-ledger.js";
import type { ReferenceOutcome } from "./reference-ledger.js";
import { pageOf } from "./reference-pages.js";
import { learn } from "./reference-run.js";
import type { Subject } from "./reference-run.js";

/** What was said of a submission, without telling a first answer from a later one. */
export function answersOf(outcomes: readonly Outcome[]): string[] {
  return outcomes.map((o) => (o.status === "REFUSED" ? o.code : o.transactionId));
}

interface Resent {
  /** The answers to each submission now, and as they must be. */
  answers: string[][];
  expected: string[][];
  /** Submissions that were acknowledged, and of which something is posted only now. */
  lost: number[];
  /** Submissions that were acknowledged with another answer. */
  changed: number[];
  standing: ReturnType<typeof standing>;
  expectedStanding: ReturnType<typeof standing>;
}

/** Submissions that are sent again in one batch. */
const AT_ONCE = 10;

/** Sends a whole stream once more and compares with what was acknowledged of it before. */
export async function resend(
  { world, post, page }: Subject,
  count: number,
  acknowledged: ReadonlyMap<number, string[]>,
): Promise<Resent> {
  const reference = new ReferenceLedger(world.accounts, world.contracts);
  const [answers, expected]: [string[][], string[][]] = [[], []];
  const [lost, changed]: [number[], number[]] = [[], []];
  for (let first = 0; first < count; first += AT_ONCE) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, count - first) }, (_, k) => first + k);
    const parts = numbers.map((n) => itemsOf(world, n));
    const outcomes = await post(parts.flat(), world.startMs);
    for (const [index, items] of parts.entries()) {
      const own = outcomes.splice(0, items.length).flat();
      const references = reference.post(items, world.startMs).flat();
      learn(new Map(), items.flat(), own, references);
      const now = answersOf(own);
      answers.push(now);
      expected.push(references.map(nameOf));
      const said = acknowledged.get(first + index);
      if (said && own.some(({ status }) => status === "POSTED")) lost.push(first + index);
      if (said && said.join() !== now.join()) changed.push(first + index);
    }
  }
  const expectedStanding = standing(pageOf(world, reference.book));
  const stands = standing(await page());
  return { answers, expected, lost, changed, standing: stands, expectedStanding };
}

function nameOf(outcome: ReferenceOutcome): string {
  return outcome.status === "REFUSED" ? outcome.code : String(outcome.transaction.id);
}
