import { startTestHub, type TestHub, type TestHubOptions } from "./hub.js";
import { standardClient, subscribeTo, type Received } from "./live-client.js";

/** An item of `balances` as the documents below ask for it. */
export interface BalanceItem {
  __typename: string;
  cursor: string | null;
  epoch: string;
  committedAt: string | null;
  sentAt: string;
  complete?: boolean;
  reason?: string;
  balances?: AccountBalance[];
  changes?: {
    fromVersion: string;
    version: string;
    transactionId: string;
    account: AccountBalance;
  }[];
}

interface AccountBalance {
  id: string;
  currency: string;
  partnerId: string | null;
  balance: { version: string; posted: { amount: string }; available: { amount: string } };
}

const ACCOUNT = `id currency partnerId balance { version posted { amount } available { amount } }`;

const BALANCES_ITEM = `__typename
  ... on LiveItem { cursor epoch committedAt sentAt }
  ... on BalancesSnapshot { complete balances { ${ACCOUNT} } }
  ... on BalancesChanged { changes { fromVersion version transactionId account { ${ACCOUNT} } } }
  ... on Resync { reason }`;

export const BALANCES = `subscription Balances($accountIds: [ID!], $partnerId: ID,
  $filter: BalanceFilter, $after: String, $delivery: Delivery! = STATE) {
  balances(accountIds: $accountIds, partnerId: $partnerId, filter: $filter, after: $after,
    delivery: $delivery) { ${BALANCES_ITEM} } }`;

export const TRANSACTIONS = `subscription Transactions($partnerId: ID, $after: String) {
  transactions(partnerId: $partnerId, after: $after) {
    __typename
    ... on LiveItem { cursor epoch committedAt sentAt }
    ... on TransactionsPosted { transactions { id externalId amount { amount } } }
    ... on Resync { reason } } }`;

const TRANSFER = `mutation ($input: PostTransferInput!) {
  postTransfer(input: $input) { status cursor transaction { id } userErrors { message } } }`;

/** A hub with accounts and credentials, for tests of its live streams. */
export class LiveWorld {
  #moves = 0;

  private constructor(readonly hub: TestHub) {}

  static async start(options: TestHubOptions = {}): Promise<LiveWorld> {
    return new LiveWorld(await startTestHub(options));
  }

  /** Adds a partner; answers its id. */
  async partner(code: string): Promise<string> {
    const { createPartner } = await this.hub.query<{ createPartner: { partner: { id: string } } }>(
      `mutation ($code: String!) {
        createPartner(input: { code: $code, name: $code, kind: GAME_PROVIDER }) {
          partner { id } } }`,
      { code },
    );
    return createPartner.partner.id;
  }

  /** Opens an account; answers its id. */
  async account(purpose: string, partnerId: string | null = null): Promise<string> {
    const { openAccount } = await this.hub.query<{ openAccount: { account: { id: string } } }>(
      `mutation ($input: OpenAccountInput!) { openAccount(input: $input) {
        account { id } userErrors { message } } }`,
      { input: { purpose, partnerId, currency: "KRW", normalSide: "CREDIT" } },
    );
    return openAccount.account.id;
  }

  /** Makes a credential. */
  async key(role: string, partnerId?: string): Promise<{ id: string; secret: string }> {
    const { createApiKey } = await this.hub.query<{
      createApiKey: { secret: string; apiKey: { id: string } };
    }>(
      `mutation ($input: CreateApiKeyInput!) {
        createApiKey(input: $input) { secret apiKey { id } userErrors { message } } }`,
      { input: { name: role, role, partnerId } },
    );
    return { id: createApiKey.apiKey.id, secret: createApiKey.secret };
  }

  /** Moves 100 from one account to another; answers the transaction and the commit's cursor. */
  async move(from: string, to: string): Promise<{ transactionId: string; cursor: string }> {
    const input = {
      externalId: `move ${this.#moves++}`,
      debitAccountId: from,
      creditAccountId: to,
      amountMinor: "100",
      currency: "KRW",
      code: "TEST",
    };
    const { postTransfer } = await this.hub.query<{
      postTransfer: { cursor: string; transaction: { id: string } };
    }>(TRANSFER, { input });
    return { transactionId: postTransfer.transaction.id, cursor: postTransfer.cursor };
  }

  /** Subscribes with a client that knows nothing of this hub, on a socket of its own. */
  balances(variables: Record<string, unknown>, key?: string): Received<BalanceItem> {
    return this.subscribe<BalanceItem>(BALANCES, variables, key);
  }

  subscribe<Item>(
    query: string,
    variables: Record<string, unknown>,
    key = this.hub.adminKey,
  ): Received<Item> {
    const client = standardClient(this.hub, key);
    const received = subscribeTo<Item>(client, query, variables);
    return {
      ...received,
      close() {
        received.close();
        void client.dispose();
      },
    };
  }

  /** A gauge or counter of /metrics. */
  async metric(name: string): Promise<number> {
    const response = await fetch(`${this.hub.url}/metrics`, {
      headers: { authorization: `Bearer ${this.hub.adminKey}` },
    });
    const line = (await response.text()).split("\n").find((each) => each.startsWith(`${name} `));
    return Number(line?.split(" ")[1]);
  }

  close(): Promise<void> {
    return this.hub.close();
  }
}
