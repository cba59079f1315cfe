import { readdir } from "node:fs/promises";
import type { Constructor } from "@mikro-orm/core";
import type { Migration } from "@mikro-orm/migrations";

/** A step of migrations/, by the name under which the database remembers it. */
export interface MigrationStep {
  name: string;
  class: Constructor<Migration>;
}

const FOLDER = new URL("../../../migrations/", import.meta.url);
const STEP = /^(\d{4}-[a-z0-9-]+)\.[jt]s$/;

/**
 * The steps of migrations/ in order: the sources when run from sources, else what was compiled.
 * Read here and not by MikroORM, whose own import of a source file knows nothing of the test
 * runner.
 */
export async function migrationSteps(): Promise<MigrationStep[]> {
  const files = (await readdir(FOLDER)).filter((file) => STEP.test(file)).toSorted();
  return Promise.all(files.map(loadStep));
}

async function loadStep(file: string): Promise<MigrationStep> {
  const name = STEP.exec(file)?.[1] ?? file;
  const module: Record<string, unknown> = await import(new URL(file, FOLDER).href);
  const step = Object.values(module).find(isStep);
  if (!step) throw new Error(`migrations/${file} exports no Migration class`);
  return { name, class: step };
}

function isStep(value: unknown): value is Constructor<Migration> {
  return typeof value === "function" && "prototype" in value && hasUp(value.prototype);
}

function hasUp(prototype: unknown): boolean {
  return typeof prototype === "object" && prototype !== null && "up" in prototype;
}
