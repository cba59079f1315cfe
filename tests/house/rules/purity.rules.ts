import ts from "typescript";
import { walk, whereIs, type HouseRule } from "./house-files.js";

/** Calls and reads by which the outside gets into a decision. */
const IMPURE =
  /^(Date\.now|Math\.random|performance\.now|process\b.*|console\..*|fetch|set(Timeout|Interval|Immediate)|queueMicrotask)$/;
const PURE_CRYPTO = new Set(["hash", "createHash"]);

/**
 * A *.rules.ts takes time, ids and chance as arguments: the same input decides the same for ever.
 */
export const rulesTakeNothingFromOutside: HouseRule = (files) =>
  files
    .filter((file) => /^src\/.*\.rules\.ts$/.test(file.path))
    .flatMap((file) => {
      const found: string[] = [];
      walk(file, (node) => {
        const what = impurity(node);
        if (what === undefined) return;
        found.push(
          `${whereIs(file, node)} uses ${what}: a rule takes time, ids and settings as arguments`,
        );
      });
      return found;
    });

function impurity(node: ts.Node): string | undefined {
  if (ts.isNewExpression(node) && node.expression.getText() === "Date") {
    return node.arguments?.length ? undefined : "new Date()";
  }
  if (ts.isImportDeclaration(node)) return impureCrypto(node);
  const used = usedName(node);
  return used !== undefined && IMPURE.test(used) ? used : undefined;
}

function usedName(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node)) return node.getText();
  const calls = ts.isCallExpression(node) && ts.isIdentifier(node.expression);
  return calls ? node.expression.getText() : undefined;
}

function impureCrypto({ importClause, moduleSpecifier }: ts.ImportDeclaration): string | undefined {
  if (!/^.(node:)?crypto.$/.test(moduleSpecifier.getText())) return undefined;
  const bindings = importClause?.namedBindings;
  if (!bindings || !ts.isNamedImports(bindings)) return "all of crypto";
  const names = bindings.elements.map((element) => (element.propertyName ?? element.name).text);
  return names.find((name) => !PURE_CRYPTO.has(name));
}
