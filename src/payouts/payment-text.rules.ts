import { PaymentNotWritable } from "./payment-file.errors.js";
import type { PaymentAccount, PaymentBank, PaymentCharacters } from "./credit-transfer.rules.js";

type Path = readonly (string | number)[];

/** The basic Latin characters of the SEPA rule books. */
const LATIN = /^[A-Za-z0-9/?:().,'+ -]*$/;
/** Letters that have no accent to take off. */
const LETTERS: Record<string, string> = {
  ß: "ss",
  Æ: "AE",
  æ: "ae",
  Œ: "OE",
  œ: "oe",
  Ø: "O",
  ø: "o",
  Đ: "D",
  đ: "d",
  Ł: "L",
  ł: "l",
  Þ: "TH",
  þ: "th",
  Ð: "D",
  ð: "d",
  ı: "i",
  "&": "+",
  "–": "-",
  "—": "-",
  "’": "'",
  _: "-",
};

/**
 * A text as a bank takes it. A letter with an accent becomes the letter; what has no Latin form is
 * refused, because a name that lost characters is another name.
 * @throws PaymentNotWritable
 */
export function bankText(
  text: string,
  { characters, longest, path }: { characters: PaymentCharacters; longest: number; path: Path },
): string {
  const oneLine = text.normalize("NFC").replaceAll(/\s+/g, " ").trim();
  const written = characters === "LATIN" ? latinOf(oneLine) : oneLine;
  if (written === "") throw new PaymentNotWritable("a text is empty", path);
  if (characters === "LATIN" && !LATIN.test(written)) {
    throw new PaymentNotWritable(`"${oneLine}" is not in Latin characters`, path);
  }
  if (/[\p{Cc}\p{Cs}\p{Cn}\ufffe\uffff]/u.test(written)) {
    throw new PaymentNotWritable(`"${oneLine}" holds characters that XML does not have`, path);
  }
  if ([...written].length <= longest) return written;
  throw new PaymentNotWritable(`"${written}" is longer than ${longest} characters`, path);
}

function latinOf(text: string): string {
  return [...text]
    .map((character) => LETTERS[character] ?? character)
    .join("")
    .normalize("NFD")
    .replaceAll(/\p{Mn}/gu, "");
}

const ID_LENGTH = 35;

/** An id, which has to come back as it was sent. @throws PaymentNotWritable */
export function bankId(id: string, path: Path): string {
  const isWritable =
    /^[A-Za-z0-9?:().,'+-]([A-Za-z0-9/?:().,'+ -]*[A-Za-z0-9?:().,'+-])?$/.test(id) &&
    id.length <= ID_LENGTH &&
    !id.includes("//");
  if (isWritable) return id;
  throw new PaymentNotWritable(`"${id}" is no id of up to ${ID_LENGTH} Latin characters`, path);
}

/** An account that can be paid from or to. @throws PaymentNotWritable */
export function assertAccount(account: PaymentAccount, path: Path): void {
  if (account.kind === "IBAN") {
    if (isIban(account.iban)) return;
    throw new PaymentNotWritable(`"${account.iban}" is no IBAN (ISO 13616)`, path);
  }
  if (/^[A-Za-z0-9][A-Za-z0-9-]{0,33}$/.test(account.number)) return;
  throw new PaymentNotWritable(`"${account.number}" is no account number`, path);
}

/** Whether a text is an IBAN whose check digits agree (ISO 7064, MOD 97-10). */
export function isIban(text: string): boolean {
  if (!/^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$/.test(text)) return false;
  const digits = (text.slice(4) + text.slice(0, 4)).replaceAll(/[A-Z]/g, (letter) =>
    String(letter.charCodeAt(0) - 55),
  );
  return BigInt(digits) % 97n === 1n;
}

/** A bank that a payment can be routed to. @throws PaymentNotWritable */
export function assertBank({ bic, clearing }: PaymentBank, path: Path): void {
  if (bic === null && clearing === null) {
    throw new PaymentNotWritable("a bank has neither a BIC nor a number in a clearing", path);
  }
  if (bic !== null && !/^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(bic)) {
    throw new PaymentNotWritable(`"${bic}" is no BIC (ISO 9362)`, path);
  }
  if (clearing === null) return;
  const { system, member } = clearing;
  if (/^[A-Z]{5}$/.test(system) && /^[A-Za-z0-9]{1,35}$/.test(member)) return;
  throw new PaymentNotWritable(`"${system} ${member}" is no member of a clearing`, path);
}
