import { SaxesParser } from "saxes";
import { RefusedInput } from "../refuse-input.js";
import { decodeXml } from "../xml/decode-xml.js";
import { XML_LIMITS } from "../xml/read-xml.js";
import { objectAccess } from "./compile-value.js";
import type { RecordReader, RecordSink } from "./record-sink.js";

/** Elements that one record may have. */
const MAX_RECORD_ELEMENTS = 10_000;

/** What an element is: its text, or an object of its children, attributes as "@name". */
type Node = Record<string, unknown>;

/** Elements at a path; what is in one is an object, what repeats there a list. */
export function xmlReader(path: string): RecordReader {
  return async (bytes, sink) => {
    const reading = new XmlRecords(path.split("/"), sink);
    for await (const text of decodeXml(bytes, XML_LIMITS.documentBytes)) reading.write(text);
    reading.end();
  };
}

class XmlRecords {
  private readonly parser = new SaxesParser({ xmlns: false });
  private readonly path: string[] = [];
  /** The elements of the record in hand, from the outermost. */
  private readonly nodes: Node[] = [];
  private elements = 0;
  private text = "";
  private silent = 0;
  private tags = 0;
  private isEnding = false;

  constructor(
    private readonly target: readonly string[],
    private readonly sink: RecordSink,
  ) {
    sink.begin(objectAccess);
    const { parser } = this;
    parser.on("doctype", () => {
      const reason = "a document type declaration is not read";
      throw new RefusedInput("DOCTYPE_NOT_ALLOWED", reason);
    });
    parser.on("opentag", ({ name, attributes }) => this.open(local(name), attributes));
    parser.on("closetag", ({ name }) => this.close(local(name)));
    parser.on("text", (text) => this.keep(text));
    parser.on("cdata", (text) => this.keep(text));
    parser.on("error", (error) => this.fail(error));
  }

  write(text: string): void {
    const before = this.tags;
    this.parser.write(text);
    this.silent = this.tags === before ? this.silent + text.length : 0;
    if (this.silent <= XML_LIMITS.tokenCharacters) return;
    throw limit(`more than ${XML_LIMITS.tokenCharacters} characters without a tag`);
  }

  end(): void {
    if (this.tags === 0) throw new RefusedInput("EMPTY_DOCUMENT", "the document holds no element");
    this.isEnding = true;
    this.parser.close();
  }

  private open(name: string, attributes: Record<string, string>): void {
    this.tags += 1;
    this.path.push(name);
    if (this.path.length > XML_LIMITS.depth)
      throw limit(`deeper than ${XML_LIMITS.depth} elements`);
    this.text = "";
    const isRecord = this.nodes.length === 0 && this.isTarget();
    if (!isRecord && this.nodes.length === 0) return;
    if (isRecord) this.elements = 0;
    this.elements += 1;
    if (this.elements > MAX_RECORD_ELEMENTS) {
      throw limit(`a record of more than ${MAX_RECORD_ELEMENTS} elements`);
    }
    const named = Object.entries(attributes).map(([key, value]) => [`@${local(key)}`, value]);
    this.nodes.push(Object.fromEntries(named) as Node);
  }

  private isTarget(): boolean {
    const { path, target } = this;
    return path.length === target.length && path.every((name, index) => name === target[index]);
  }

  private close(name: string): void {
    this.tags += 1;
    this.path.pop();
    const node = this.nodes.pop();
    if (node === undefined) return;
    const text = this.text.trim();
    this.text = "";
    if (text !== "") node["#text"] = text;
    const parent = this.nodes.at(-1);
    if (parent === undefined) this.sink.record(node, this.parser.line);
    else addChild(parent, name, text !== "" && Object.keys(node).length === 1 ? text : node);
  }

  private keep(text: string): void {
    if (this.nodes.length === 0) return;
    this.text += text;
    if (this.text.length <= XML_LIMITS.tokenCharacters) return;
    throw limit(`a text of more than ${XML_LIMITS.tokenCharacters} characters`);
  }

  private fail(error: Error): never {
    const reason = `this is not well-formed XML: ${error.message.slice(0, 120)}`;
    throw new RefusedInput(this.isEnding ? "TRUNCATED" : "NOT_WELL_FORMED", reason);
  }
}

function addChild(parent: Node, name: string, child: unknown): void {
  const before = parent[name];
  if (before === undefined) parent[name] = child;
  else if (Array.isArray(before)) before.push(child);
  else parent[name] = [before, child];
}

function local(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function limit(what: string): RefusedInput {
  return new RefusedInput("LIMIT_EXCEEDED", `the document has ${what}`);
}
