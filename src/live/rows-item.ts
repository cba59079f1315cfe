import type { RowsChangedItem, RowsSnapshotItem } from "./live-item.js";

/** The rows of an item, under whatever name its kind has for them. */
export function rowsOf({ rows }: RowsSnapshotItem | RowsChangedItem): readonly object[] {
  return rows;
}
