import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** A file of the repository, with its path from the top and forward slashes. */
export interface HouseFile {
  readonly path: string;
  readonly text: string;
}

/** A rule reads files and answers one sentence per offence: where, what, and the remedy. */
export type HouseRule = (files: readonly HouseFile[]) => string[];

export const REPOSITORY = join(import.meta.dirname, "../../..");

const BINARY = /\.(png|jpe?g|gif|ico|woff2?|gz|zip|pdf|xlsx?)$/;

let listed: HouseFile[] | undefined;

/**
 * Every file that a commit would hold: tracked ones and new ones that are not ignored. Pictures and
 * the like are there, so that links lead to them, and have no text.
 */
export function repositoryFiles(): HouseFile[] {
  listed ??= git("ls-files", "--cached", "--others", "--exclude-standard", "-z")
    .split("\0")
    .filter((path) => path !== "" && existsSync(join(REPOSITORY, path)))
    .map((path) => ({ path, text: BINARY.test(path) ? "" : textOf(path) }));
  return listed;
}

function textOf(path: string): string {
  return readFileSync(join(REPOSITORY, path), "utf8");
}

/** One file of the repository by its path, or undefined when there is none. */
export function repositoryFile(path: string): HouseFile | undefined {
  return repositoryFiles().find((file) => file.path === path);
}

function git(...args: string[]): string {
  return execFileSync("git", args, { cwd: REPOSITORY, encoding: "utf8", maxBuffer: 2 ** 26 });
}

/** TypeScript that people write: generated and compiled code is not held to the house rules. */
export function isHandWritten(file: HouseFile): boolean {
  return /\.m?tsx?$/.test(file.path) && !/(^|\/)(generated|dist)\//.test(file.path);
}

export function isTest(file: HouseFile): boolean {
  return file.path.startsWith("tests/") || /\.test\.tsx?$/.test(file.path);
}

const parsed = new WeakMap<HouseFile, ts.SourceFile>();

/** The syntax tree of a TypeScript file, parsed once. */
export function syntaxOf(file: HouseFile): ts.SourceFile {
  const known = parsed.get(file);
  if (known) return known;
  const tree = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true);
  parsed.set(file, tree);
  return tree;
}

/** Calls `visit` for every node of a file, outer nodes first. */
export function walk(file: HouseFile, visit: (node: ts.Node) => void): void {
  const step = (node: ts.Node): void => {
    visit(node);
    ts.forEachChild(node, step);
  };
  step(syntaxOf(file));
}

/** "path:line" of a node, or of a character offset. */
export function whereIs(file: HouseFile, at: ts.Node | number): string {
  const offset = typeof at === "number" ? at : at.getStart(syntaxOf(file));
  return `${file.path}:${file.text.slice(0, offset).split("\n").length}`;
}
