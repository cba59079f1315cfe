import { parse, print } from "graphql";

/**
 * The description of a mutation: what it does, and an example that a test validates.
 * @param example the field as it stands in a document, without `mutation { }` around it
 */
export function describedCommand(purpose: string, example: string): string {
  const document = print(parse(`mutation { ${example} }`));
  return `${purpose}\n\nExample:\n\`\`\`graphql\n${document}\n\`\`\``;
}
