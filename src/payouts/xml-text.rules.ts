/** An element with its text or its children; children that are null are left out. */
export interface XmlElement {
  readonly name: string;
  readonly content: string | readonly (XmlElement | null)[];
  readonly attributes: Readonly<Record<string, string>>;
}

/** An element of an XML document. */
export function element(
  name: string,
  content: XmlElement["content"],
  attributes: XmlElement["attributes"] = {},
): XmlElement {
  return { name, content, attributes };
}

/** A document as text, two spaces a level. Texts hold only characters that XML has. */
export function xmlDocument(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xmlText(root, "")}`;
}

function xmlText({ name, content, attributes }: XmlElement, indent: string): string {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const tag = `${name}${given.join("")}`;
  if (typeof content === "string") return `${indent}<${tag}>${escaped(content)}</${name}>\n`;
  const children = content.filter((child) => child !== null);
  const inside = children.map((child) => xmlText(child, `${indent}  `)).join("");
  return `${indent}<${tag}>\n${inside}${indent}</${name}>\n`;
}

const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}
