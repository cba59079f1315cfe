import { RefusedInput } from "../refuse-input.js";

/** What a scanner tells: elements that hold others, and leaves with their text. */
export interface TagSink {
  open(name: string): void;
  leaf(name: string, text: string): void;
  close(name: string): void;
}

/** Characters of one tag with its text; a memo has 255. */
const MAX_TOKEN_CHARACTERS = 16 * 1024;
const REFERENCES: Record<string, string> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
  "&nbsp;": " ",
};

/**
 * Scans OFX of both kinds: SGML, where only elements that hold others are closed, and XML. A tag
 * with text behind it is a leaf, and nothing else decides; a bare "&" stands for itself, since
 * banks write it. There are no entities to expand: a document type is refused.
 */
export class TagScanner {
  private rest = "";

  constructor(private readonly sink: TagSink) {}

  /** @throws RefusedInput DOCTYPE_NOT_ALLOWED, LIMIT_EXCEEDED */
  push(text: string): void {
    this.rest += text;
    let start = this.rest.indexOf("<");
    while (start >= 0) {
      const next = this.rest.indexOf("<", start + 1);
      if (next < 0) break;
      this.token(this.rest.slice(start + 1, next));
      start = next;
    }
    this.rest = start < 0 ? "" : this.rest.slice(start);
    if (this.rest.length > MAX_TOKEN_CHARACTERS) {
      const reason = `more than ${MAX_TOKEN_CHARACTERS} characters without a tag`;
      throw new RefusedInput("LIMIT_EXCEEDED", reason);
    }
  }

  end(): void {
    if (this.rest !== "") this.token(this.rest.slice(1));
    this.rest = "";
  }

  private token(token: string): void {
    if (/^!(DOCTYPE|ENTITY)/i.test(token)) {
      const reason = "a document type declaration is not read";
      throw new RefusedInput("DOCTYPE_NOT_ALLOWED", reason);
    }
    const end = token.indexOf(">");
    if (end < 0 || token.startsWith("!") || token.startsWith("?")) return;
    const name = token.slice(0, end).trim().toUpperCase();
    const text = token.slice(end + 1).trim();
    if (name.startsWith("/")) this.sink.close(name.slice(1));
    else if (text === "" || name.endsWith("/")) this.sink.open(name);
    else this.sink.leaf(name, decoded(text));
  }
}

function decoded(text: string): string {
  if (!text.includes("&")) return text;
  return text.replaceAll(/&(?:amp|lt|gt|quot|apos|nbsp);/g, (name) => REFERENCES[name] ?? name);
}
