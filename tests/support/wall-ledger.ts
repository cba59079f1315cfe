import { createTuttiClient, type TuttiClient } from "@tutti/client";
import type { TestHub } from "./hub.js";

/** What a test of the live wall shows: partners with accounts, and transfers between them. */
export interface WallLedger {
  client: TuttiClient;
  openAccount(account: {
    partnerId?: string;
    purpose: string;
    currency: string;
    reference?: string;
  }): Promise<string>;
  /** Posts a transfer; minor units. */
  transfer(from: string, to: string, amountMinor: string, currency?: string): Promise<void>;
}

/** A ledger that is written through the SDK. */
export function wallLedger(hub: Pick<TestHub, "url" | "adminKey">): WallLedger {
  const client = createTuttiClient({ url: hub.url, apiKey: hub.adminKey });
  let transfers = 0;
  return {
    client,
    async openAccount(account) {
      return (await client.accounts.open({ ...account, normalSide: "CREDIT" })).id;
    },
    async transfer(from, to, amountMinor, currency = "KRW") {
      const externalId = `wall-${transfers++}`;
      await client.transactions.postTransfer({
        externalId,
        debitAccountId: from,
        creditAccountId: to,
        amountMinor,
        currency,
        code: "TEST",
      });
    },
  };
}
