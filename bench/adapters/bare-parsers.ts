import { parse } from "csv-parse";
import { read as readMt940 } from "mt940-js";
import { SaxesParser } from "saxes";
import { pieces, type Sample } from "./samples.js";

/** Records that a parser finds in a document when nothing is made of them. */
export type BareParser = (sample: Sample) => Promise<number>;

/** saxes, with every element and text told. */
export const bareXml: BareParser = async (sample) => {
  let records = 0;
  let characters = 0;
  const parser = new SaxesParser({ xmlns: false });
  parser.on("opentag", ({ name }) => {
    if (name === "TxDtls") records += 1;
  });
  parser.on("text", (text) => (characters += text.length));
  parser.on("closetag", () => undefined);
  const decoder = new TextDecoder();
  for await (const piece of pieces(sample)) parser.write(decoder.decode(piece, { stream: true }));
  parser.close();
  return characters > 0 ? records : 0;
};

/** mt940-js, which reads a whole file. */
export const bareMt940: BareParser = async ({ bytes }) => {
  const statements = await readMt940(bytes);
  return statements.reduce((sum, { transactions }) => sum + transactions.length, 0);
};

/** csv-parse, one call a record. */
export const bareCsv: BareParser = async (sample) => {
  let records = -1;
  const parser = parse({
    on_record: () => {
      records += 1;
      return null;
    },
  });
  const ended = new Promise((resolve, reject) => parser.once("end", resolve).once("error", reject));
  parser.resume();
  for await (const piece of pieces(sample)) {
    await new Promise<void>((resolve) => parser.write(piece, () => resolve()));
  }
  parser.end();
  await ended;
  return records;
};

/** JSON.parse on every line. */
export const bareNdjson: BareParser = async (sample) => {
  let records = 0;
  let rest = "";
  const decoder = new TextDecoder();
  for await (const piece of pieces(sample)) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      const value: unknown = JSON.parse(line);
      if (typeof value === "object") records += 1;
    }
  }
  return records;
};
