import ts from "typescript";
import {
  isHandWritten,
  isTest,
  walk,
  whereIs,
  type HouseFile,
  type HouseRule,
} from "./house-files.js";

const isHouse = (file: HouseFile): boolean => file.path.startsWith("tests/house/");

const MARKER = /\b(TODO|FIXME|HACK)\b|\b(it|test|describe|suite|bench)\.(only|skip|todo)\b/g;

/** Nothing is left for later in code: no marker, no test that is switched off or singled out. */
export const nothingIsLeftForLater: HouseRule = (files) =>
  files
    .filter((file) => isHandWritten(file) && !isHouse(file))
    .flatMap((file) =>
      [...file.text.matchAll(MARKER)].map(
        (match) =>
          `${whereIs(file, match.index)} says "${match[0]}": finish it now, or open an issue and ` +
          `delete the marker`,
      ),
    );

const HOME_PATH = /(?<![\w.$}/-])\/(home|root|work|Users)\/[\w.-]+/g;
const REGISTRY =
  /https?:\/\/(registry\.|[\w.-]*(npm|artifactory|nexus|mirror|verdaccio)[\w.-]*[:/])/g;

/** No path of one machine and no package registry in a tracked file: a clone works anywhere. */
export const noMachineIsNamed: HouseRule = (files) =>
  files
    .filter((file) => !isHouse(file))
    .flatMap((file) => [
      ...[...file.text.matchAll(HOME_PATH)].map(
        (match) =>
          `${whereIs(file, match.index)} names the folder "${match[0]}": use a path relative to ` +
          `the file, os.tmpdir() or a setting`,
      ),
      ...[...file.text.matchAll(REGISTRY)].map(
        (match) =>
          `${whereIs(file, match.index)} names the host "${match[0]}": registries belong in the ` +
          `user's own npm settings (npm config set omit-lockfile-registry-resolved true)`,
      ),
    ]);

const STATEMENT = new RegExp(
  String.raw`(^|[\s(])(` +
    [
      String.raw`insert\s+into\s`,
      String.raw`delete\s+from\s`,
      String.raw`update\s+\S+\s+((as\s+)?\w+\s+)?set\s[^;]*?=`,
      String.raw`select\s[^;]*?\sfrom\s`,
    ].join("|") +
    ")",
);

/** SQL lives in migrations/ and *.queries.ts; product code elsewhere calls a query by its name. */
export const sqlStaysWithTheQueries: HouseRule = (files) =>
  files
    .filter((file) => /^(src|client-sdk)\//.test(file.path) && isHandWritten(file))
    .filter((file) => !file.path.endsWith(".queries.ts") && !isTest(file))
    .flatMap((file) =>
      literalsOf(file)
        .filter(({ text }) => STATEMENT.test(text) || STATEMENT.test(lowered(text)))
        .map(
          ({ node }) =>
            `${whereIs(file, node)} holds SQL: move the statement into a *.queries.ts of the ` +
            `room and call it by what it answers`,
        ),
    );

/** SQL in capitals, as written by a person who shouts; prose with a capital first letter stays. */
function lowered(text: string): string {
  return /\b(SELECT|INSERT|UPDATE|DELETE)\b/.test(text) ? text.toLowerCase() : text;
}

function literalsOf(file: HouseFile): { node: ts.Node; text: string }[] {
  const literals: { node: ts.Node; text: string }[] = [];
  walk(file, (node) => {
    if (ts.isStringLiteralLike(node)) literals.push({ node, text: node.text });
    if (ts.isTemplateExpression(node)) literals.push({ node, text: templateText(node) });
  });
  return literals;
}

function templateText(node: ts.TemplateExpression): string {
  return node.head.text + node.templateSpans.map((span) => `x${span.literal.text}`).join("");
}

const DIRECTIVE =
  /(oxlint|eslint)-disable[\w-]*([^\n*]*)|@ts-(expect-error|ignore|nocheck)([^\n*]*)/g;

/** A switched-off check is argued for on its own line: `-- <reason>`, and names the rule. */
export const exceptionsAreArgued: HouseRule = (files) =>
  files
    .filter((file) => isHandWritten(file) && !isHouse(file))
    .flatMap((file) =>
      [...file.text.matchAll(DIRECTIVE)]
        .filter((match) => !/\S\s+--\s+\S+\s+\S+/.test(match[0]))
        .map(
          (match) =>
            `${whereIs(file, match.index)} switches a check off without saying why: write ` +
            `"oxlint-disable-next-line <rule> -- <reason>"`,
        ),
    );
