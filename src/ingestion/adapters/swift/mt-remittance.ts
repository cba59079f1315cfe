/** What :86: says of the :61: before it. */
export interface Remittance {
  /** The German business transaction code (GVC), three digits. */
  code?: string;
  name?: string;
  bank?: string;
  endToEndId?: string;
  customerReference?: string;
  /** What the payment is for. */
  text?: string;
  returnReason?: string;
}

/** "166?00GUTSCHRIFT?20EREF+...": a code, and subfields behind a separator of the bank's choice. */
const STRUCTURED = /^(\d{3})([^\w\s])(?=\d\d)/;
const SUBFIELD_CHARACTERS = 2;
const MAX_TEXT_CHARACTERS = 1_000;

/** @param lines the field's lines, as they were wrapped */
export function readRemittance(lines: readonly string[]): Remittance {
  const joined = lines.join("");
  const match = STRUCTURED.exec(joined);
  const [, code, separator] = match ?? [];
  if (code === undefined || separator === undefined) {
    return { text: cut(lines.join(" ").trim()) };
  }
  return { code, ...structured(subfields(joined.slice(code.length), separator)) };
}

function subfields(text: string, separator: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const part of text.split(separator).slice(1)) {
    const key = part.slice(0, SUBFIELD_CHARACTERS);
    fields.set(key, (fields.get(key) ?? "") + part.slice(SUBFIELD_CHARACTERS));
  }
  return fields;
}

const PURPOSE = [..."0123456789"].map((digit) => `2${digit}`).concat(["60", "61", "62", "63"]);

function structured(fields: Map<string, string>): Remittance {
  const purpose = PURPOSE.map((key) => fields.get(key) ?? "").join("");
  const named = sepaParts(purpose);
  const name = `${fields.get("32") ?? ""}${fields.get("33") ?? ""}`.trim();
  return {
    name: name === "" ? undefined : name,
    bank: fields.get("30")?.trim(),
    endToEndId: given(named.get("EREF")),
    customerReference: given(named.get("KREF")),
    text: cut((named.get("SVWZ") ?? purpose).trim()),
    returnReason: fields.get("34")?.trim(),
  };
}

function given(reference: string | undefined): string | undefined {
  const text = reference?.trim();
  return text === undefined || text === "" || text === "NOTPROVIDED" ? undefined : text;
}

/** "EREF+...MREF+...SVWZ+...": what stands behind each mark up to the next. */
function sepaParts(purpose: string): Map<string, string> {
  const parts = purpose.split(/(EREF|KREF|MREF|CRED|DEBT|SVWZ|ABWA|ABWE)\+/);
  const named = new Map<string, string>();
  for (let at = 1; at < parts.length; at += 2) named.set(parts[at] ?? "", parts[at + 1] ?? "");
  return named;
}

function cut(text: string): string | undefined {
  // The cut may go through a pair of surrogates, and half of one is no text.
  const kept = text.slice(0, MAX_TEXT_CHARACTERS).replace(/[\ud800-\udbff]$/, "");
  return kept === "" ? undefined : kept;
}
