import { basename } from "node:path";
import ts from "typescript";
import { isHandWritten, walk, whereIs, type HouseFile, type HouseRule } from "./house-files.js";

/** The roles a file of a room may name in its suffix. A new role is added here with its meaning. */
export const FILE_ROLES = [
  "entity", // the row and its invariants
  "rules", // pure decisions
  "errors", // refusals
  "events", // facts, in the past tense
  "queries", // SQL
  "type", // what the API shows
  "input", // what the API takes
  "resolver", // decorators and one call a field
  "loader", // a DataLoader
  "adapter", // one partner format
  "lane", // a single-flight writer
  "job", // work that a clock or a queue starts
  "command", // a command of the command line
  "route", // an HTTP endpoint that is not GraphQL
];

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
const ROOM = /^src\/(?!app\/|cli\/|shared\/)[^/]+\//;

/** Files are in kebab-case; in a room they are `index.ts`, `noun.role.ts` or `verb-noun.ts`. */
export const filesAreNamedByRole: HouseRule = (files) =>
  files.filter(isHandWritten).flatMap((file) => {
    const name = basename(file.path).replace(/(\.d)?\.m?tsx?$/, "");
    if (!KEBAB.test(name.replace(/^\./, ""))) {
      return [`${file.path} is not in kebab-case: rename it, as in "hold-partner.ts"`];
    }
    if (!ROOM.test(file.path) || hasRole(name)) return [];
    return [
      `${file.path} does not say its role: name it "<noun>.<role>.ts" with a role of ` +
        `${FILE_ROLES.join(", ")}, or "<verb>-<noun>.ts" when it is one use case`,
    ];
  });

function hasRole(name: string): boolean {
  const [stem = "", role, ...rest] = name.split(".");
  if (role === undefined) return stem === "index" || stem.includes("-");
  return rest.length === 0 && FILE_ROLES.includes(role);
}

const EMPTY_WORDS = /^(manager|helper|util|processor)s?$/;
const VAGUE_WORDS = /^(data|info)$/;

/** Names that a specification gives. */
const GIVEN_NAMES = new Set(["PageInfo"]); // GraphQL Cursor Connections

/** No Manager, Helper, Util, Processor in any name; no exported name that ends in Data or Info. */
export const namesSayWhatThingsDo: HouseRule = (files) =>
  files.filter(isHandWritten).flatMap((file) => [
    ...vagueFileName(file),
    ...declaredNames(file)
      .filter(({ text, exported }) => saysNothing(text, exported))
      .map(
        ({ text, node }) =>
          `${whereIs(file, node)} declares "${text}": name it by what it does, in a word of the ` +
          `field (Manager, Helper, Util, Processor, data and info say nothing)`,
      ),
  ]);

function vagueFileName(file: HouseFile): string[] {
  const stem = basename(file.path).replace(/\.\w+$/, "");
  if (!saysNothing(stem, true)) return [];
  return [`${file.path} is named by no job: name it after the one thing in it`];
}

function saysNothing(name: string, exported: boolean): boolean {
  if (GIVEN_NAMES.has(name)) return false;
  const words = name
    .replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, "-")
    .toLowerCase()
    .split(/[-._]/);
  return (
    words.some((word) => EMPTY_WORDS.test(word)) ||
    (exported && VAGUE_WORDS.test(words.at(-1) ?? ""))
  );
}

interface DeclaredName {
  text: string;
  node: ts.Node;
  exported: boolean;
}

function declaredNames(file: HouseFile): DeclaredName[] {
  const names: DeclaredName[] = [];
  walk(file, (node) => {
    if (!isNamedDeclaration(node) || !node.name || !ts.isIdentifier(node.name)) return;
    names.push({ text: node.name.text, node: node.name, exported: isExported(node) });
  });
  return names;
}

function isNamedDeclaration(node: ts.Node): node is ts.NamedDeclaration & { name?: ts.Node } {
  return (
    ts.isClassLike(node) ||
    ts.isFunctionDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isEnumDeclaration(node) ||
    ts.isVariableDeclaration(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isParameter(node)
  );
}

function isExported(node: ts.Node): boolean {
  const statement = ts.isVariableDeclaration(node) ? node.parent.parent : node;
  if (!ts.canHaveModifiers(statement)) return false;
  const modifiers = ts.getModifiers(statement) ?? [];
  return modifiers.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword);
}
