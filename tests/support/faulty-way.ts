import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What becomes of an answer that the hub has given: it was heard, and has had its effect. */
export type Fault = (response: ServerResponse, answer: string) => void;

/** A way to a hub on which the next answers are spoilt; the ones after them arrive. */
export interface FaultyWay extends AsyncDisposable {
  url: string;
  /** Spoils the next answers, one with each fault. */
  spoil(...faults: Fault[]): void;
  /** How many requests reached the hub. */
  passed(): number;
}

/** Opens a way to the hub at an address. */
export async function openFaultyWay(hubUrl: string): Promise<FaultyWay> {
  const faults: Fault[] = [];
  let passed = 0;
  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const answer = await fetch(hubUrl + (request.url ?? ""), {
        method: request.method ?? "GET",
        headers: { "content-type": "application/json", authorization: credentialOf(request) },
        body: Buffer.concat(chunks),
      });
      passed += 1;
      const text = await answer.text();
      const fault = faults.shift();
      if (fault) return fault(response, text);
      response.writeHead(answer.status, { "content-type": "application/json" }).end(text);
    })().catch(() => response.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spoil: (...next) => void faults.push(...next),
    passed: () => passed,
    async [Symbol.asyncDispose]() {
      server.close().closeAllConnections();
      await once(server, "close");
    },
  };
}

function credentialOf({ headers }: { headers: { authorization?: string } }): string {
  return headers.authorization ?? "";
}
