import { createHash, randomBytes } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { arrivedBytes, gatherUpload } from "../../../src/ingestion/gather-upload.js";
import { tarOf } from "../../support/camt-archives.js";
import { collected, inPieces } from "../../support/camt-documents.js";

const LIMITS = { arrivedBytes: 2_000, keptBytes: 1_000 };
const gather = (content: string | Uint8Array, limits = LIMITS) =>
  gatherUpload(inPieces(content, 100), limits);

describe("an upload", () => {
  test("is kept compressed, under the hash of what arrived", async () => {
    const content = "statement\n".repeat(150);
    const upload = await gather(content);
    expect(upload).toMatchObject({ sizeBytes: 1_500, compression: "GZIP", isDocument: true });
    expect(upload.sha256).toEqual(createHash("sha256").update(content).digest());
    expect(gunzipSync(upload.bytes).toString()).toBe(content);
    expect(Buffer.concat(await collected(arrivedBytes(upload))).toString()).toBe(content);
  });

  test("that came packed is kept as it came", async () => {
    const packed = gzipSync("statement");
    const upload = await gather(packed);
    expect(upload).toMatchObject({ compression: "NONE", isDocument: false });
    expect(upload.bytes).toEqual(packed);
    expect(Buffer.concat(await collected(arrivedBytes(upload)))).toEqual(packed);
  });

  test("may be an archive, or nothing", async () => {
    const tar = await tarOf([{ name: "a.xml", content: "a" }]);
    expect(await gather(tar, { ...LIMITS, arrivedBytes: 20_000 })).toMatchObject({
      isDocument: false,
    });
    expect(await gather("")).toMatchObject({ sizeBytes: 0, isDocument: true });
  });

  test.each([
    ["as it arrives", "x".repeat(2_001)],
    ["when compressed", randomBytes(1_800)],
  ])("over the limit %s is refused", async (what, content) => {
    await expect(gather(content)).rejects.toMatchObject({
      code: "PAYLOAD_TOO_LARGE",
      message: expect.stringContaining(what) as unknown,
    });
  });
});
