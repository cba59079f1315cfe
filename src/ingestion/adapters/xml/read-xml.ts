import { SaxesParser } from "saxes";
import { RefusedInput, type Place } from "../refuse-input.js";
import { decodeXml } from "./decode-xml.js";
import type { Cursor, ElementRule } from "./element-rules.js";
import { NamespaceScope } from "./namespace-scope.js";

/** What a document may be at most, against input that is made to exhaust memory or time. */
export const XML_LIMITS = {
  /** Bytes of one document, expanded. */
  documentBytes: 1024 ** 3,
  /** Elements inside each other. */
  depth: 64,
  /** Elements in all. */
  elements: 50_000_000,
  /**
   * Characters without a tag in between: a text, comment, attribute list or processing instruction.
   */
  tokenCharacters: 1024 ** 2,
  /** Characters of one text that is kept; ISO 20022 allows 500 in those that an adapter keeps. */
  textCharacters: 1024,
};

export type XmlLimits = typeof XML_LIMITS;

/** A message format: the name of its document element and what to do below it. */
export interface XmlFormat<S> {
  rootName: string;
  rules: ElementRule<S>;
  /** Sees the document element's namespace first. @throws RefusedInput for a foreign one */
  begin(state: S, namespace: string, cursor: Cursor): void;
}

/**
 * Reads XML as a stream and calls the rules of `format` on `state`. The document element may lie in
 * an envelope, whose other parts are skipped. A document type is refused before its declarations
 * could be used, so there are no entities but XML's own five.
 * @throws RefusedInput with the place where the reading stopped
 */
export async function readXml<S>(
  bytes: AsyncIterable<Uint8Array>,
  format: XmlFormat<S>,
  state: S,
  limits: XmlLimits = XML_LIMITS,
): Promise<void> {
  const reading = new XmlReading(format, state, limits);
  try {
    for await (const text of decodeXml(bytes, limits.documentBytes)) reading.write(text);
    reading.end();
  } catch (error) {
    if (error instanceof RefusedInput) throw error.at(reading.place());
    throw error;
  }
}

/** saxes puts its own position before its sentence. */
const POSITION = /^\d+:\d+: /;

/** No reference that is allowed here is longer: "&#x0010FFFF;". */
const REFERENCE_CHARACTERS = 32;

class XmlReading<S> {
  private readonly parser = new SaxesParser({ xmlns: false });
  private readonly scope = new NamespaceScope();
  /** The rule of the element we are in; undefined outside the document element. */
  private rule: ElementRule<S> | undefined;
  private readonly parents: (ElementRule<S> | undefined)[] = [];
  private readonly keepText = (text: string): void => this.onText(text);
  private text = "";
  private skippedDepth = 0;
  private depth = 0;
  private elements = 0;
  private tags = 0;
  private documents = 0;
  private rootName = "";
  private silentCharacters = 0;
  private sawText = false;
  private ending = false;

  constructor(
    private readonly format: XmlFormat<S>,
    private readonly state: S,
    private readonly limits: XmlLimits,
  ) {
    const { parser } = this;
    parser.on("opentag", (tag) => this.onOpen(tag.name, tag.attributes));
    parser.on("closetag", () => this.onClose());
    parser.on("cdata", (text) => this.onCharacterData(text));
    parser.on("attribute", (attribute) => this.scope.declare(attribute));
    parser.on("doctype", () => this.refuseDoctype());
    parser.on("error", (error) => this.onError(error));
  }

  write(text: string): void {
    const before = this.tags;
    this.sawText ||= /\S/.test(text);
    this.parser.write(text);
    this.checkReference(REFERENCE_CHARACTERS);
    this.silentCharacters = this.tags === before ? this.silentCharacters + text.length : 0;
    if (this.silentCharacters > this.limits.tokenCharacters) {
      throw this.limit(`more than ${this.limits.tokenCharacters} characters without a tag`);
    }
  }

  end(): void {
    if (!this.sawText) throw new RefusedInput("EMPTY_DOCUMENT", "the document is empty");
    this.checkReference(0);
    this.ending = true;
    this.parser.close();
    if (this.documents === 0) throw this.noDocument();
  }

  place(): Place {
    const { line, column } = this.parser;
    const element = this.rule === undefined ? this.rootName : this.elementPath(this.rule);
    return { line, column: column + 1, ...(element === "" ? {} : { element }) };
  }

  /**
   * saxes takes everything from a bare "&" to the next ";" for a reference, if need be the rest of
   * the document, and would blame its end. What it holds of it so far is a field of its own.
   */
  private checkReference(maxCharacters: number): void {
    const { entity = "" } = this.parser as unknown as { entity?: string };
    if (entity.length <= maxCharacters) return;
    const line = this.parser.line - (entity.split("\n").length - 1);
    const place = { ...this.place(), line, column: 1 };
    throw new RefusedInput("NOT_WELL_FORMED", 'an "&" here begins no reference', place);
  }

  private onOpen(name: string, attributes: Record<string, string>): void {
    this.tags += 1;
    this.elements += 1;
    this.depth += 1;
    if (this.depth > this.limits.depth)
      throw this.limit(`deeper than ${this.limits.depth} elements`);
    if (this.elements > this.limits.elements) {
      throw this.limit(`more than ${this.limits.elements} elements`);
    }
    this.scope.enter(this.depth);
    if (this.skippedDepth > 0) return;
    if (this.rule === undefined) this.openOutside(name);
    else this.openInside(this.rule, name, attributes);
  }

  private openOutside(name: string): void {
    const namespace = this.scope.resolve(name);
    if (this.rootName === "") this.rootName = name;
    if (name.slice(name.indexOf(":") + 1) !== this.format.rootName) return;
    this.rule = this.format.rules;
    this.scope.aim(namespace);
    this.documents += 1;
    this.parents.push(undefined);
    this.format.begin(this.state, namespace, this.parser);
  }

  private openInside(rule: ElementRule<S>, name: string, attributes: Record<string, string>): void {
    const local = this.scope.localName(name);
    const child = local === undefined ? undefined : rule.children.get(local);
    if (child === undefined) {
      if (rule.strict) throw this.unknown(rule, name);
      this.skippedDepth = this.depth;
      return;
    }
    this.parents.push(rule);
    this.rule = child;
    child.open?.(this.state, attributes, this.parser);
    if (child.text === undefined) return;
    this.text = "";
    // Text is cut out of the input only where a rule wants it: most of a message is white space.
    this.parser.on("text", this.keepText);
  }

  private onClose(): void {
    this.tags += 1;
    if (this.skippedDepth === 0) this.closeInside();
    else if (this.skippedDepth === this.depth) this.skippedDepth = 0;
    this.scope.leave(this.depth);
    this.depth -= 1;
  }

  private closeInside(): void {
    const { rule } = this;
    if (rule === undefined) return;
    if (rule.text !== undefined) {
      this.parser.off("text");
      const text = this.text.trim();
      this.text = "";
      if (text !== "") rule.text(this.state, text, this.parser);
    }
    rule.close?.(this.state);
    this.rule = this.parents.pop();
  }

  private onCharacterData(text: string): void {
    if (this.rule?.text !== undefined) this.onText(text);
  }

  private onText(text: string): void {
    if (this.skippedDepth > 0) return;
    this.text += text;
    if (this.text.length > this.limits.textCharacters) {
      throw this.limit(`a text of more than ${this.limits.textCharacters} characters`);
    }
  }

  private onError(error: Error): never {
    const said = error.message.replace(POSITION, "").replace(/\.$/, "");
    throw this.ending
      ? new RefusedInput("TRUNCATED", `the document ends too early: ${said}`)
      : new RefusedInput("NOT_WELL_FORMED", `this is not well-formed XML: ${said}`);
  }

  private refuseDoctype(): never {
    throw new RefusedInput("DOCTYPE_NOT_ALLOWED", "a document type declaration is not read");
  }

  private unknown(rule: ElementRule<S>, name: string): RefusedInput {
    const parent = this.elementPath(rule);
    const reason = `"${name}" is no element of this message in ${parent}`;
    return new RefusedInput("UNKNOWN_ELEMENT", reason, {
      ...this.place(),
      element: `${parent}/${name}`,
    });
  }

  private noDocument(): RefusedInput {
    const reason = `the root element is "${this.rootName}" and holds no ${this.format.rootName}`;
    return new RefusedInput("FOREIGN_DOCUMENT", reason, {
      line: 1,
      column: 1,
      element: this.rootName,
    });
  }

  private limit(what: string): RefusedInput {
    return new RefusedInput("LIMIT_EXCEEDED", `the document has ${what}`);
  }

  private elementPath(rule: ElementRule<S>): string {
    const { rootName } = this.format;
    return rule.path === "" ? rootName : `${rootName}/${rule.path}`;
  }
}
