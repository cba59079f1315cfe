import { settingEntries, type Setting } from "./settings.js";

/** A row of what people read about a setting: names, meaning, default. */
export type SettingRow = [names: string, meaning: string, fallback: string];

/** All settings as people read them: the table of --help and of the README. */
export function settingRows(): SettingRow[] {
  return settingEntries.map(([, each]) => [namesOf(each).join(", "), each.meaning, each.fallback]);
}

/** The settings as a Markdown table. */
export function settingsMarkdown(): string {
  const head = ["| Setting | Meaning | Default |", "| --- | --- | --- |"];
  const rows = settingEntries.map(([, each]) => {
    const names = namesOf(each).map((name) => `\`${name}\``);
    return `| ${names.join(", ")} | ${each.meaning} | ${each.fallback} |`;
  });
  return [...head, ...rows].join("\n");
}

/** What --help prints. */
export function helpText(): string {
  const rows = settingRows().map(([names, meaning, fallback]) => {
    return `  ${names}\n      ${meaning} (default: ${fallback})`;
  });
  return ["Usage: npm start -- [options]", "", "Settings, from the environment or as options:"]
    .concat(rows, "  --help\n      Prints this.", "")
    .join("\n");
}

function namesOf(setting: Setting): string[] {
  const option = setting.option && `--${setting.option}${setting.isSwitch ? "" : " <value>"}`;
  return option ? [...setting.env, option] : [...setting.env];
}
