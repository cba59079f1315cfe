import { Kind, parse } from "graphql";
import { documentId } from "./trusted-documents.js";

const DOCUMENT = /(export const \w+Document = new TypedDocumentString\(`)([^`]*)(`)\)/g;

/** Documents with their ids, and the list by which a hub knows them. */
export interface IdentifiedDocuments {
  /** The generated module, each document in it with its id. */
  source: string;
  /** schema/trusted-documents.json: each document's text under its id, sorted. */
  trusted: string;
}

/** Gives each document of a module that was generated for the SDK its id and its root fields. */
export function identifyDocuments(generated: string): IdentifiedDocuments {
  const texts: string[] = [];
  const identify = (_all: string, head: string, text: string, tail: string): string => {
    texts.push(text);
    const meta = { hash: documentId(text), roots: rootsOf(text) };
    return `${head}${text}${tail}, ${JSON.stringify(meta)})`;
  };
  const source = generated.replaceAll(DOCUMENT, identify);
  const byId = texts
    .map((text) => [documentId(text), text] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { source, trusted: `${JSON.stringify(Object.fromEntries(byId), null, 2)}\n` };
}

/** The fields with selections that a document's operation asks for, by which an answer is known. */
function rootsOf(text: string): string[] {
  const operation = parse(text).definitions.find(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const fields = (operation?.selectionSet.selections ?? []).filter(
    (selection) => selection.kind === Kind.FIELD,
  );
  return fields.flatMap(({ alias, name, selectionSet }) =>
    selectionSet ? [(alias ?? name).value] : [],
  );
}
