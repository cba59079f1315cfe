import { BalancesDocument } from "../generated/operations.js";
import type {
  BalancesSubscription,
  BalancesSubscriptionVariables,
} from "../generated/operations.js";
import { itemIn, relyingOn } from "./shape.js";
import type { LiveConnection } from "./live-connection.js";
import { GapDetected, resumed, type StreamOptions } from "./resume.js";

/** An item of the balances' stream, told apart by `__typename`. */
export type BalancesItem = BalancesSubscription["balances"];

/** Which balances are watched, and how. */
export type WatchedBalances = Omit<BalancesSubscriptionVariables, "after">;

/**
 * The balances of accounts as they move: a snapshot, then each change, for as long as the caller
 * takes them. It reconnects and resumes by itself and checks that no version is missing.
 * @throws TuttiError when coming back cannot help, such as UnauthenticatedError
 */
export function watchBalances(
  connection: LiveConnection,
  watched: WatchedBalances,
  options: StreamOptions & { after?: string } = {},
): AsyncGenerator<BalancesItem, void, undefined> {
  const versions = new Versions();
  return resumed<BalancesItem>(
    connection,
    (cursor) => {
      versions.restart();
      const variables = { ...watched, after: cursor ?? options.after ?? null };
      return items(connection, variables, versions);
    },
    (item) => relyingOn("An item", () => versions.check(item)),
    options,
  );
}

async function* items(
  connection: LiveConnection,
  variables: BalancesSubscriptionVariables,
  versions: Versions,
): AsyncGenerator<BalancesItem, void, undefined> {
  for await (const { balances } of connection.subscribe(BalancesDocument, variables))
    yield relyingOn("An item", () => versions.news(itemIn(balances)));
}

/** The version that each account is known at; a change must begin where the last one ended. */
class Versions {
  private known = new Map<string, string>();
  private snapshot: Map<string, string> | undefined;

  /** Parts of a snapshot that was cut off are none of the next one's. */
  restart(): void {
    this.snapshot = undefined;
  }

  /**
   * The item without what the caller has already: a stream that stopped between the parts of a
   * change begins again with the first of them.
   */
  news(item: BalancesItem): BalancesItem {
    if (item.__typename !== "BalancesChanged") return item;
    const isNews = ({ version, account }: { version: string; account: { id: string } }) =>
      BigInt(version) > BigInt(this.known.get(account.id) ?? -1);
    return item.changes.every(isNews) ? item : { ...item, changes: item.changes.filter(isNews) };
  }

  /** @throws GapDetected */
  check(item: BalancesItem): void {
    if (item.__typename === "BalancesSnapshot") this.take(item);
    if (item.__typename === "BalancesChanged") item.changes.forEach((change) => this.step(change));
  }

  private take(item: Extract<BalancesItem, { __typename: "BalancesSnapshot" }>): void {
    this.snapshot ??= new Map();
    for (const { id, balance } of item.balances) this.snapshot.set(id, balance.version);
    if (!item.complete) return;
    this.known = this.snapshot;
    this.snapshot = undefined;
  }

  private step(change: { fromVersion: string; version: string; account: { id: string } }): void {
    const { fromVersion, version, account } = change;
    const known = this.known.get(account.id);
    if (known !== undefined && BigInt(fromVersion) > BigInt(known)) {
      throw new GapDetected(`${account.id} is at version ${known}, the change from ${fromVersion}`);
    }
    this.known.set(account.id, version);
  }
}
