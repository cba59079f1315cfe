import type { BalanceRow } from "./balance-row.js";
import type { KnownPartner, Names } from "./directory.js";

/** What is looked for; an empty text is anything. */
export interface Filter {
  readonly text: string;
  /** A partner's id, or `platform` for the platform's own accounts. */
  readonly partner: string;
  readonly currency: string;
  readonly purpose: string;
}

export const ANYTHING: Filter = { text: "", partner: "", currency: "", purpose: "" };
export const PLATFORM = "platform";

/** A line of the table: a partner, or one of its accounts beneath. */
export type ViewRow =
  | {
      readonly kind: "partner";
      readonly key: string;
      /** Null for the platform itself. */
      readonly partner: KnownPartner | null;
      readonly accountIds: readonly string[];
    }
  | { readonly kind: "account"; readonly key: string };

/** The lines that a filter leaves: partners by name, the platform last, accounts by purpose. */
export function viewRows(rows: readonly BalanceRow[], names: Names, filter: Filter): ViewRow[] {
  const byPartner = Map.groupBy(matching(rows, names, filter), ({ partnerId }) => partnerId ?? "");
  return [...byPartner]
    .map(([partnerId, accounts]) => ({ partner: partnerOf(partnerId, names), accounts }))
    .toSorted((left, right) => compareText(sortName(left.partner), sortName(right.partner)))
    .flatMap(({ partner, accounts }) => group(partner, accounts, names));
}

/** What can be chosen in the filter, from the accounts there are. */
export function choicesOf(rows: readonly BalanceRow[], names: Names) {
  const partnerIds = new Set(rows.map(({ partnerId }) => partnerId ?? ""));
  const partners = [...partnerIds]
    .map((id) => partnerOf(id, names))
    .toSorted((left, right) => compareText(sortName(left), sortName(right)));
  return {
    partners,
    currencies: [...new Set(rows.map(({ currency }) => currency))].toSorted(),
    purposes: [...new Set(rows.map(({ purpose }) => purpose))].toSorted(),
  };
}

function matching(
  rows: readonly BalanceRow[],
  names: Names,
  { text, partner, currency, purpose }: Filter,
): BalanceRow[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(
    (row) =>
      (partner === "" || (row.partnerId ?? PLATFORM) === partner) &&
      (currency === "" || row.currency === currency) &&
      (purpose === "" || row.purpose === purpose) &&
      (words.length === 0 || containsAll(searchText(row, names), words)),
  );
}

function containsAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}

function searchText({ id, partnerId, purpose, currency }: BalanceRow, names: Names): string {
  const partner = names.partners.get(partnerId ?? "");
  const reference = names.references.get(id);
  return [partner?.name, partner?.code, purpose, currency, reference, id].join(" ").toLowerCase();
}

function group(partner: KnownPartner | null, accounts: BalanceRow[], names: Names): ViewRow[] {
  const sorted = accounts.toSorted(
    (left, right) =>
      compareText(left.purpose, right.purpose) ||
      compareText(left.currency, right.currency) ||
      compareText(nameOf(left.id, names), nameOf(right.id, names)),
  );
  const accountIds = sorted.map(({ id }) => id);
  const head = { kind: "partner", key: partner?.id ?? PLATFORM, partner, accountIds } as const;
  return [head, ...accountIds.map((key) => ({ kind: "account", key }) as const)];
}

function partnerOf(id: string, { partners }: Names): KnownPartner | null {
  if (id === "") return null;
  return partners.get(id) ?? { id, code: id, name: id, kind: "" };
}

function nameOf(id: string, { references }: Names): string {
  return references.get(id) || id;
}

/** The platform comes after every partner. */
function sortName(partner: KnownPartner | null): string {
  return partner === null ? "\uffff" : partner.name;
}

const COLLATOR = new Intl.Collator("en", { numeric: true });

function compareText(left: string, right: string): number {
  return left === right ? 0 : COLLATOR.compare(left, right);
}
