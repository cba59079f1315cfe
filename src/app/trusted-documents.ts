import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { findPackageJSON } from "node:module";
import { dirname, join } from "node:path";
import { z } from "zod";
import { StartupError } from "../shared/config/startup-error.js";
import { DomainError } from "../shared/errors.js";

/** A document is asked for that this hub does not know, or not by an id where it must be. */
export class DocumentNotTrusted extends DomainError {
  constructor(reason: string) {
    super("DOCUMENT_NOT_TRUSTED", reason);
  }
}

/** What a client sends in place of a document, or beside it. */
export interface AskedDocument {
  query?: unknown;
  documentId?: unknown;
  extensions?: unknown;
}

const FILE = z.record(z.string(), z.string());

/** The id of a document: SHA-256 of its text, in hex. */
export function documentId(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Documents that are known by their ids: those of the SDK, and those that an operator adds. */
export class TrustedDocuments {
  readonly #byId: ReadonlyMap<string, string>;
  readonly #texts: ReadonlySet<string>;
  readonly #only: boolean;

  constructor(byId: Readonly<Record<string, string>>, only: boolean) {
    this.#byId = new Map(Object.entries(byId));
    this.#texts = new Set(this.#byId.values());
    this.#only = only;
  }

  /**
   * The text of what is asked for, or undefined when neither a known id nor a text is given.
   * @throws DocumentNotTrusted
   */
  textOf(asked: AskedDocument): string | undefined {
    const text = typeof asked.query === "string" && asked.query !== "" ? asked.query : undefined;
    const id = idIn(asked);
    const known = id === undefined ? undefined : this.#byId.get(id);
    if (known !== undefined) return known;
    if (text === undefined && id !== undefined) {
      throw new DocumentNotTrusted("No document has this id here; send its text, if you may");
    }
    if (this.#only && text !== undefined && !this.#texts.has(text)) {
      throw new DocumentNotTrusted("This hub executes trusted documents only");
    }
    return text;
  }
}

/** Both ways of saying it: GraphQL over HTTP's draft, and what Apollo's and urql's links send. */
function idIn({ documentId: id, extensions }: AskedDocument): string | undefined {
  if (typeof id === "string") return id.replace(/^sha256:/, "");
  const persisted: unknown = Reflect.get(Object(extensions) as object, "persistedQuery");
  const hash: unknown = Reflect.get(Object(persisted) as object, "sha256Hash");
  return typeof hash === "string" ? hash : undefined;
}

/**
 * Reads the SDK's documents, and those of an operator's file: a JSON object of texts by id.
 * @throws StartupError when the operator's file cannot be used
 */
export async function readTrustedDocuments({
  trustedOnly,
  trustedDocuments,
}: {
  trustedOnly: boolean;
  trustedDocuments?: string | undefined;
}): Promise<TrustedDocuments> {
  const own = FILE.parse(JSON.parse(await readFile(ownFile(), "utf8")));
  const added = trustedDocuments === undefined ? {} : await readAdded(trustedDocuments);
  return new TrustedDocuments({ ...own, ...added }, trustedOnly);
}

/** The same file for the program as it is written and as it is compiled. */
function ownFile(): string {
  const manifest = findPackageJSON("..", import.meta.url);
  if (manifest === undefined) throw new Error("The hub's package.json is missing");
  return join(dirname(manifest), "schema/trusted-documents.json");
}

async function readAdded(path: string): Promise<Record<string, string>> {
  try {
    return FILE.parse(JSON.parse(await readFile(path, "utf8")));
  } catch (cause) {
    const problem = `The file of trusted documents (${path}) cannot be used.`;
    const remedy = "Give a JSON object of documents by their ids.";
    throw new StartupError(problem, remedy, 1, { cause });
  }
}
