import ts from "typescript";
import { isHandWritten, syntaxOf, walk, whereIs, type HouseRule } from "./house-files.js";

const MAX_COLUMNS = 100;
const MAX_FUNCTION_LINES = 50;

const UNBREAKABLE = /^\s*(\/\^.*\/[a-z]*[;,]?|(it|test|describe)\b.*["'`].*["'`],.*)$/;

/**
 * No line over 100 columns. Excepted is what cannot be broken: a link, a regular expression, the
 * title of a test.
 */
export const columnsAreBounded: HouseRule = (files) =>
  files.filter(isHandWritten).flatMap((file) =>
    file.text.split("\n").flatMap((line, index) => {
      const breakable = /\S\s+\S/.test(line.trim().replace(/^(\/\/|\*)\s*/, ""));
      if (line.length <= MAX_COLUMNS || !breakable || UNBREAKABLE.test(line)) return [];
      return [
        `${file.path}:${index + 1} has ${line.length} columns, ${MAX_COLUMNS} is the limit: ` +
          `break the text (the formatter leaves strings and comments alone)`,
      ];
    }),
  );

/** No function over 50 lines; the callback of `describe` only groups and is excepted. */
export const functionsAreShort: HouseRule = (files) =>
  files.filter(isHandWritten).flatMap((file) => {
    const found: string[] = [];
    walk(file, (node) => {
      if (!ts.isFunctionLike(node) || isGrouping(node)) return;
      const lines = node.getText(syntaxOf(file)).split("\n").length;
      if (lines <= MAX_FUNCTION_LINES) return;
      found.push(
        `${whereIs(file, node)} is a function of ${lines} lines, ${MAX_FUNCTION_LINES} is the ` +
          `limit: name its steps and make each a function`,
      );
    });
    return found;
  });

function isGrouping(node: ts.Node): boolean {
  return ts.isCallExpression(node.parent) && /^(describe|suite)\b/.test(node.parent.getText());
}
