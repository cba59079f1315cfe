import { request as httpRequest, type ClientRequest, type IncomingMessage } from "node:http";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import type { TestHub } from "./hub.js";

/** A server that answers /ingest, and a key for it. */
type IngestTarget = Pick<TestHub, "url" | "adminKey">;

/** A line of an answer of /ingest. */
export type AnswerLine = Record<string, unknown>;

export interface IngestAnswer {
  status: number;
  lines: AnswerLine[];
}

export interface IngestOptions {
  source?: string;
  headers?: Record<string, string>;
  key?: string;
  query?: string;
}

export const NDJSON = { "content-type": "application/x-ndjson" };

/** A request to /ingest whose body the test writes itself. */
export function openIngest(hub: IngestTarget, options: IngestOptions = {}): ClientRequest {
  const { source = "acme", headers = NDJSON, key = hub.adminKey, query = "" } = options;
  return httpRequest(`${hub.url}/ingest/${source}${query}`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, ...headers },
    agent: false,
  });
}

/** Sends a body to /ingest and takes all answers. */
export async function ingest(
  hub: IngestTarget,
  body: string | Uint8Array,
  options: IngestOptions = {},
): Promise<IngestAnswer> {
  const request = openIngest(hub, options);
  request.end(body);
  return answerTo(request);
}

export async function answerTo(request: ClientRequest): Promise<IngestAnswer> {
  const [response] = (await once(request, "response")) as [IncomingMessage];
  const body = await text(response);
  return { status: response.statusCode ?? 0, lines: linesOf(body) };
}

export function linesOf(body: string): AnswerLine[] {
  return body
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as AnswerLine);
}

/** The headers of a whole document. */
export function documentHeaders(name: string, adapter = "camt.054"): Record<string, string> {
  return { "tutti-adapter": adapter, "tutti-file-name": encodeURIComponent(name) };
}

/** A transaction as a line of a stream. */
export function transactionLine(n: number, change: Record<string, unknown> = {}): string {
  const transaction = {
    externalId: `t-${n}`,
    type: "payment",
    direction: "IN",
    amount: "12.50",
    currency: "EUR",
    occurredAt: "2026-01-31T15:00:00Z",
    ...change,
  };
  return `${JSON.stringify(transaction)}\n`;
}

/** Adds a partner. */
export async function addPartner(hub: TestHub, code = "acme"): Promise<string> {
  const { createPartner } = await hub.query<{ createPartner: { partner: { id: string } } }>(
    `mutation ($input: CreatePartnerInput!) {
       createPartner(input: $input) { partner { id } userErrors { message } } }`,
    { input: { code, name: code, kind: "PAYMENT_VENDOR" } },
  );
  return createPartner.partner.id;
}

/** Makes an API key; answers its secret. */
export async function addApiKey(hub: TestHub, input: Record<string, unknown>): Promise<string> {
  const { createApiKey } = await hub.query<{ createApiKey: { secret: string } }>(
    `mutation ($input: CreateApiKeyInput!) {
       createApiKey(input: $input) { secret userErrors { message } } }`,
    { input: { name: "a test's key", ...input } },
  );
  return createApiKey.secret;
}

/** How many transactions with an external id are in the ledger; all without one. */
export async function postedTransactions(hub: TestHub, externalId?: string): Promise<number> {
  const { rows } = await hub.database.pool.query<{ count: bigint }>(
    "select count(*) from transaction where $1::text is null or external_id = $1",
    [externalId ?? null],
  );
  return Number(rows[0]?.count);
}
