import { useVirtualizer, type VirtualItem } from "@tanstack/react-virtual";
import type { RefObject } from "react";
import type { ViewRow } from "../live/view-rows.js";
import { ROW_HEIGHT } from "./row-shape.js";

/** Rows beyond the edges that are there before they are scrolled to. */
const OVERSCAN = 8;

/** The rows that are in sight. */
export interface RowWindow {
  readonly items: readonly VirtualItem[];
  /** Of all rows together. Pixels. */
  readonly height: number;
  /** How many rows fit. */
  readonly page: number;
  reveal(index: number): void;
}

/** Which rows of a scrolling element are in sight. */
export function useRowWindow(
  scroller: RefObject<HTMLDivElement | null>,
  rows: readonly ViewRow[],
): RowWindow {
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised by a compiler
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: OVERSCAN,
    // The head stays at the top and covers the height of one row.
    scrollPaddingEnd: ROW_HEIGHT,
  });
  return {
    items: virtualizer.getVirtualItems(),
    height: virtualizer.getTotalSize(),
    page: Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2),
    reveal: (index) => virtualizer.scrollToIndex(index),
  };
}
