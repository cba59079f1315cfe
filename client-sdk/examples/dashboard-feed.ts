import type { CursorStore, TuttiClient } from "@tutti/client";

/** A line of a dashboard: an account and what it holds. */
export interface Line {
  accountId: string;
  amount: string;
  currency: string;
  /** Grows with every entry of the account. */
  version: string;
}

/**
 * Feeds a dashboard with balances until the signal ends it. Over reconnects, restarts included,
 * nothing is missed: the store keeps the place behind what was shown.
 */
export async function feedDashboard(
  tutti: TuttiClient,
  show: (lines: readonly Line[]) => void,
  { signal, store }: { signal: AbortSignal; store?: CursorStore },
): Promise<void> {
  const options = store ? { signal, store } : { signal };
  for await (const item of tutti.balances.watch({}, options)) {
    if (item.__typename === "BalancesSnapshot") show(item.balances.map(lineOf));
    if (item.__typename === "BalancesChanged") {
      show(item.changes.map(({ account }) => lineOf(account)));
    }
  }
}

interface Shown {
  id: string;
  balance: { version: string; posted: { amount: string; currency: string } };
}

function lineOf({ id, balance: { version, posted } }: Shown): Line {
  return { accountId: id, amount: posted.amount, currency: posted.currency, version };
}
