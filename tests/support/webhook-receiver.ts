import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What a receiver got. */
export interface ReceivedWebhook {
  id: string;
  headers: Record<string, string>;
  body: string;
  data: Record<string, unknown> & { id?: string; accountId?: string; version?: string };
}

/** How a receiver answers; it may never. */
export type Answering = (webhook: ReceivedWebhook) => number | "hang" | "redirect";

/** A partner's server: a real one, that fails, hangs and is slow as a test wants it. */
export async function startReceiver(answer: Answering = () => 204) {
  const received: ReceivedWebhook[] = [];
  const state = { answer };
  const server = createServer((request, response) => {
    void receive(request).then((webhook) => {
      received.push(webhook);
      respond(response, state.answer(webhook));
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received,
    /** Answers otherwise from here on. */
    answering: (other: Answering) => void (state.answer = other),
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, "close").catch(() => undefined);
    },
  };
}

async function receive(request: IncomingMessage): Promise<ReceivedWebhook> {
  let body = "";
  for await (const chunk of request) body += String(chunk);
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  );
  const { data } = JSON.parse(body) as Pick<ReceivedWebhook, "data">;
  return { id: headers["webhook-id"] ?? "", headers, body, data };
}

function respond(response: ServerResponse, answer: ReturnType<Answering>): void {
  if (answer === "hang") return;
  if (answer === "redirect") response.writeHead(302, { location: "/elsewhere" }).end();
  else response.writeHead(answer).end("x".repeat(100_000));
}
