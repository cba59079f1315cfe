import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import { afterEach, describe, expect, test } from "vitest";
import { recordPatiently } from "../../../src/ingestion/record-patiently.js";
import { ledgerService } from "../../../src/ledger/index.js";
import { camt054, detail, entry } from "../../support/camt-documents.js";
import {
  answerTo,
  documentHeaders,
  ingest,
  linesOf,
  openIngest,
  transactionLine,
} from "../../support/ingest.js";
import {
  startIngestServer,
  type IngestServer,
  type IngestServerOptions,
} from "../../support/ingest-server.js";

let server: IngestServer | undefined;
afterEach(() => server?.close());

async function start(options: IngestServerOptions = {}): Promise<IngestServer> {
  server = await startIngestServer(options);
  return server;
}

const stream = (lines: number): string =>
  Array.from({ length: lines }, (_, n) => transactionLine(n)).join("");

async function countOf(hub: IngestServer, table: string): Promise<number> {
  const { rows } = await hub.rooms.database.pool.query<{ count: bigint }>(
    `select count(*) from ${table}`,
  );
  return Number(rows[0]?.count);
}

describe("a ledger that is full", () => {
  test("holds a stream back and loses none of it", async () => {
    const hub = await start({ maxQueuedItems: 100 });
    const answers = await Promise.all([ingest(hub, stream(1_200)), ingest(hub, stream(1_200))]);
    const statuses = answers.flatMap(({ lines }) => lines.map(({ status }) => status));
    expect(statuses).toHaveLength(2_400);
    expect(statuses.filter((status) => status === "POSTED")).toHaveLength(1_200);
    expect(statuses.filter((status) => status === "REPLAYED")).toHaveLength(1_200);
  });

  test("holds a document back and loses none of it", async () => {
    const hub = await start({ maxQueuedItems: 1 });
    const details = Array.from({ length: 1_500 }, () => detail({ amount: "1.00" })).join("");
    const xml = camt054({ entries: entry({ amount: "1500.00", details }) });
    const { lines } = await ingest(hub, xml, { headers: documentHeaders("long.xml") });
    expect(lines[0]).toMatchObject({ state: "POSTED", transactions: 1_500, posted: 1_500 });
  });

  test("is asked so often and not for ever", async () => {
    const hub = await start();
    const { engine, accounts } = hub.rooms.as().services.use(ledgerService);
    await engine.stop();
    const transaction = { partnerId: "", externalId: "x", type: "t", direction: "IN" as const };
    const money = { amountMinor: 1n, currency: "ZZZ", occurredAt: new Date(0) };
    const recorded = recordPatiently({ engine, accounts }, [{ ...transaction, ...money }], 2);
    await expect(recorded).rejects.toMatchObject({ code: "OVERLOADED" });
  });
});

describe("a client that does not do its part", () => {
  test("sends nothing more: what it sent is answered, and why it ends", async () => {
    const hub = await start({ limits: { idleMs: 20 } });
    const request = openIngest(hub);
    request.write(transactionLine(1) + transactionLine(2).slice(0, 10));
    const { lines } = await answerTo(request);
    expect(lines).toMatchObject([
      { line: 1, status: "POSTED" },
      {
        kind: "error",
        code: "INVALID_INPUT",
        message: "Nothing was sent for 20 ms; send the rest in a new request",
      },
    ]);
    request.destroy();
    expect(await countOf(hub, "transaction")).toBe(1);
  });

  test("sends half a document: nothing of it is kept", async () => {
    const hub = await start({ limits: { idleMs: 20 } });
    const request = openIngest(hub, { headers: documentHeaders("half.xml") });
    request.write(camt054().slice(0, 100));
    expect((await answerTo(request)).status).toBe(400);
    request.destroy();
    expect(await countOf(hub, "raw_document")).toBe(0);
  });

  test("takes no answers: it is not read any more, and cut off", async () => {
    const hub = await start({ limits: { stalledMs: 200 } });
    const request = openIngest(hub);
    const closed = new Promise((resolve) =>
      request.on("error", () => undefined).on("close", resolve),
    );
    request.once("response", (response: IncomingMessage) => response.pause());
    const sendMore = (): void => {
      while (request.write("no JSON\n".repeat(1_000)));
      request.once("drain", sendMore);
    };
    sendMore();
    await closed;
    expect(request.destroyed).toBe(true);
  });

  test("goes away in the middle: the hub serves the others", async () => {
    const hub = await start();
    const request = openIngest(hub);
    request.on("error", () => undefined);
    request.write(transactionLine(1));
    const [response] = (await once(request, "response")) as [IncomingMessage];
    await once(response, "data");
    request.destroy();
    expect((await ingest(hub, transactionLine(1))).lines).toMatchObject([{ status: "REPLAYED" }]);
  });
});

describe("a hub that stops", () => {
  test("answers the lines that it took, and says that it stops", async () => {
    const hub = await start();
    const request = openIngest(hub);
    request.write(transactionLine(1));
    const [response] = (await once(request, "response")) as [IncomingMessage];
    const [first] = (await once(response, "data")) as [Buffer];
    const stopped = hub.stop();
    const rest = await text(response);
    expect(linesOf(String(first) + rest)).toMatchObject([
      { line: 1, status: "POSTED" },
      {
        kind: "error",
        code: "OVERLOADED",
        message: expect.stringContaining("stopping") as unknown,
      },
    ]);
    request.end();
    await stopped;
  });
});
