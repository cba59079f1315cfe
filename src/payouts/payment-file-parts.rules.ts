/** A file for a bank, or of one, without what is about single payments, and those apart. */
export interface FileParts {
  /** The text with a mark in the place of each part. */
  frame: string;
  parts: FilePart[];
}

/** What a file says of one payment. */
export interface FilePart {
  /** From 1. */
  number: number;
  /** By which the bank calls the payment. */
  endToEndId: string;
  text: string;
}

/** A payment in pain.001, and what became of one in pain.002. */
const PART = /<((?:\w+:)?(?:CdtTrfTxInf|TxInfAndSts))(?=[\s>])[\s\S]*?<\/\1>/g;
const END_TO_END_ID = /EndToEndId>\s*([^<]*?)\s*</;

/** No XML holds this character. */
const MARK = "\u0001";
const ERASED = "<!-- erased -->";

/** Takes a payment file apart. */
export function splitFile(text: string): FileParts {
  const parts: FilePart[] = [];
  const frame = text.replaceAll(PART, (part) => {
    const number = parts.length + 1;
    parts.push({ number, endToEndId: END_TO_END_ID.exec(part)?.[1] ?? "", text: part });
    return `${MARK}${number}${MARK}`;
  });
  return { frame, parts };
}

/** Puts it together again, byte for byte; a part that is gone is marked as erased. */
export function joinFile(frame: string, partOf: (number: number) => string | null): string {
  const places = new RegExp(`${MARK}(\\d+)${MARK}`, "g");
  return frame.replaceAll(places, (_, number: string) => partOf(Number(number)) ?? ERASED);
}
