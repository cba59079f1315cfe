import { readFileSync } from "node:fs";
import type { Refusal } from "../../src/ingestion/adapters/index.js";
import type { CanonicalDocument } from "../../src/ingestion/canonical-document.js";
import { readBytes } from "./conformance.js";

export { compileExpression } from "../../src/ingestion/adapters/declarative/compile-expression.js";

const FIXTURES = new URL("../fixtures/adapters/", import.meta.url);

/** A file that was written for the tests of the adapters. */
export function adapterFixture(name: string): Buffer {
  return readFileSync(new URL(name, FIXTURES));
}

/** The documents of an input that must be good. */
export async function documentsOf(
  adapter: string,
  content: string | Uint8Array,
  pieceBytes?: number,
): Promise<CanonicalDocument[]> {
  const { documents, refusal } = await readBytes(adapter, content, "sample", pieceBytes);
  if (refusal) throw new Error(`refused: ${JSON.stringify(refusal)}`);
  return documents;
}

/** The only document of an input that must be good. */
export async function documentOf(
  adapter: string,
  content: string | Uint8Array,
): Promise<CanonicalDocument> {
  const [document, ...others] = await documentsOf(adapter, content);
  if (document === undefined || others.length > 0) throw new Error("not one document");
  return document;
}

/** Why an input is refused; it must be. */
export async function refusalFor(adapter: string, content: string | Uint8Array): Promise<Refusal> {
  const { documents, refusal } = await readBytes(adapter, content);
  if (refusal && documents.length === 0) return refusal;
  throw new Error(`read: ${documents.length} documents`);
}
