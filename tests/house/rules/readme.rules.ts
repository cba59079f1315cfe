import { posix } from "node:path";
import ts from "typescript";
import { isHandWritten, walk, type HouseFile, type HouseRule } from "./house-files.js";

/** The commands of a Markdown file's shell blocks, one a line, without comments. */
export function shellCommands(markdown: string): string[] {
  const blocks = markdown.matchAll(/^```(?:sh|bash|shell)\n(.*?)^```/gms);
  return [...blocks]
    .flatMap(([, block = ""]) => block.split("\n"))
    .map((line) => line.replace(/\s+#.*$/, "").trim())
    .filter((line) => line !== "");
}

/** Every relative link of a document leads to a file of the repository. */
export const linksLeadSomewhere: HouseRule = (files) => {
  const paths = new Set(files.flatMap(({ path }) => [path, ...parents(path)]));
  return files
    .filter((file) => file.path.endsWith(".md"))
    .flatMap((file) =>
      [...file.text.matchAll(/\]\((?![a-z]+:|#)([^)#\s]+)[^)]*\)/g)]
        .map(([, target = ""]) => posix.join(posix.dirname(file.path), target))
        .filter((target) => !paths.has(target.replace(/\/$/, "")))
        .map((target) => `${file.path} links to ${target}, which is not there: mend the link`),
    );
};

function parents(path: string): string[] {
  const parent = posix.dirname(path);
  return parent === "." ? [] : [parent, ...parents(parent)];
}

const SETTING = /^(TUTTI_[A-Z_]+|DATABASE_URL|REDIS_URL)$/;

/** The settings that the product reads: each name as it stands in the code, once. */
export function settingsRead(files: readonly HouseFile[]): string[] {
  const names = new Set<string>();
  for (const file of files) {
    if (!file.path.startsWith("src/") || !isHandWritten(file)) continue;
    walk(file, (node) => {
      const named = ts.isIdentifier(node) || ts.isStringLiteralLike(node) ? node.text : "";
      if (SETTING.test(named)) names.add(named);
    });
  }
  return [...names].toSorted();
}
