import { dirname, join } from "node:path";
import ts from "typescript";
import { syntaxOf, whereIs, type HouseFile, type HouseRule } from "./house-files.js";

/** The rows of every Markdown table whose first cell is a `code span`: name to the other cells. */
export function tableRows(markdown: string): [name: string, cells: string[]][] {
  return [...markdown.matchAll(/^\|\s*`([^`]+)`\s*\|(.*)\|\s*$/gm)].map((match) => [
    match[1] ?? "",
    (match[2] ?? "").split("|").map((cell) => cell.trim()),
  ]);
}

/** The part of a Markdown text under a heading of the second level. */
export function section(markdown: string, heading: string): string {
  const [, after = ""] = markdown.split(`\n## ${heading}\n`);
  return after.split(/\n## /)[0] ?? "";
}

/** Each name has one full row in the document's tables, and no such row names anything else. */
export function namesAreDocumented(
  names: readonly string[],
  document: HouseFile,
  isOne: (name: string) => boolean,
): string[] {
  const rows = tableRows(document.text).filter(([name]) => isOne(name));
  const written = rows.map(([name]) => name);
  return [
    ...names
      .filter((name) => !written.includes(name))
      .map((name) => `${document.path} does not explain ${name}: add a row to its table`),
    ...written
      .filter((name, index) => !names.includes(name) || written.indexOf(name) !== index)
      .map((name) => `${document.path} explains ${name}, which is gone or twice: remove the row`),
    ...rows
      .filter(([, cells]) => cells.some((cell) => cell === ""))
      .map(([name]) => `${document.path} leaves a cell of ${name} empty: fill it`),
  ];
}

/** What a room offers at its door has a docstring: its reader reads no implementation. */
export const doorIsDocumented: HouseRule = (files) => {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return files
    .filter((file) => /^src\/[^/]+\/index\.ts$/.test(file.path))
    .flatMap((door) => offered(door, byPath))
    .filter(({ declaration }) => ts.getJSDocCommentsAndTags(declaration).length === 0)
    .map(
      ({ file, declaration, name }) =>
        `${whereIs(file, declaration)} offers ${name}() to other rooms without a docstring: say ` +
        `in one line what it does, and its @throws`,
    );
};

interface Offer {
  file: HouseFile;
  declaration: ts.FunctionDeclaration | ts.VariableStatement;
  name: string;
}

function offered(file: HouseFile, byPath: Map<string, HouseFile>): Offer[] {
  return syntaxOf(file).statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement)) return functionOf(file, statement);
    const source = byPath.get(target(file, statement));
    if (!source || statement.isTypeOnly) return [];
    const all = syntaxOf(source).statements.flatMap((inner) => functionOf(source, inner));
    const clause = statement.exportClause;
    if (!clause || !ts.isNamedExports(clause)) return all;
    const names = clause.elements.map((element) => (element.propertyName ?? element.name).text);
    return all.filter((offer) => names.includes(offer.name));
  });
}

function target(file: HouseFile, statement: ts.ExportDeclaration): string {
  const specifier = statement.moduleSpecifier;
  if (!specifier || !ts.isStringLiteral(specifier)) return "";
  return join(dirname(file.path), specifier.text.replace(/\.js$/, ".ts"));
}

/** The function that a statement exports, written as a function or as a constant arrow. */
function functionOf(file: HouseFile, statement: ts.Statement): Offer[] {
  const exported =
    ts.canHaveModifiers(statement) &&
    (ts.getModifiers(statement) ?? []).some((m) => m.kind === ts.SyntaxKind.ExportKeyword);
  if (!exported) return [];
  if (ts.isFunctionDeclaration(statement) && statement.name) {
    return [{ file, declaration: statement, name: statement.name.text }];
  }
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations
    .filter(({ initializer }) => initializer && ts.isFunctionLike(initializer))
    .map((declared) => ({ file, declaration: statement, name: declared.name.getText() }));
}
