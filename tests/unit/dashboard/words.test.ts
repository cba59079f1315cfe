import { describe, expect, it } from "vitest";
import { en } from "../../../dashboard/src/words/en.js";
import { fill } from "../../../dashboard/src/words/fill.js";
import { ko } from "../../../dashboard/src/words/ko.js";

/** Every text by its path. */
function texts(words: object, path = ""): [path: string, text: string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === "string" ? [[path + key, value]] : texts(value, `${path}${key}.`),
  );
}

const placesIn = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).toSorted();

describe("the words of the dashboard", () => {
  it.each(texts(en))("%s has the same places to fill in Korean", (path, text) => {
    const korean = new Map(texts(ko)).get(path) ?? "";
    expect(korean).not.toBe("");
    expect(placesIn(korean)).toEqual(placesIn(text));
  });

  it("are filled, and what has no value stays", () => {
    expect(fill("{count} of {all}", { count: 3 })).toBe("3 of {all}");
  });
});
