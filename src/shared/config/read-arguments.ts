import { parseArgs } from "node:util";
import { settingEntries, type SettingName } from "./settings.js";

/** A value as it was given, and under which name. */
export interface Given {
  name: string;
  value: string;
}

const NAMES = new Map<string, SettingName>();
const OPTIONS: Record<string, { type: "boolean" | "string" }> = {};
for (const [name, { option, isSwitch }] of settingEntries) {
  if (!option) continue;
  NAMES.set(option, name);
  OPTIONS[option] = { type: isSwitch ? "boolean" : "string" };
}

/** The options on the command line by setting, and a sentence about every argument that is none. */
export function readArguments(argv: readonly string[]) {
  const options = new Map<SettingName, Given>();
  const problems: string[] = [];
  const args = { args: [...argv], options: OPTIONS, strict: false, tokens: true } as const;
  for (const token of parseArgs(args).tokens) {
    if (token.kind === "option-terminator") continue;
    const name = token.kind === "option" ? NAMES.get(token.name) : undefined;
    if (token.kind === "positional") problems.push(`${quote(token.value)} is not an option.`);
    else if (!name) problems.push(`${token.rawName} is not an option.`);
    else options.set(name, { name: token.rawName, value: valueOf(token) });
  }
  return { options, problems };
}

/**
 * A switch without a value is on; an option that lacks its value fails its check as the empty text.
 */
function valueOf(token: { name: string; value?: string | undefined }): string {
  return token.value ?? (OPTIONS[token.name]?.type === "boolean" ? "true" : "");
}

function quote(text: string): string {
  return JSON.stringify(text);
}
