import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  conformanceBytes,
  hasConformanceFiles,
  sayLeftOut,
} from "../../support/camt-conformance.js";
import { expectations, type Expectation } from "../../support/conformance.js";
import {
  asStatement,
  dailyFiles,
  paymentDays,
  paymentsIn,
  withPayments,
} from "../../support/reconciliation-conformance.js";
import { ReconciliationWorld } from "../../support/reconciliation-world.js";
import { soakRuns, soakTimeout } from "../../support/soak.js";
import { dayNumber, dayText } from "../../../src/reconciliation/item.rules.js";
import { parseMinor } from "../../../src/shared/money.js";

/** Months of payments, and published statements, that a quick run takes. */
const MONTHS = soakRuns(1, 6);
const FILES = soakRuns(24, 1_000);

interface Stated {
  check?: string;
  ccy?: string;
  ccys?: string[];
}

const statements = [...expectations("iso20022/"), ...expectations("mt940/")].filter(
  ({ statements: all, file }) =>
    Array.isArray(all) &&
    all.some(({ check }: Stated) => check !== undefined) &&
    !file.includes("subite"),
);

describe.runIf(!hasConformanceFiles)("the conformance of reconciliation", () => {
  it("is not tested where the published files are not", () => {
    expect(sayLeftOut("the conformance of reconciliation")).toContain("NOT TESTED");
  });
});

describe.runIf(hasConformanceFiles)("published statements", () => {
  let world: ReconciliationWorld;
  beforeAll(async () => {
    world = await ReconciliationWorld.start();
  });
  afterAll(() => world.close());

  it(
    "make exactly the breaks that an independent script computes",
    async () => {
      const partners = new Map<string, Expectation>();
      for (const expected of statements.slice(0, FILES)) {
        const adapter = expected.file.startsWith("mt940") ? "mt940" : expected.format?.slice(0, 8);
        const partnerId = await world.partner();
        await world.role(partnerId, adapter ?? "", "BALANCE");
        const bytes = conformanceBytes(expected.file);
        const { state } = await world.import(partnerId, adapter ?? "", bytes, expected.file);
        if (state === "POSTED") partners.set(partnerId, expected);
      }
      await world.reconcile();
      await world.reconcile();
      expect(partners.size).toBeGreaterThan(FILES / 2);
      for (const [partnerId, { file, statements: all }] of partners) {
        const breaks = await world.breaks(partnerId);
        const found = breaks.filter(({ subject }) => subject === "BALANCE");
        if (await hasForeign(world, partnerId)) continue;
        const differences = found.map(({ differenceMinor }) => differenceMinor).toSorted(byAmount);
        expect([file, differences]).toEqual([file, differencesOf(all as Stated[])]);
        const ok = (all as Stated[]).every(({ check }) => check === "OK");
        if (ok) expect([file, breaks]).toEqual([file, []]);
      }
    },
    soakTimeout(120_000),
  );
});

/** What moves in several currencies cannot be added up. */
async function hasForeign({ sql }: ReconciliationWorld, partnerId: string): Promise<boolean> {
  const rows = await sql.rows(
    `select from partner_statement where partner_id = $1 and check_status = 'NOT_CHECKED'
       and opening_minor is not null and closing_minor is not null`,
    [partnerId],
  );
  return rows.length > 0;
}

function byAmount(left: bigint, right: bigint): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function differencesOf(all: readonly Stated[]): bigint[] {
  return all
    .filter(({ check }) => check?.startsWith("DIFF"))
    .map(({ check = "", ccy, ccys }) => parseMinor(check.slice(5), ccy ?? ccys?.[0] ?? "EUR"))
    .toSorted(byAmount);
}

describe.runIf(hasConformanceFiles)("a bank's payments, positions and statements", () => {
  let world: ReconciliationWorld;
  let partnerId: string;
  let days: Map<string, string>;

  beforeAll(async () => {
    world = await ReconciliationWorld.start();
    partnerId = await world.partner();
    await world.policy(partnerId);
    days = await paymentDays(MONTHS);
  }, 60_000);
  afterAll(() => world.close());

  const importAll = async (): Promise<void> => {
    for (const [name, text] of days) await world.import(partnerId, "camt.054", text, name);
    const positions = dailyFiles("camt052-instant-position").filter(({ name }) => days.has(name));
    for (const { name, bytes } of positions) {
      await world.import(partnerId, "camt.052", bytes, name);
    }
    for (const { name, bytes } of dailyFiles("camt053-settlement-account")) {
      if (days.has(name)) await world.import(partnerId, "camt.053", bytes, name);
    }
    await world.reconcile();
  };

  it(
    "agree on every day, and a second import has no effect",
    async () => {
      await world.role(partnerId, "camt.053", "BALANCE");
      await importAll();
      expect(await world.breaks(partnerId)).toEqual([]);
      const [{ count } = { count: 0 }] = await world.sql.rows<{ count: number }>(
        `select count(*)::int as count from partner_statement
         where partner_id = $1 and turnover_minor is not null`,
        [partnerId],
      );
      expect(count).toBeGreaterThan(10);
      if (MONTHS === 6) expect(count).toBe(174);
      await importAll();
      expect(await world.breaks(partnerId)).toEqual([]);
    },
    soakTimeout(120_000),
  );

  it("break on the day of which a payment was not posted", async () => {
    const other = await world.partner();
    await world.policy(other);
    const [name = "", text = ""] = [...days][8] ?? [];
    const [dropped = "", ...payments] = paymentsIn(text);
    await world.import(other, "camt.054", withPayments(text, payments), name);
    const position = dailyFiles("camt052-instant-position").find((file) => file.name === name);
    await world.import(other, "camt.052", position?.bytes ?? "", name);
    await world.reconcile();
    const [only, ...more] = await world.breaks(other);
    const [, day] = /<IntrBkSttlmDt>([^<]+)</.exec(dropped) ?? [];
    const cents = parseMinor(/<Amt Ccy="EUR">([\d.]+)</.exec(dropped)?.[1] ?? "", "EUR");
    expect(more).toEqual([]);
    expect(only).toMatchObject({ subject: "POSITION", day });
    expect(only?.fields[0]?.field).toBe("turnover");
    expect([cents, -cents]).toContain(only?.differenceMinor);
  });

  it("find exactly the payments that a statement drops, doubles, alters and delays", async () => {
    const other = await world.partner();
    await world.policy(other);
    const chosen = [...days].slice(10, 10 + soakRuns(2, 60));
    for (const [name, text] of chosen) {
      await world.import(other, "camt.054", text, name);
      const payments = paymentsIn(text);
      const [, doubled = "", altered = "", delayed = "", ...rest] = payments;
      const lines = [
        doubled,
        doubled,
        altered.replace(/<Amt Ccy="EUR">[\d.]+</, '<Amt Ccy="EUR">987654.32<'),
        delayed.replace(/(?<=<IntrBkSttlmDt>)[^<]+/, (day) => dayText(dayNumber(day) + 9)),
        ...rest,
      ];
      const result = await world.import(
        other,
        "camt.053",
        asStatement(withPayments(text, lines)),
        name,
      );
      expect(result).toMatchObject({ state: "POSTED", transactions: 0, unposted: lines.length });
    }
    await world.reconcile();
    const breaks = await world.breaks(other);
    const seen = breaks.map(({ kind, fields }) =>
      [kind, ...fields.map(({ field }) => field)].join(" "),
    );
    const each = ["DUPLICATE", "MISMATCHED amount", "MISMATCHED day", "MISSING_THEIRS"];
    expect(seen.toSorted()).toEqual(each.flatMap((kind) => chosen.map(() => kind)));
  });
});
