import { OutOfRange, TooManyInputs } from "./ledger.errors.js";
import { positionKey } from "./accrual-model.rules.js";
import type {
  AccrualPeriod,
  AccrualPlace,
  ChainState,
  InputTotal,
  InputTotals,
  PositionState,
  ReleaseRecord,
} from "./accrual-model.rules.js";

/** A position counts at most so many inputs: transaction types by direction and currency. */
export const MAX_POSITION_INPUTS = 500;

/** A total in Postgres' jsonb is a text; past so much it could only be a mistake. */
const MAX_TOTAL = 2n ** 126n;

/** Why a position is settled: the transaction that moved it last. */
export interface Cause {
  period: AccrualPeriod;
  transactionId: string;
  occurredAt: number;
}

/** A position in the making: its totals grow in place. */
interface Draft extends PositionState {
  readonly segments: Map<number, Map<string, InputTotal>>;
  releases: readonly ReleaseRecord[];
  inputs: number;
}

interface Known {
  positions: ReadonlyMap<string, PositionState>;
  chains: ReadonlyMap<string, ChainState>;
}

/** The positions of a batch in the making; what it hands to `undo` takes back what it did. */
export class PositionWork {
  readonly settled = new Map<string, PositionState>();
  readonly chains = new Map<string, ChainState>();
  private readonly drafts = new Map<string, Draft>();
  /** The same by period: most often asked for, and without a name to be put together. */
  private readonly byPeriod = new Map<AccrualPeriod, Draft>();
  private readonly moved = new Map<Draft, Cause>();

  constructor(
    private readonly known: Known,
    private readonly undo: (undo: () => void) => void,
  ) {}

  /** Adds to the totals of a segment. @throws TooManyInputs, OutOfRange */
  add({ period, segment }: AccrualPlace, additions: InputTotals): void {
    const draft = this.draft(period);
    let totals = draft.segments.get(segment);
    if (!totals) draft.segments.set(segment, (totals = new Map()));
    for (const [name, { amountMinor, count }] of additions) {
      const total = totals.get(name);
      if (!total) this.begin(draft, totals, [name, { amountMinor, count }]);
      else {
        total.amountMinor += amountMinor;
        total.count += count;
        this.undo(() => {
          total.amountMinor -= amountMinor;
          total.count -= count;
        });
        if (total.amountMinor > MAX_TOTAL || total.amountMinor < -MAX_TOTAL) {
          throw new OutOfRange(period.payable);
        }
      }
    }
  }

  private begin(
    draft: Draft,
    totals: Map<string, InputTotal>,
    [name, total]: [string, InputTotal],
  ) {
    totals.set(name, total);
    draft.inputs += 1;
    this.undo(() => {
      totals.delete(name);
      draft.inputs -= 1;
    });
    if (draft.inputs > MAX_POSITION_INPUTS) throw new TooManyInputs(MAX_POSITION_INPUTS);
  }

  /** Has a period take in what an earlier one held back and what is not yet released of it. */
  release(period: AccrualPeriod, clause: string, held: AccrualPeriod): void {
    const position = this.position(held);
    const heldMinor = position ? held.heldBack(position, clause) : 0n;
    const { contractId } = period;
    const releases = this.periodsOf(contractId).flatMap(
      (start) => this.at(contractId, start)?.releases ?? [],
    );
    const before = releases
      .filter((each) => each.clause === clause && each.heldIn === held.periodStart)
      .reduce((sum, { effectMinor }) => sum + effectMinor, 0n);
    const effectMinor = -heldMinor - before;
    if (effectMinor === 0n) return;
    const draft = this.draft(period);
    const own = draft.releases;
    draft.releases = [...own, { clause, heldIn: held.periodStart, effectMinor }];
    this.undo(() => (draft.releases = own));
    this.extend(contractId, period.periodStart);
  }

  /** Notes that a position is to be settled because of a transaction. */
  note(cause: Cause): void {
    this.set(this.moved, this.draft(cause.period), cause);
  }

  /** Which positions moved since this was last asked. */
  takeMoved(): Cause[] {
    const moved = [...this.moved.values()];
    this.moved.clear();
    return moved;
  }

  /** A position as the batch has made it so far. */
  position({ contractId, periodStart }: Pick<AccrualPeriod, "contractId" | "periodStart">) {
    return this.at(contractId, periodStart);
  }

  private at(contractId: string, periodStart: number): PositionState | undefined {
    const key = positionKey(contractId, periodStart);
    const draft = this.drafts.get(key);
    const settled = this.settled.get(key);
    if (!draft) return settled ?? this.known.positions.get(key);
    const { segments, releases } = draft;
    return settled ? { ...settled, segments, releases } : draft;
  }

  /** Starts of a contract's periods that have a position, ascending; of contracts with a chain. */
  periodsOf(contractId: string): readonly number[] {
    return this.chainOf(contractId).periods;
  }

  private chainOf(contractId: string): ChainState {
    return this.chains.get(contractId) ?? this.known.chains.get(contractId) ?? NO_CHAIN;
  }

  /** Notes that a position of a contract with a chain is written, which may be its first time. */
  extend(contractId: string, periodStart: number): void {
    const { periods, ...chain } = this.chainOf(contractId);
    const known = periods.includes(periodStart);
    const all = known ? periods : [...periods, periodStart].toSorted((a, b) => a - b);
    this.set(this.chains, contractId, { ...chain, periods: all });
  }

  /** The chains that were extended, each further by as many positions as the batch wrote. */
  extended(): Map<string, ChainState> {
    const written = Map.groupBy(this.settled.values(), ({ contractId }) => contractId);
    const chains = [...this.chains].map(([contractId, chain]) => {
      const version = chain.version + (written.get(contractId)?.length ?? 0);
      return [contractId, { ...chain, version }] as const;
    });
    return new Map(chains);
  }

  /** Puts down what a position has come to. */
  settle(next: PositionState): void {
    const key = positionKey(next.contractId, next.periodStart);
    const version = (this.known.positions.get(key)?.version ?? 0) + 1;
    this.set(this.settled, key, { ...next, version });
  }

  private draft(period: AccrualPeriod): Draft {
    const known = this.byPeriod.get(period);
    if (known) return known;
    const made = this.newDraft(period);
    this.byPeriod.set(period, made);
    return made;
  }

  private newDraft({ contractId, periodStart }: AccrualPeriod): Draft {
    const key = positionKey(contractId, periodStart);
    const drafted = this.drafts.get(key);
    if (drafted) return drafted;
    const known = this.known.positions.get(key) ?? newPosition(contractId, periodStart);
    const segments = new Map([...known.segments].map(([n, totals]) => [n, copyOf(totals)]));
    const inputs = [...segments.values()].reduce((sum, { size }) => sum + size, 0);
    const draft = { ...known, segments, inputs };
    this.drafts.set(key, draft);
    return draft;
  }

  private set<K, V>(map: Map<K, V>, key: K, value: V): void {
    const before = map.get(key);
    map.set(key, value);
    this.undo(() => {
      if (before === undefined) map.delete(key);
      else map.set(key, before);
    });
  }
}

const NO_CHAIN: ChainState = { version: 0, stored: 0, periods: [] };

function newPosition(contractId: string, periodStart: number): PositionState {
  return {
    contractId,
    periodStart,
    version: 0,
    isNew: true,
    segments: new Map(),
    accrued: new Map(),
    accruedMinor: 0n,
    recoupable: new Map(),
    releases: [],
    conditions: null,
  };
}

function copyOf(totals: InputTotals): Map<string, InputTotal> {
  const copy = new Map<string, InputTotal>();
  for (const [name, { amountMinor, count }] of totals) copy.set(name, { amountMinor, count });
  return copy;
}
