import { describe, expect, it } from "vitest";
import { repositoryFiles } from "./rules/house-files.js";
import { filesAreNamedByRole, namesSayWhatThingsDo } from "./rules/name.rules.js";

describe("file names", () => {
  it.each([
    ["src/partners/holdPartner.ts", /kebab-case/],
    ["src/partners/Partner.entity.ts", /kebab-case/],
    ["src/partners/partner.ts", /does not say its role/],
    ["src/partners/partner.stuff.ts", /does not say its role/],
    ["src/partners/partner.entity.rules.ts", /does not say its role/],
  ])("refuses %s", (path, reason) => {
    expect(filesAreNamedByRole([{ path, text: "" }])).toEqual([expect.stringMatching(reason)]);
  });

  it.each([
    "src/partners/index.ts",
    "src/partners/partner.entity.ts",
    "src/partners/hold-partner.ts",
    "src/shared/clock.ts",
    "src/app/server.ts",
    "migrations/20250101-partners.ts",
    "client-sdk/generated/Operations.ts",
  ])("accepts %s", (path) => {
    expect(filesAreNamedByRole([{ path, text: "" }])).toEqual([]);
  });

  it("say their role everywhere in the repository", () => {
    expect(filesAreNamedByRole(repositoryFiles())).toEqual([]);
  });
});

describe("declared names", () => {
  it.each([
    ["class PartnerManager {}", "PartnerManager"],
    ["function dateUtils() {}", "dateUtils"],
    ["const batchProcessor = 1", "batchProcessor"],
    ["function f(helper: string) {}", "helper"],
    ["export interface PartnerData {}", "PartnerData"],
    ["export const info = 1", "info"],
  ])("refuses %s", (text, name) => {
    const path = "src/partners/hold-partner.ts";
    expect(namesSayWhatThingsDo([{ path, text }])).toEqual([
      expect.stringContaining(`${path}:1 declares "${name}"`),
    ]);
  });

  it.each(["src/partners/partner-helper.ts", "src/shared/utils.ts", "src/partners/data.ts"])(
    "refuses a file %s",
    (path) => {
      expect(namesSayWhatThingsDo([{ path, text: "" }])).toEqual([
        expect.stringContaining("is named by no job"),
      ]);
    },
  );

  it.each([
    "const { data } = await answer()",
    "import { EntityManager } from 'elsewhere'",
    "const dataFolder = '.tutti'",
    "export const utility = 1",
    "export class PageInfo {}",
    "function restrain() {}",
  ])("accepts %s", (text) => {
    expect(namesSayWhatThingsDo([{ path: "src/shared/clock.ts", text }])).toEqual([]);
  });

  it("say what things do everywhere in the repository", () => {
    expect(namesSayWhatThingsDo(repositoryFiles())).toEqual([]);
  });
});
