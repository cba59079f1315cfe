import type { Outcome, PostingGroup } from "../../src/ledger/posting-model.rules.js";
import type { PostingEngine } from "../../src/ledger/posting-engine.js";
import type { World } from "./reference-pages.js";
import { itemOf } from "./reference-run.js";
import type { Step } from "./reference-step.js";

/** One call of one hub, with its place in the order of all that was sent and answered. */
export interface Call {
  group: PostingGroup;
  sent: number;
  answered: number;
  outcomes: readonly Outcome[];
}

/**
 * What the customers of several hubs do at once: each takes the next group and sends it, to one hub
 * or to all of them, as soon as the one before it is answered.
 */
export class Traffic {
  readonly calls: Call[] = [];
  private readonly ids = new Map<string, string>();
  private moments = 0;

  constructor(
    private readonly hubs: readonly PostingEngine[],
    private readonly world: World,
  ) {}

  async send(groups: readonly Step[][], atOnce: number): Promise<void> {
    let next = 0;
    const customer = async (): Promise<void> => {
      while (next < groups.length) {
        const n = next++;
        const steps = groups[n] ?? [];
        const group = steps.map((step) => itemOf(this.world, this.ids, step));
        const { length } = this.hubs;
        const hubs = this.hubs.filter((_, index) => n % 3 === 0 || index === n % length);
        await Promise.all(hubs.map((hub) => this.call(hub, group, n)));
      }
    };
    await Promise.all(Array.from({ length: atOnce }, customer));
  }

  private async call(hub: PostingEngine, group: PostingGroup, n: number): Promise<void> {
    const sent = this.moments++;
    const receipt = await hub.submit([group], n % 4 === 0 ? "authorise" : "record");
    const outcomes = receipt.outcomes.flat();
    outcomes.forEach((outcome, index) => {
      const key = group[index]?.identityKey;
      if (key && outcome.status === "POSTED") this.ids.set(key, outcome.transactionId);
    });
    this.calls.push({ group, sent, answered: this.moments++, outcomes });
  }

  /**
   * Answers that do not go together: a transaction posted twice, or one that was acknowledged and
   * whose repetition, sent after that, was answered otherwise.
   */
  contradictions(): string[] {
    const told = this.calls.flatMap(({ group, sent, answered, outcomes }) =>
      group.map((item, index) => ({ item, sent, answered, outcome: outcomes[index] })),
    );
    const byContent = Map.groupBy(told, ({ item }) => `${item.identityKey} ${item.contentHash}`);
    return [...byContent.values()].flatMap((same) => {
      const posted = same.filter(({ outcome }) => outcome?.status === "POSTED");
      if (posted.length > 1) return [`${same[0]?.item.externalId} was posted twice`];
      const known = same.filter(({ outcome }) => outcome && outcome.status !== "REFUSED");
      const since = Math.min(...known.map(({ answered }) => answered));
      const ids = new Set(known.map(({ outcome }) => transactionOf(outcome)));
      if (ids.size > 1) return [`${same[0]?.item.externalId} goes by ${[...ids].join(", ")}`];
      const later = same.filter(({ sent }) => sent > since);
      return later
        .filter(({ outcome }) => outcome?.status !== "REPLAYED")
        .map(({ item }) => `${item.externalId} was posted, and then not`);
    });
  }
}

function transactionOf(outcome: Outcome | undefined): string {
  return outcome && outcome.status !== "REFUSED" ? outcome.transactionId : "";
}
