import { once } from "node:events";
import { PassThrough, Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import { discardBody, readBody } from "../../../src/ingestion/read-body.js";
import { collected, inPieces } from "../../support/camt-documents.js";

describe("a request's body", () => {
  test("is read to its end, in order", async () => {
    const content = Buffer.from(Array.from({ length: 300_000 }, (_, n) => n % 251));
    const body = Readable.from(inPieces(content, 1_000), { objectMode: false });
    expect(Buffer.concat(await collected(readBody(body))).equals(content)).toBe(true);
  });

  test("may be empty", async () => {
    expect(await collected(readBody(Readable.from([])))).toEqual([]);
  });

  test("may not stand still in the middle", async () => {
    const body = new PassThrough();
    body.write("a");
    const chunks = readBody(body, { idleMs: 5 });
    expect(String((await chunks.next()).value)).toBe("a");
    await expect(chunks.next()).rejects.toThrow("Nothing was sent for 5 ms");
    expect(body.destroyed).toBe(false);
  });

  test("that breaks off is not taken for one that ended", async () => {
    const body = new PassThrough();
    const chunks = readBody(body);
    body.write("a");
    await chunks.next();
    const next = chunks.next();
    body.destroy();
    await expect(next).rejects.toThrow("ended before the body did");
  });

  test("is left when the hub stops, be it waited for or not", async () => {
    const stop = new AbortController();
    const waiting = readBody(new PassThrough(), { stop: stop.signal }).next();
    stop.abort();
    await expect(waiting).rejects.toThrow("The hub is stopping");
    const late = readBody(new PassThrough(), { stop: stop.signal }).next();
    await expect(late).rejects.toThrow("The hub is stopping");
  });

  test("that nobody wants is taken to its end all the same", async () => {
    const body = new PassThrough();
    body.write("a");
    const chunks = readBody(body);
    await chunks.next();
    await chunks.return(undefined);
    discardBody(body);
    body.write("b");
    body.end();
    await once(body, "close");
    expect(body.readableEnded).toBe(true);
  });

  test("that nobody wants and that never ends is cut off", async () => {
    const body = new PassThrough();
    discardBody(body, 5);
    await once(body, "close");
    expect(body.readableEnded).toBe(false);
  });
});
