import { describe } from "vitest";
import {
  GGR,
  changed,
  withTiers,
  after,
  free,
  stakes,
  half,
  vat,
  minimum,
  perItem,
  LINE,
  refusesAll,
  type Row,
} from "./refusals.js";
import { FRAME, rateTiers, share } from "./terms.js";

const NOTHING: Row[] = [
  ["no clauses", changed({ clauses: [] }), "EMPTY_BASIS", ["clauses"]],
  [
    "a basis of no types",
    changed({ bases: [{ ...GGR, types: [] }] }),
    "EMPTY_BASIS",
    ["bases", 0, "types"],
  ],
  [
    "NGR of deductions alone",
    changed({ bases: [{ id: "ggr", kind: "NGR", types: ["tax"], deductions: ["tax"] }] }),
    "EMPTY_BASIS",
    ["bases", 0, "types"],
  ],
  ["a basis without steps", free(), "EMPTY_BASIS", ["bases", 0, "steps"]],
  [
    "a basis that begins with a rate of nothing",
    free(half, stakes),
    "EMPTY_BASIS",
    ["bases", 0, "steps", 0],
  ],
  [
    "a step of no transactions",
    free({ ...stakes, inputs: [] }),
    "EMPTY_BASIS",
    ["bases", 0, "steps", 0, "inputs"],
  ],
  [
    "a step whose types are all excepted",
    free({ ...stakes, inputs: [{ types: ["bet"], except: ["bet"] }] }),
    "EMPTY_BASIS",
    ["bases", 0, "steps", 0, "inputs", 0, "types"],
  ],
  [
    "a step of no clauses",
    free(stakes, { name: "x", effect: "DEDUCT", of: "CLAUSES", clauses: [] }),
    "EMPTY_BASIS",
    ["bases", 0, "steps", 1, "clauses"],
  ],
  ["a tax on nothing", after({ id: "v", ...vat, of: [] }), "EMPTY_BASIS", ["clauses", 1, "of"]],
  [
    "an empty price list",
    after({ ...perItem, prices: [] }),
    "EMPTY_BASIS",
    ["clauses", 1, "prices"],
  ],
];

const CONTRADICTIONS: Row[] = [
  [
    "NGR without deductions",
    changed({ bases: [{ id: "ggr", kind: "NGR", deductions: [] }] }),
    "CONTRADICTORY_TERMS",
    ["bases", 0, "deductions"],
  ],
  [
    "an addition with a limit",
    free({ ...stakes, atMostRate: "0.5" }),
    "CONTRADICTORY_TERMS",
    ["bases", 0, "steps", 0, "atMostRate"],
  ],
  [
    "a limit above 100 percent",
    free(stakes, { ...stakes, name: "bonus", effect: "DEDUCT", atMostRate: "2" }),
    "RATE_ABOVE_ONE",
    ["bases", 0, "steps", 1, "atMostRate"],
  ],
  [
    "tiers rounded line by line",
    withTiers(rateTiers(["0", "0.1"], ["5", "0.2"]), { rounding: LINE }),
    "CONTRADICTORY_TERMS",
    ["clauses", 0, "rounding", "per"],
  ],
  [
    "a basis never below zero, line by line",
    changed({ rounding: LINE, bases: [{ ...GGR, whenNegative: "ZERO" }] }),
    "CONTRADICTORY_TERMS",
    ["clauses", 0],
  ],
  [
    "a withholding line by line",
    after({ id: "w", kind: "WITHHOLDING", rate: "0.033", of: ["share"], rounding: LINE }),
    "CONTRADICTORY_TERMS",
    ["clauses", 1, "rounding", "per"],
  ],
  [
    "lines at a rate that a period ends with",
    changed({
      rounding: LINE,
      rateSource: { kind: "PERIOD", source: "bank", on: "LAST_DAY", currencies: ["USD"] },
    }),
    "CONTRADICTORY_TERMS",
    ["clauses", 0],
  ],
  [
    "quarterly tiers of another clause",
    changed({
      bases: [
        GGR,
        {
          id: "net",
          kind: "FREE",
          steps: [{ name: "share", effect: "ADD", of: "CLAUSES", clauses: ["share"] }],
        },
      ],
      clauses: [
        share(),
        share({ id: "more", basis: "net", scheme: "VOLUME", tierPeriod: "QUARTER" }),
      ],
    }),
    "CONTRADICTORY_TERMS",
    ["clauses", 1, "tierPeriod"],
  ],
  [
    "a VAT on a VAT",
    after({ id: "v", ...vat, of: ["share"] }, { id: "vv", ...vat, of: ["v"] }),
    "CONTRADICTORY_TERMS",
    ["clauses", 2, "of", 0],
  ],
  [
    "two VATs on one share",
    after({ id: "v", ...vat, of: ["share"] }, { id: "w", ...vat, of: ["share"] }),
    "CONTRADICTORY_TERMS",
    ["clauses", 2, "of", 0],
  ],
  [
    "a cap below the minimum",
    after(
      { id: "min", ...minimum, amountMinor: "100", of: ["share"] },
      { id: "cap", kind: "CAP", beneficiary: "PARTNER", amountMinor: "99", of: ["share", "min"] },
    ),
    "CONTRADICTORY_TERMS",
    ["clauses", 2, "amountMinor"],
  ],
  [
    "a rate for the currency of the contract",
    changed({ rateSource: { kind: "FIXED", rates: [{ currency: "KRW", rate: "1" }] } }),
    "CONTRADICTORY_TERMS",
    ["rateSource", "rates", 0],
  ],
  [
    "a rate source for nothing",
    changed({ rateSource: { kind: "FIXED", rates: [] } }),
    "CONTRADICTORY_TERMS",
    ["rateSource", "rates"],
  ],
  [
    "a period without an end",
    changed({ cycle: { rhythm: { kind: "MANUAL", boundaries: ["2026-01-01"] } } }),
    "CONTRADICTORY_TERMS",
    ["cycle", "rhythm", "boundaries"],
  ],
  [
    "periods that go back",
    changed({ cycle: { rhythm: { kind: "MANUAL", boundaries: ["2026-01-02", "2026-01-01"] } } }),
    "CONTRADICTORY_TERMS",
    ["cycle", "rhythm", "boundaries", 1],
  ],
  [
    "a week of seven days off",
    changed({
      cycle: {
        ...FRAME.cycle,
        calendar: {
          weekend: ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"],
        },
      },
    }),
    "CONTRADICTORY_TERMS",
    ["cycle", "calendar", "weekend"],
  ],
];

describe("terms that would count nothing are refused:", () => {
  refusesAll(NOTHING);
});

describe("terms that cannot hold together are refused:", () => {
  refusesAll(CONTRADICTIONS);
});
