import { resolve } from "node:path";
import type { z } from "zod";
import { readArguments, type Given } from "./read-arguments.js";
import { productionProblems } from "./production.rules.js";
import { settingEntries, SETTINGS_SCHEMA, type Setting } from "./settings.js";
import { StartupError } from "./startup-error.js";

/** The hub's settings, read once at the start. `dataDir` is absolute. */
export type Config = Readonly<z.output<typeof SETTINGS_SCHEMA>>;

/** EX_CONFIG of sysexits.h. */
const CONFIG_EXIT_CODE = 78;

/** All that is wrong with the settings, a sentence each. */
export class InvalidSettings extends StartupError {
  constructor(readonly problems: readonly string[]) {
    const list = problems.map((each) => `\n  - ${each}`).join("");
    const many = `${problems.length} settings are wrong:${list}`;
    super(problems.length === 1 ? problems.join() : many, "See --help.", CONFIG_EXIT_CODE);
  }
}

/**
 * Reads and checks all settings together; an option wins over the environment.
 * @param argv arguments after the program's name
 * @throws InvalidSettings naming every problem; values of secrets are not shown
 */
export function readConfig(env: NodeJS.ProcessEnv, argv: readonly string[]): Config {
  const { options, problems } = readArguments(argv);
  const given = new Map<string, Given>();
  for (const [name, setting] of settingEntries) {
    const found = options.get(name) ?? fromEnvironment(setting, env);
    if (found) given.set(name, found);
  }
  const values = Object.fromEntries([...given].map(([name, { value }]) => [name, value]));
  const checked = SETTINGS_SCHEMA.safeParse(values);
  const wrong = new Set(checked.error?.issues.map((issue) => issue.path[0]));
  for (const [name, setting] of settingEntries) {
    if (wrong.has(name)) problems.push(problemOf(setting, given.get(name)));
  }
  if (checked.success) problems.push(...productionProblems(checked.data));
  if (!checked.success || problems.length > 0) throw new InvalidSettings(problems);
  return Object.freeze({ ...checked.data, dataDir: resolve(checked.data.dataDir) });
}

function fromEnvironment(setting: Setting, env: NodeJS.ProcessEnv): Given | undefined {
  const name = setting.env.find((each) => env[each]);
  return name === undefined ? undefined : { name, value: env[name] ?? "" };
}

function problemOf(setting: Setting, given: Given | undefined): string {
  const shown = setting.secret ? "not usable" : JSON.stringify(given?.value);
  return `${given?.name ?? setting.env[0]} is ${shown}: give ${setting.remedy}.`;
}
