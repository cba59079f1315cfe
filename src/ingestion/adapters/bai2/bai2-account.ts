import { checkBalance, type StatementBalance } from "../../canonical-statement.js";
import type { CanonicalTransaction, Direction } from "../../canonical-transaction.js";
import type { DraftDocument } from "../draft-document.js";
import type { IsoTimes } from "../iso-time.js";
import { dayOf } from "../swift/mt-field.js";
import { amountOf, FieldCursor, passFunds, readSummaries } from "./bai2-amounts.js";
import { Bai2Level } from "./bai2-totals.js";

/** A group (record 02) as far as its accounts need it. */
export interface Bai2Group {
  currency: string;
  /** YYYY-MM-DD. */
  day: string;
  /** As-of modifiers 1 and 3: a report within a day. */
  isInterim: boolean;
}

const OPENING = "010";
const CLOSING = "015";
const MAX_REMITTANCE = 1_000;

/** Record 03 with its details 16. */
export class Bai2Account {
  readonly level = new Bai2Level();
  private readonly account: string;
  private readonly currency: string;
  private readonly balances: StatementBalance[] = [];
  private readonly lines: CanonicalTransaction[] = [];

  constructor(
    fields: readonly string[],
    private readonly group: Bai2Group,
  ) {
    this.account = (fields[1] ?? "").trim();
    this.currency = (fields[2] ?? "").trim() || group.currency;
    for (const { code, amountMinor } of readSummaries(fields, 3)) {
      this.level.sum += amountMinor;
      // Codes from 100 on are sums of movements.
      if (code < "100") {
        const { currency } = this;
        this.balances.push({ code, amountMinor, currency, day: group.day });
      }
    }
  }

  /** Record 16. @throws RefusedInput */
  add(draft: DraftDocument, fields: readonly string[], line: number, times: IsoTimes): void {
    const cursor = new FieldCursor(fields, 1);
    const code = cursor.next();
    const amountMinor = amountOf(cursor.next());
    this.level.sum += amountMinor;
    const valueDate = passFunds(cursor);
    const [bankReference, customerReference] = [cursor.next(), cursor.next()];
    const direction = directionOf(code);
    if (direction === undefined) return draft.skip(line, "NOT_A_PAYMENT");
    const text = cursor.rest().replace(/\/$/, "").trim().slice(0, MAX_REMITTANCE);
    const row = draft.add(
      {
        occurredAt: times.instant(this.group.day),
        valueDate: valueDate === undefined ? this.group.day : dayOf(valueDate),
        amountMinor: amountMinor < 0n ? -amountMinor : amountMinor,
        currency: this.currency,
        direction,
        type: code,
        reference: customerReference || text || undefined,
        remittance: text || undefined,
        bankReference: bankReference || undefined,
        account: this.account,
      },
      line,
    );
    if (row !== undefined) this.lines.push(row);
  }

  /** Adds the statement to the document; what a report within the day lists is not posted. */
  finish({ document }: DraftDocument): void {
    const { account, currency, balances, lines, group } = this;
    const find = (code: string) => balances.find((balance) => balance.code === code);
    const [opening, closing] = [find(OPENING), find(CLOSING)];
    const moved = lines.map((row) => ({
      amountMinor: row.direction === "IN" ? row.amountMinor : -row.amountMinor,
      currency,
    }));
    document.statements.push({
      statementId: `${account}/${group.day}/${document.statements.length + 1}`,
      account,
      currency,
      isInterim: group.isInterim,
      opening,
      closing,
      balances,
      turnover: [],
      lines,
      check: checkBalance(opening, closing, moved),
    });
    if (!group.isInterim || lines.length === 0) return;
    for (const { position } of document.transactions.splice(-lines.length)) {
      document.unposted.push({ position, line: 0, reason: "INTERIM" });
    }
  }
}

/** 100 to 399 credits, 400 to 699 debits; what is above moves no money of the account. */
function directionOf(code: string): Direction | undefined {
  if (code >= "100" && code < "400") return "IN";
  return code >= "400" && code < "700" ? "OUT" : undefined;
}
