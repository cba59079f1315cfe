import type { Outcome, PositionState, PostingItem } from "../../src/ledger/index.js";
import { settleItem } from "../../src/ledger/index.js";
import { postingItem } from "../../src/ledger/posting-item.rules.js";
import type { PublishedRate } from "../../src/settlements/published-rates.rules.js";
import { startOfDay } from "../../src/shared/calendar.rules.js";
import { CURRENCIES } from "../unit/settlements/arbitrary-terms.js";
import { cut } from "./reference-batching.js";
import { AccrualModel, dateOf } from "./accrual-model.js";
import { MONTHS, STORY_DAYS, type AccrualStory, type StoryEvent } from "./accrual-story.js";

/** A ledger with one contract, to which a story happens. */
export interface StoryLedger {
  partnerId: string;
  contractId: string;
  /** Accounts of customers and of cash, by currency: what transactions move between. */
  accounts: Record<string, { debit: string; credit: string }>;
  post(items: readonly PostingItem[]): Promise<Outcome[]>;
  setClosed(month: number, closed: boolean): Promise<void>;
  publish(rates: readonly PublishedRate[]): Promise<void>;
  positions(): Promise<PositionState[]>;
  /** Credits less debits of the contract's payable account. */
  payableMinor(): Promise<bigint>;
}

const ZONE = "Asia/Seoul";
/** The days of a month on which rates are published, each by one rate at most. */
const RATE_DAYS = 27;

/** The first moment of a month of the story, in milliseconds. */
export function startOf(month: number): number {
  return startOfDay(MONTHS[month] ?? "", ZONE).getTime();
}

/** How a contract stands beside what the model expects of it, after each batch. */
export interface Standing {
  actual: Record<string, unknown>;
  expected: Record<string, unknown>;
}

/** Has a story happen to a ledger and to the model, and compares them after each batch. */
export async function tellStory(ledger: StoryLedger, story: AccrualStory): Promise<Standing[]> {
  const teller = new Teller(ledger, story);
  await ledger.publish(ratesAtFirst(story));
  const standings: Standing[] = [];
  for (const batch of cut(story.events, story.batchSizes)) {
    await teller.take(batch);
    standings.push(await teller.standing());
  }
  return standings;
}

function ratesAtFirst(story: AccrualStory): PublishedRate[] {
  const quote = story.versions[0]?.currency ?? "";
  const others = CURRENCIES.filter((currency) => currency !== quote);
  const days = Array.from({ length: STORY_DAYS }, (_, day) => day);
  return others.flatMap((currency) => [
    ...days.map((day) => {
      const rate = story.dayRates[day % story.dayRates.length] ?? "1";
      return { source: "daily", currency, quote, day: dateOf(day), rate };
    }),
    { source: "bank", currency, quote, day: "2025-12-31", rate: story.dayRates[0] ?? "1" },
  ]);
}

class Teller {
  private readonly model: AccrualModel;
  private readonly ids: string[] = [];
  private readonly held = new Set<number>();
  private told = 0;
  private published = 0;

  constructor(
    private readonly ledger: StoryLedger,
    private readonly story: AccrualStory,
  ) {
    this.model = new AccrualModel(story);
  }

  /** What is posted goes in one batch; what the boundary does comes after it. */
  async take(batch: readonly StoryEvent[]): Promise<void> {
    const posted = batch.flatMap((event) => this.postable(event) ?? []);
    if (posted.length > 0) {
      const outcomes = await this.ledger.post(posted.map(({ item }) => item));
      posted.forEach(({ note }, index) => note(outcomes[index]));
    }
    for (const event of batch) await this.move(event);
  }

  private postable(event: StoryEvent) {
    switch (event.is) {
      case "RECORD":
        return { item: this.recorded(event), note: (o?: Outcome) => this.noteRecord(event, o) };
      case "UNDO":
        return this.undone(event);
      case "SETTLE":
        return {
          item: this.settled(event.month),
          note: (o?: Outcome) => this.noteSettle(event, o),
        };
      case "RELEASE":
        return this.released(event);
      default:
        return null;
    }
  }

  private common(day: number) {
    const at = new Date(startOfDay(dateOf(day), ZONE).getTime() + 3_600_000);
    const { partnerId } = this.ledger;
    return { partnerId, externalId: `t${(this.told += 1)}`, occurredAt: at, accrues: true };
  }

  private recorded(event: Extract<StoryEvent, { is: "RECORD" }>): PostingItem {
    const { type, direction, currency, amountMinor, day } = event;
    const { debit = "", credit = "" } = this.ledger.accounts[currency] ?? {};
    const leg = { debit, credit, amountMinor, currency, code: "BET" };
    const operation = { kind: "TRANSFER", legs: [leg] } as const;
    return postingItem({ ...this.common(day), type, direction, currency, amountMinor, operation });
  }

  private noteRecord(event: Extract<StoryEvent, { is: "RECORD" }>, outcome?: Outcome): void {
    if (outcome?.status !== "POSTED") throw new Error(JSON.stringify(outcome));
    this.model.record(event);
    this.ids.push(outcome.transactionId);
  }

  private undone({ which, percent, day }: Extract<StoryEvent, { is: "UNDO" }>) {
    // Of those that earlier batches have posted: their ids are known.
    const known = this.model.known[which % (this.model.known.length || 1)];
    if (!known) return null;
    const originalId = this.ids[this.model.known.indexOf(known)] ?? "";
    const asked = (known.event.amountMinor * percent) / 100n;
    if (asked === 0n) return null;
    const { currency } = known.event;
    const what = { type: "reversal", direction: "NONE", currency, amountMinor: asked } as const;
    const operation = { kind: "REVERSAL", originalId } as const;
    const item = postingItem({ ...this.common(day), ...what, operation });
    const note = (outcome?: Outcome): void => {
      const left = known.event.amountMinor - known.undoneMinor;
      const fits = asked <= left && left > 0n;
      if (fits !== (outcome?.status === "POSTED")) throw new Error(JSON.stringify(outcome));
      if (fits) this.model.undo(known, asked);
    };
    return { item, note };
  }

  private settled(month: number, releases: { clause: string; heldIn: number }[] = []): PostingItem {
    const { partnerId, contractId } = this.ledger;
    const currency = this.story.versions[0]?.currency ?? "";
    const why = `why${(this.told += 1)}`;
    const periodStart = startOf(month);
    const at = new Date(periodStart);
    return settleItem({ partnerId, contractId, currency, periodStart, why, at, releases });
  }

  private noteSettle({ month }: { month: number }, outcome?: Outcome): void {
    if (outcome?.status !== "POSTED") throw new Error(JSON.stringify(outcome));
    this.held.add(month);
  }

  private released({ clause, month }: Extract<StoryEvent, { is: "RELEASE" }>) {
    const reserves = this.story.versions[0]?.clauses.filter(({ kind }) => {
      return kind === "ROLLING_RESERVE";
    });
    const chosen = reserves?.[clause % (reserves.length || 1)];
    const { open } = this.model.boundary;
    if (!chosen || open <= month) return null;
    const item = this.settled(open, [{ clause: chosen.id, heldIn: startOf(month) }]);
    return { item, note: (outcome?: Outcome) => this.noteSettle({ month: open }, outcome) };
  }

  private async move(event: StoryEvent): Promise<void> {
    const { closed, open } = this.model.boundary;
    if (event.is === "CLOSE" && open >= 0) {
      this.model.close(open);
      await this.ledger.setClosed(open, true);
    }
    const again = event.is === "REOPEN" ? closed[event.which % (closed.length || 1)] : undefined;
    if (again !== undefined) {
      this.model.reopen(again);
      await this.ledger.setClosed(again, false);
    }
    if (event.is === "PUBLISH") await this.publish(event);
  }

  private async publish({ month, rate, currency }: Extract<StoryEvent, { is: "PUBLISH" }>) {
    const quote = this.story.versions[0]?.currency ?? "";
    if (currency === quote || this.published >= RATE_DAYS) return;
    // The day before a month's last but one: a rate for what is not over yet, and never said again.
    const day = dateOf(month * 30 + (this.published += 1) - 1);
    await this.ledger.publish([{ source: "bank", currency, quote, day, rate }]);
  }

  /** Both sides' figures, by month. */
  async standing(): Promise<Standing> {
    const states = await this.ledger.positions();
    const byMonth = new Map(
      states.map((state) => [
        MONTHS.findIndex((_, month) => startOf(month) === state.periodStart),
        state,
      ]),
    );
    const expected = this.model.expected(byMonth);
    const sum = [...expected.values()].reduce(
      (total, { payableMinor }) => total + payableMinor,
      0n,
    );
    const months = MONTHS.map((_, month) => month);
    const mustBe = months.filter((month) => this.model.hasCounted(month) || this.held.has(month));
    return {
      actual: {
        months: [...byMonth.keys()].toSorted((a, b) => a - b),
        payables: Object.fromEntries(
          [...byMonth].map(([m, { accruedMinor }]) => [m, accruedMinor]),
        ),
        effects: Object.fromEntries([...byMonth].map(([m, state]) => [m, effectsOf(state)])),
        recoupable: Object.fromEntries([...byMonth].map(([m, { recoupable }]) => [m, recoupable])),
        balance: await this.ledger.payableMinor(),
      },
      expected: {
        months: mustBe,
        payables: Object.fromEntries([...expected].map(([m, e]) => [m, e.payableMinor])),
        effects: Object.fromEntries([...expected].map(([m, e]) => [m, e.payableMinor])),
        recoupable: Object.fromEntries([...expected].map(([m, e]) => [m, e.recoupable])),
        balance: sum,
      },
    };
  }
}

function effectsOf({ accrued }: PositionState): bigint {
  return [...accrued.values()].reduce((sum, { effectMinor }) => sum + effectMinor, 0n);
}
