import { useState, type KeyboardEvent } from "react";
import type { ViewRow } from "../live/view-rows.js";
import type { RowWindow } from "./use-row-window.js";

/** Moves through the rows by keyboard, as the pattern of a grid asks (WAI-ARIA APG, Grid). */
export function useGridKeys(
  rows: readonly ViewRow[],
  window: RowWindow,
  choose: (accountId: string) => void,
) {
  // By key, so that it stays on its row when rows come and go above it.
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const active = activeKey === null ? -1 : rows.findIndex(({ key }) => key === activeKey);
  const moveTo = (index: number): void => {
    const target = Math.min(Math.max(index, 0), rows.length - 1);
    setActiveKey(rows[target]?.key ?? null);
    if (target >= 0) window.reveal(target);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const row = rows[active];
    if ((event.key === "Enter" || event.key === " ") && row?.kind === "account") choose(row.key);
    const target = targetOf(event.key, active, window.page, rows.length);
    if (target !== undefined) moveTo(target);
    if (target !== undefined || event.key === " ") event.preventDefault();
  };
  return { active, moveTo, onKeyDown };
}

function targetOf(key: string, active: number, page: number, count: number): number | undefined {
  const targets: Record<string, number> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + page,
    PageUp: active - page,
    Home: 0,
    End: count - 1,
  };
  return targets[key];
}
