import { Readable } from "node:stream";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { isDigestOf } from "../access/index.js";
import { DomainError } from "../shared/errors.js";

/** A signed body is read whole before anything is done with it, so it has a limit of its own. */
const MAX_SIGNED_BYTES = 8 * 1024 * 1024;

class BodyNotSigned extends DomainError {
  constructor() {
    super("UNAUTHENTICATED", "The body is not the one that Content-Digest and the signature name");
  }
}

class SignedBodyTooLarge extends DomainError {
  constructor() {
    const message = `A signed body has at most ${MAX_SIGNED_BYTES} bytes; send more with a key`;
    super("PAYLOAD_TOO_LARGE", message);
  }
}

/** Holds the bodies of signed requests against their digest, before anybody reads them. */
export function verifySignedBodies(server: FastifyInstance): void {
  server.addHook("preParsing", async (request, _reply, payload) => {
    const digest = request.signedDigest;
    if (digest === null) return payload;
    const body = await wholeBody(payload);
    if (!isDigestOf(digest, body)) throw new BodyNotSigned();
    return withLength(body, request);
  });
}

async function wholeBody(payload: AsyncIterable<unknown>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of payload) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    if (size > MAX_SIGNED_BYTES) throw new SignedBodyTooLarge();
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** The server compares the length of what it reads with the header. */
function withLength(body: Buffer, { headers }: FastifyRequest) {
  const stream = Readable.from(body.length > 0 ? [body] : [], { objectMode: false });
  const length = Number(headers["content-length"] ?? body.length);
  return Object.assign(stream, { receivedEncodedLength: length });
}
