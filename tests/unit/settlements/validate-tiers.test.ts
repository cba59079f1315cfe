import { describe } from "vitest";
import {
  GGR,
  changed,
  withTiers,
  after,
  free,
  vat,
  item,
  perItem,
  price,
  refusesAll,
  type Row,
} from "./refusals.js";
import { rateTiers, share } from "./terms.js";

const TIERS: Row[] = [
  ["no tiers", withTiers([]), "TIERS_HAVE_GAP", ["clauses", 0, "tiers"]],
  [
    "tiers that begin above zero",
    withTiers(rateTiers(["1", "0.1"])),
    "TIERS_HAVE_GAP",
    ["clauses", 0, "tiers", 0, "from"],
  ],
  [
    "a hole between tiers",
    withTiers([
      { from: "0", to: "10", rate: "0.1" },
      { from: "11", rate: "0.2" },
    ]),
    "TIERS_HAVE_GAP",
    ["clauses", 0, "tiers", 0, "to"],
  ],
  [
    "a last tier that ends",
    withTiers([{ from: "0", to: "10", rate: "0.1" }]),
    "TIERS_HAVE_GAP",
    ["clauses", 0, "tiers", 0, "to"],
  ],
  [
    "tiers that overlap",
    withTiers([
      { from: "0", to: "10", rate: "0.1" },
      { from: "9", rate: "0.2" },
    ]),
    "TIERS_OVERLAP",
    ["clauses", 0, "tiers", 0, "to"],
  ],
  [
    "a tier without end before another",
    withTiers([
      { from: "0", rate: "0.1" },
      { from: "9", rate: "0.2" },
    ]),
    "TIERS_OVERLAP",
    ["clauses", 0, "tiers", 0, "to"],
  ],
  [
    "tiers that go down",
    withTiers([
      { from: "0", to: "10", rate: "0.1" },
      { from: "10", to: "5", rate: "0.2" },
      { from: "5", rate: "0.3" },
    ]),
    "TIERS_NOT_ASCENDING",
    ["clauses", 0, "tiers", 1, "to"],
  ],
  [
    "a tier of nothing",
    withTiers([
      { from: "0", to: "0", rate: "0.1" },
      { from: "0", rate: "0.2" },
    ]),
    "TIERS_NOT_ASCENDING",
    ["clauses", 0, "tiers", 0, "to"],
  ],
  [
    "two flat tiers",
    changed({ clauses: [share({ tiers: rateTiers(["0", "0.1"], ["5", "0.2"]) })] }),
    "CONTRADICTORY_TERMS",
    ["clauses", 0, "tiers"],
  ],
  [
    "a flat share over a quarter",
    changed({ clauses: [share({ tierPeriod: "QUARTER" })] }),
    "CONTRADICTORY_TERMS",
    ["clauses", 0, "tierPeriod"],
  ],
  [
    "a rate above 100 percent",
    withTiers(rateTiers(["0", "1.00000001"])),
    "RATE_ABOVE_ONE",
    ["clauses", 0, "tiers", 0, "rate"],
  ],
  [
    "a VAT above 100 percent",
    after({ id: "v", ...vat, rate: "1.1", of: ["share"] }),
    "RATE_ABOVE_ONE",
    ["clauses", 1, "rate"],
  ],
  [
    "a hole in prices",
    after({
      ...perItem,
      prices: [
        {
          ...item,
          scheme: "VOLUME",
          tiers: [
            { from: "0", to: "5", unitPriceMinor: "1" },
            { from: "6", unitPriceMinor: "1" },
          ],
        },
      ],
    }),
    "TIERS_HAVE_GAP",
    ["clauses", 1, "prices", 0, "tiers", 0, "to"],
  ],
  [
    "flat prices over a quarter",
    after({ ...perItem, tierPeriod: "QUARTER", prices: [price] }),
    "CONTRADICTORY_TERMS",
    ["clauses", 1, "tierPeriod"],
  ],
];

const REFERENCES: Row[] = [
  [
    "a basis that is not there",
    changed({ clauses: [share({ basis: "ngr" })] }),
    "TERM_NOT_FOUND",
    ["clauses", 0, "basis"],
  ],
  [
    "a clause that comes later",
    changed({ clauses: [{ id: "v", ...vat, of: ["share"] }, share()] }),
    "TERM_NOT_FOUND",
    ["clauses", 0, "of", 0],
  ],
  [
    "a basis that counts its own clause",
    free({ name: "own", effect: "ADD", of: "CLAUSES", clauses: ["share"] }),
    "TERM_NOT_FOUND",
    ["clauses", 0, "basis"],
  ],
  ["two clauses of one name", after(share()), "TERM_ID_TAKEN", ["clauses", 1, "id"]],
  ["two bases of one name", changed({ bases: [GGR, GGR] }), "TERM_ID_TAKEN", ["bases", 1, "id"]],
  [
    "a clause twice in one tax",
    after({ id: "v", ...vat, of: ["share", "share"] }),
    "TERM_ID_TAKEN",
    ["clauses", 1, "of", 1],
  ],
  [
    "two prices of one name",
    after({ ...perItem, prices: [price, price] }),
    "TERM_ID_TAKEN",
    ["clauses", 1, "prices", 1, "name"],
  ],
  [
    "a currency that is rated twice",
    changed({ rateSource: { kind: "DAILY", source: "bank", currencies: ["USD", "USD"] } }),
    "TERM_ID_TAKEN",
    ["rateSource", "currencies", 1],
  ],
];

describe("tiers and prices are refused for", () => {
  refusesAll(TIERS);
});

describe("names are refused for", () => {
  refusesAll(REFERENCES);
});
