import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { isSignedBy, readSignature } from "../../../src/access/message-signature.js";
import { signatureHeaders } from "@tutti/client";

const created = 1_618_884_473;

describe("a signature of the client", () => {
  test("is over the text that RFC 9421 says", async () => {
    const signing = { keyId: `key_${"0".repeat(32)}`, secret: "tutti_sign_0" };
    const url = new URL("https://Example.com/graphql?a=b");
    const body = '{"hello": "world"}';
    const headers = await signatureHeaders(signing, { method: "post", url, body }, created * 1_000);
    // The digest is that of RFC 9530's example.
    expect(headers["content-digest"]).toBe(
      "sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:",
    );
    const message = {
      method: "POST",
      authority: "example.com",
      path: "/graphql",
      query: "?a=b",
      contentDigest: headers["content-digest"],
      signatureInput: headers["signature-input"],
      signature: headers["signature"],
      hasBody: true,
    };
    const signature = readSignature(message);
    expect(signature?.base).toBe(
      [
        '"@method": POST',
        '"@authority": example.com',
        '"@path": /graphql',
        '"@query": ?a=b',
        `"content-digest": ${headers["content-digest"]}`,
        `"@signature-params": ${headers["signature-input"]?.slice(4)}`,
      ].join("\n"),
    );
    const expected = createHmac("sha256", signing.secret)
      .update(signature?.base ?? "")
      .digest();
    expect(signature?.bytes.equals(expected)).toBe(true);
    expect(signature && isSignedBy(signature, "tutti_sign_1")).toBe(false);
    expect(readSignature({ ...message, hasBody: true, contentDigest: undefined })).toBeNull();
  });
});
