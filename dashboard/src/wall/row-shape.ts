import type { BalanceRow } from "../live/balance-row.js";
import type { ViewRow } from "../live/view-rows.js";
import type { Words } from "../words/en.js";

/** The height of each row, as in table.css. Pixels. */
export const ROW_HEIGHT = 32;
/** How long a change is marked; the animation in table.css takes as long. */
const FRESH_MS = 900;

interface Column {
  readonly name: keyof Words["table"];
  readonly isFigure: boolean;
}

/** The columns in their order; the widths are in table.css. */
export const COLUMNS: readonly Column[] = [
  { name: "account", isFigure: false },
  { name: "purpose", isFigure: false },
  { name: "currency", isFigure: false },
  { name: "posted", isFigure: true },
  { name: "available", isFigure: true },
  { name: "pending", isFigure: true },
  { name: "version", isFigure: true },
  { name: "lastPosted", isFigure: true },
];

/** Where a row stands. */
export interface RowPlace {
  readonly domId: string;
  /** In the list of all rows. */
  readonly index: number;
  /** Pixels from the top of the list. */
  readonly start: number;
  /** Whether the keyboard is on it. */
  readonly isActive: boolean;
}

/** The id of a row in the page. */
export function rowDomId({ key }: ViewRow): string {
  return `row-${key}`;
}

/**
 * How a change that is still fresh is marked. Each change has another name than the one before: the
 * same name would not begin the animation anew.
 */
export function freshnessOf({ changedAt, direction, changes }: BalanceRow, at: number): string {
  if (at - changedAt > FRESH_MS) return "";
  return `${direction}-${changes % 2}`;
}
