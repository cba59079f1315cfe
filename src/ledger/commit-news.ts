import { committedBlock } from "./committed-block.js";
import type { CommittedBlock } from "./committed-block.js";
import type { PostingPlan } from "./posting-model.rules.js";
import type { Ticket } from "./posting-queue.js";
import type { BlockHead } from "./posting-write.queries.js";

interface Commit {
  tickets: readonly Ticket[];
  plan: PostingPlan;
  /** None where nothing was written. */
  head: BlockHead | null;
}

/**
 * Commits that those who wait for them have not been told of: a lane sends its next batch first, so
 * that Postgres never waits for what callers do with their answers.
 */
export class CommitNews {
  private untold: Commit[] = [];

  constructor(private readonly onCommit: (block: CommittedBlock) => void) {}

  add(commit: Commit): void {
    this.untold.push(commit);
  }

  /** What there is to tell; it counts as told from now on. */
  take(): () => void {
    const commits = this.untold;
    this.untold = [];
    return () => commits.forEach((commit) => this.tell(commit));
  }

  private tell({ tickets, plan, head }: Commit): void {
    const at = head && { postedAt: plan.postedAt, ...head };
    tickets.forEach((ticket, index) => ticket.settle(plan.outcomes[index] ?? [], at));
    if (head) this.onCommit(committedBlock(plan, head));
  }
}
