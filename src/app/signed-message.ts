import type { IncomingMessage } from "node:http";
import type { SignedMessage } from "../access/index.js";

/** A request as its sender may have signed it. @param authority as the client named the hub */
export function signedMessage(
  { method = "GET", url = "/", headers }: IncomingMessage,
  authority: string,
): SignedMessage {
  const at = url.indexOf("?");
  const text = (name: string) => (typeof headers[name] === "string" ? headers[name] : undefined);
  return {
    method,
    authority,
    path: at < 0 ? url : url.slice(0, at),
    query: at < 0 ? "" : url.slice(at),
    contentDigest: text("content-digest"),
    signatureInput: text("signature-input"),
    signature: text("signature"),
    hasBody: "transfer-encoding" in headers || Number(headers["content-length"] ?? 0) > 0,
  };
}
