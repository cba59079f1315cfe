import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestHub, type TestHub } from "../support/hub.js";
import {
  addApiKey,
  addPartner,
  answerTo,
  documentHeaders,
  NDJSON,
  openIngest,
  transactionLine,
  type IngestOptions,
} from "../support/ingest.js";

let hub: TestHub;
let acme: string;

beforeAll(async () => {
  hub = await startTestHub();
  acme = await addPartner(hub);
  await addPartner(hub, "globex");
});
afterAll(() => hub.close());

interface Refused {
  status: number;
  code: unknown;
  message: string;
}

/** What a request is refused with before anything of its body is answered. */
async function refusalOf(options: IngestOptions): Promise<Refused> {
  const request = openIngest(hub, options);
  request.end(transactionLine(1));
  const { status, lines } = await answerTo(request);
  const [error] = (lines[0]?.["errors"] ?? []) as {
    message: string;
    extensions: { code: string };
  }[];
  return { status, code: error?.extensions.code, message: error?.message ?? "" };
}

/** The newest commands on record, the last one first. */
async function lastCommands(count: number): Promise<object[]> {
  const { rows } = await hub.database.pool.query<object>(
    "select command, outcome, code from audit_event order by sequence desc limit $1",
    [count],
  );
  return rows;
}

describe("who may bring what", () => {
  test.each([
    ["no key that is in force", { key: "tutti_wrong" }, 401, "UNAUTHENTICATED"],
    ["an unknown partner", { source: "nobody" }, 404, "PARTNER_NOT_FOUND"],
    ["an unknown adapter", { headers: documentHeaders("a.xml", "pdf") }, 400, "UNKNOWN_ADAPTER"],
    [
      "a document without a name",
      { headers: { "tutti-adapter": "camt.054" } },
      400,
      "INVALID_INPUT",
    ],
    [
      "neither a format nor NDJSON",
      { headers: { "content-type": "text/plain" } },
      400,
      "INVALID_INPUT",
    ],
    [
      "a packed stream",
      { headers: { ...NDJSON, "content-encoding": "gzip" } },
      400,
      "INVALID_INPUT",
    ],
    [
      "a kind of partner that there is not",
      { source: "new", query: "?createPartner=BANK" },
      400,
      "INVALID_INPUT",
    ],
    [
      "a code that no partner can have",
      { source: "A%20B", query: "?createPartner=PAYMENT_VENDOR" },
      400,
      "INVALID_INPUT",
    ],
  ])("refuses %s", async (_what, options: IngestOptions, status, code) => {
    expect(await refusalOf(options)).toMatchObject({ status, code });
  });

  test("a key that may only look brings nothing", async () => {
    const key = await addApiKey(hub, { role: "VIEWER" });
    expect(await refusalOf({ key })).toMatchObject({ status: 403, code: "FORBIDDEN" });
    const headers = documentHeaders("a.xml");
    expect(await refusalOf({ key, headers })).toMatchObject({ status: 403, code: "FORBIDDEN" });
    expect(await lastCommands(2)).toEqual([
      { command: "importDocument", outcome: "REFUSED", code: "FORBIDDEN" },
      { command: "streamTransactions", outcome: "REFUSED", code: "FORBIDDEN" },
    ]);
  });

  test("a key of one partner brings only what is that partner's", async () => {
    const key = await addApiKey(hub, { role: "INTEGRATION", partnerId: acme });
    expect(await refusalOf({ key, source: "globex" })).toMatchObject({
      status: 404,
      code: "PARTNER_NOT_FOUND",
    });
    const request = openIngest(hub, { key });
    request.end(transactionLine(1));
    expect((await answerTo(request)).lines).toMatchObject([{ status: "POSTED" }]);
  });

  test("what is brought is on record", async () => {
    const request = openIngest(hub, { headers: documentHeaders("nothing.xml") });
    request.end("");
    await answerTo(request);
    const stream = openIngest(hub);
    stream.end();
    await answerTo(stream);
    expect(await lastCommands(2)).toEqual([
      { command: "streamTransactions", outcome: "DONE", code: null },
      { command: "importDocument", outcome: "DONE", code: null },
    ]);
  });

  test("a partner that does not exist is created where the key may", async () => {
    const query = "?createPartner=GAME_PROVIDER";
    const integration = await addApiKey(hub, { role: "INTEGRATION" });
    expect(await refusalOf({ key: integration, source: "star", query })).toMatchObject({
      status: 403,
      code: "FORBIDDEN",
    });
    const both = [
      openIngest(hub, { source: "star", query }),
      openIngest(hub, { source: "star", query }),
    ];
    for (const request of both) request.end(transactionLine(1));
    const answers = await Promise.all(both.map(answerTo));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const { partner } = await hub.query('{ partner(code: "star") { name kind } }');
    expect(partner).toEqual({ name: "star", kind: "GAME_PROVIDER" });
  });

  test("a stream may say in which characters it is written", async () => {
    const headers = { "content-type": `${NDJSON["content-type"]}; charset=utf-8` };
    const request = openIngest(hub, { headers });
    request.end(transactionLine(2));
    expect((await answerTo(request)).lines).toMatchObject([{ status: "POSTED" }]);
  });
});
