import * as d from "../generated/operations.js";
import { grants, roles } from "./access.js";
import { adapters } from "./adapters.js";
import { audit } from "./audit.js";
import { reconciliation } from "./reconciliation.js";
import { watchBalances } from "./balances.js";
import type { WatchedBalances } from "./balances.js";
import { positions } from "./positions.js";
import { contracts, exchangeRates } from "./contracts.js";
import { documents } from "./document-operations.js";
import { alerts, jobs } from "./jobs.js";
import { LiveConnection } from "./live-connection.js";
import { Operations, present } from "./operations.js";
import type { CallOptions } from "./operations.js";
import { PAGE_SIZE, paginate } from "./paginate.js";
import { refusalOf } from "./refusal.js";
import type { StreamOptions } from "./resume.js";
import type { RetryPolicy } from "./retry.js";
import { rowWatches } from "./rows.js";
import { watchTransactions } from "./transactions.js";
import type { WatchedTransactions } from "./transactions.js";
import { people } from "./people.js";
import { encryption } from "./encryption.js";
import { retention } from "./retention.js";
import { payouts } from "./payouts.js";
import { quality, quarantine } from "./quality.js";
import { settlements } from "./settlements.js";
import { statements } from "./statements.js";
import { holds, wallets } from "./wallets.js";
import { verifyLedger, type VerifyScope } from "./verify.js";
import { Transport } from "./transport.js";
import type { TransportOptions } from "./transport.js";

export interface TuttiClientOptions extends TransportOptions {
  /** How calls that are safe to repeat are repeated. */
  retry?: RetryPolicy;
  /** A WebSocket class, for platforms without one of their own, such as Node before 22. */
  webSocket?: unknown;
}

/** How a live stream is taken, and from where on. */
export type WatchOptions = StreamOptions & { after?: string };

/** The hub, as one credential may use it. */
export type TuttiClient = ReturnType<typeof createTuttiClient>;

/** A client of the hub at an address. Nothing is sent before the first call. */
export function createTuttiClient(options: TuttiClientOptions) {
  const transport = new Transport(options);
  const operations = new Operations(transport, options.retry);
  const live = liveConnection(transport);
  const watches = rowWatches(live);
  return {
    /** Executes a typed document of your own. */
    query: operations.query.bind(operations),
    viewer: async (call?: CallOptions) =>
      (await operations.query(d.ViewerDocument, {}, call)).viewer,
    partners: partners(operations),
    contracts: contracts(operations),
    positions: { ...positions(operations), watch: watches.positions },
    exchangeRates: exchangeRates(operations),
    accounts: accounts(operations),
    transactions: {
      ...transactions(operations),
      /** Every transaction that is posted, exactly once and in order, over reconnects. */
      watch: (watched: WatchedTransactions = {}, stream: WatchOptions = {}) =>
        watchTransactions(live, watched, stream),
    },
    holds: holds(operations),
    wallets: wallets(operations),
    apiKeys: apiKeys(operations),
    roles: roles(operations),
    grants: grants(operations),
    people: people(operations),
    ...incoming(operations),
    settlements: { ...settlements(operations), watch: watches.settlements },
    payouts: payouts(operations),
    statements: statements(operations),
    jobs: { ...jobs(operations), watch: watches.jobs },
    alerts: alerts(operations),
    audit: audit(operations),
    encryption: encryption(operations),
    retention: retention(operations),
    ledger: {
      /** Replays the ledger's invariants on the live database; the report comes last. */
      verify: (call?: CallOptions & VerifyScope) => verifyLedger(transport, call),
    },
    balances: balances(live),
  };
}

/** What partners send, and what it is held against. */
function incoming(operations: Operations) {
  return {
    documents: documents(operations),
    adapters: adapters(operations),
    quarantine: quarantine(operations),
    quality: quality(operations),
    reconciliation: reconciliation(operations),
  };
}

function liveConnection({ base, authorization, options }: Transport): LiveConnection {
  const { signing, webSocket }: TuttiClientOptions = options;
  return new LiveConnection({ base, authorization, signing, webSocket });
}

function partners(operations: Operations) {
  return {
    /** The partner with a code or an id, or null. */
    async get(by: { id: string } | { code: string }, call?: CallOptions) {
      return (await operations.query(d.PartnerDocument, by, call)).partner;
    },
    list: (filter: d.PartnerFilter = {}, call?: CallOptions) =>
      paginate(async (after) => {
        const variables = { first: PAGE_SIZE, after, filter };
        return (await operations.query(d.PartnersDocument, variables, call)).partners;
      }),
    async create(input: d.CreatePartnerInput, call?: CallOptions) {
      const answer = await operations.command(
        d.CreatePartnerDocument,
        "createPartner",
        input,
        call,
      );
      return present(answer.partner, "partner");
    },
    async hold(input: d.HoldPartnerInput, call?: CallOptions) {
      const answer = await operations.command(d.HoldPartnerDocument, "holdPartner", input, call);
      return present(answer.partner, "partner");
    },
    async release(input: d.ReleasePartnerInput, call?: CallOptions) {
      const answer = await operations.command(
        ...([d.ReleasePartnerDocument, "releasePartner", input, call] as const),
      );
      return present(answer.partner, "partner");
    },
  };
}

function balances(live: LiveConnection) {
  return {
    /** Balances as they move, over reconnects, without a gap. */
    watch: (watched: WatchedBalances = {}, stream: WatchOptions = {}) =>
      watchBalances(live, watched, stream),
  };
}

function accounts(operations: Operations) {
  return {
    async get(id: string, call?: CallOptions) {
      return (await operations.query(d.AccountDocument, { id }, call)).account;
    },
    list: (filter: d.AccountFilter = {}, call?: CallOptions) =>
      paginate(async (after) => {
        const variables = { first: PAGE_SIZE, after, filter };
        return (await operations.query(d.AccountsDocument, variables, call)).accounts;
      }),
    /** The entries of an account, the newest first unless told otherwise. */
    entries: (id: string, direction: d.OrderDirection = "DESC", call?: CallOptions) =>
      paginate(async (after) => {
        const orderBy = { field: "VERSION" as const, direction };
        const variables = { id, first: PAGE_SIZE, after, orderBy };
        const { account } = await operations.query(d.AccountEntriesDocument, variables, call);
        return present(account, "account").entries;
      }),
    async open(input: d.OpenAccountInput, call?: CallOptions) {
      const answer = await operations.command(d.OpenAccountDocument, "openAccount", input, call);
      return present(answer.account, "account");
    },
    async close(input: d.CloseAccountInput, call?: CallOptions) {
      const answer = await operations.command(d.CloseAccountDocument, "closeAccount", input, call);
      return present(answer.account, "account");
    },
  };
}

function transactions(operations: Operations) {
  return {
    async get(id: string, call?: CallOptions) {
      return (await operations.query(d.TransactionDocument, { id }, call)).transaction;
    },
    /** The transactions, the newest first unless told otherwise. */
    list: (
      filter: d.TransactionFilter = {},
      direction: d.OrderDirection = "DESC",
      call?: CallOptions,
    ) =>
      paginate(async (after) => {
        const orderBy = { field: "POSTED_AT" as const, direction };
        const variables = { first: PAGE_SIZE, after, filter, orderBy };
        return (await operations.query(d.TransactionsDocument, variables, call)).transactions;
      }),
    /** Records up to 1,000 of a partner's transactions; the answer has an outcome for each. */
    record: (input: d.RecordTransactionsInput, call?: CallOptions) =>
      operations.command(d.RecordTransactionsDocument, "recordTransactions", input, call),
    /** A link to an export of any number of transactions; see `download`. */
    export: (input: d.ExportTransactionsInput, call?: CallOptions) =>
      operations.command(d.ExportTransactionsDocument, "exportTransactions", input, call),
    /** The bytes of an export, as they come. @throws TuttiError */
    async download({ path }: { path: string | null }, call: CallOptions = {}) {
      const init = call.signal ? { signal: call.signal } : {};
      const response = await operations.transport.send(present(path, "path"), init);
      if (!response.ok || !response.body) throw await refusalOf(response);
      return response.body;
    },
    postTransfer: (input: d.PostTransferInput, call?: CallOptions) =>
      operations.command(d.PostTransferDocument, "postTransfer", input, call),
    reverse: (input: d.ReverseTransactionInput, call?: CallOptions) =>
      operations.command(d.ReverseTransactionDocument, "reverseTransaction", input, call),
    convert: (input: d.ConvertCurrencyInput, call?: CallOptions) =>
      operations.command(d.ConvertCurrencyDocument, "convertCurrency", input, call),
  };
}

function apiKeys(operations: Operations) {
  return {
    list: (call?: CallOptions) =>
      paginate(async (after) => {
        const variables = { first: PAGE_SIZE, after };
        return (await operations.query(d.ApiKeysDocument, variables, call)).apiKeys;
      }),
    /** A new key; its secret is in this answer and never again. */
    async create(input: d.CreateApiKeyInput, call?: CallOptions) {
      const answer = await operations.command(d.CreateApiKeyDocument, "createApiKey", input, call);
      return {
        apiKey: present(answer.apiKey, "key"),
        secret: present(answer.secret, "secret"),
        signingSecret: present(answer.signingSecret, "signing secret"),
      };
    },
    /** Another secret for a key; the one before stays good for a while. */
    async rotate(input: d.RotateApiKeyInput, call?: CallOptions) {
      const answer = await operations.command(d.RotateApiKeyDocument, "rotateApiKey", input, call);
      return {
        apiKey: present(answer.apiKey, "key"),
        secret: present(answer.secret, "secret"),
        signingSecret: present(answer.signingSecret, "signing secret"),
      };
    },
    async revoke(input: d.RevokeApiKeyInput, call?: CallOptions) {
      const answer = await operations.command(d.RevokeApiKeyDocument, "revokeApiKey", input, call);
      return present(answer.apiKey, "key");
    },
  };
}
