import type { RowsWish } from "../shared/database/changed-rows.queries.js";
import type { Outlet, Render } from "./live-frame.js";
import type { StreamIdentity } from "./live-item.js";
import type { RowMember } from "./row-group.js";

/** Where a client of rows wants to go on. */
export interface AfterMoment {
  epoch: string;
  moment: string;
}

/** One client's wish to be told of rows. */
export interface RowsRequest<Selection> {
  /** Requests of one key share everything but their place. */
  key: string;
  selection: Selection;
  stream: StreamIdentity;
  after: AfterMoment | null;
  render: Render;
  outlet: Outlet;
}

/** Questions, equal ones asked once. */
export class Wishes<Selection extends object> {
  readonly list: RowsWish<Selection>[] = [];
  readonly #places = new Map<string, number>();

  add(selection: Selection, since: string | null): void {
    const key = textOf(selection, since);
    if (this.#places.has(key)) return;
    this.#places.set(key, this.list.length);
    this.list.push({ selection, since });
  }

  placeOf(selection: Selection, since: string | null): number {
    return this.#places.get(textOf(selection, since)) ?? -1;
  }
}

function textOf(selection: object, since: string | null): string {
  return JSON.stringify([since, selection]);
}

/** Members of one group that come from the same moment for the same reason. */
export function alikeOf<Selection extends object>(
  members: readonly RowMember<Selection>[],
): [RowMember<Selection>, ...RowMember<Selection>[]][] {
  const byGroup = Map.groupBy(members, ({ group }) => group);
  return [...byGroup.values()].flatMap((all) =>
    [...Map.groupBy(all, ({ at, resync }) => `${at} ${resync}`).values()].filter(hasSome),
  );
}

function hasSome<T>(all: T[]): all is [T, ...T[]] {
  return all.length > 0;
}
