/** Where the parser stands; lines from 1. */
export interface Cursor {
  readonly line: number;
  readonly column: number;
}

/** What a reader does at an element. A path without a rule is skipped with all that is in it. */
export interface ElementActions<S> {
  open?: (state: S, attributes: Readonly<Record<string, string>>, cursor: Cursor) => void;
  /** Gets the element's own text, trimmed; an empty element has none and is not told. */
  text?: (state: S, text: string, cursor: Cursor) => void;
  close?: (state: S) => void;
  /** All children that the message knows here, in one string; any other one is refused. */
  only?: string;
}

/** The rules of a message as a tree: one map look-up an element, no paths built while reading. */
export interface ElementRule<S> {
  readonly path: string;
  readonly children: ReadonlyMap<string, ElementRule<S>>;
  readonly strict: boolean;
  readonly open: ElementActions<S>["open"];
  readonly text: ElementActions<S>["text"];
  readonly close: ElementActions<S>["close"];
}

/** Builds the tree from a table of paths relative to the document element. */
export function elementRules<S>(
  table: Readonly<Record<string, ElementActions<S>>>,
): ElementRule<S> {
  const paths = Object.keys(table);
  const build = (path: string): ElementRule<S> => {
    const { open, text, close, only } = table[path] ?? {};
    const prefix = path === "" ? "" : `${path}/`;
    const below = paths
      .filter((other) => other !== path && other.startsWith(prefix))
      .map((other) => other.slice(prefix.length).split("/")[0] ?? "");
    const names = new Set([...(only?.split(" ") ?? []), ...below]);
    const children = new Map([...names].map((name) => [name, build(prefix + name)]));
    return { path, children, strict: only !== undefined, open, text, close };
  };
  return build("");
}
