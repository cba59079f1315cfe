import { SaxesParser } from "saxes";

/** An element as a test looks at it. */
export interface XmlTree {
  name: string;
  attributes: Record<string, string>;
  children: XmlTree[];
  text: string;
}

/** A document as a tree. @throws Error when it is not well formed */
export function xmlTree(text: string): XmlTree {
  const parser = new SaxesParser({ xmlns: false });
  const top: XmlTree = { name: "", attributes: {}, children: [], text: "" };
  const open = [top];
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element = { name, attributes, children: [], text: "" };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("text", (part) => {
    const element = open.at(-1);
    if (element) element.text += part;
  });
  parser.on("closetag", () => open.pop());
  parser.write(text).close();
  return top.children[0] ?? top;
}

/** All elements at a path below one. */
export function all(element: XmlTree, path: string): XmlTree[] {
  return path
    .split("/")
    .reduce(
      (found, name) =>
        found.flatMap(({ children }) => children.filter((each) => each.name === name)),
      [element],
    );
}

/** The text at a path, or undefined where nothing is. */
export function textAt(element: XmlTree, path: string): string | undefined {
  return all(element, path)[0]?.text;
}
