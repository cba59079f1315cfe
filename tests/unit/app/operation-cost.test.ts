import { getOperationAST, parse } from "graphql";
import { describe, expect, test } from "vitest";
import { MAX_OPERATION_COST, OperationCosts } from "../../../src/app/operation-cost.js";
import { buildHubSchema } from "../../../src/app/schema.js";

const costs = new OperationCosts(buildHubSchema());

function costOf(source: string, variables: Record<string, unknown> = {}): number {
  const document = parse(source);
  const operation = getOperationAST(document);
  if (!operation) throw new Error("the document has no operation");
  return costs.requested(document, operation, variables);
}

describe("the cost of an operation", () => {
  test.each([
    ["one for itself", "{ __typename }", 1],
    ["a row for a thing", '{ account(id: "acc_1") { id balance { version } } }', 2],
    ["20 where no page size is given", "{ accounts { nodes { id } } }", 21],
    ["the page size", "{ accounts(first: 50) { nodes { id } } }", 51],
    ["the page size from the end", "{ accounts(last: 3) { edges { node { id } } } }", 4],
    ["the page even of its totals", "{ accounts(first: 50) { totalCount } }", 51],
    ["a relation for each item", "{ accounts(first: 50) { nodes { partner { id } } } }", 101],
    [
      "a list for each item",
      "{ accounts(first: 10) { nodes { entries(first: 5) { nodes { version } } } } }",
      61,
    ],
    ["ten where a list has no pages", "{ viewer { partners { id } } }", 11],
    ["the ids given", '{ nodes(ids: ["acc_1", "acc_2", "acc_3"]) { id } }', 4],
    [
      "fragments wherever they are spread",
      "{ a: accounts(first: 2) { ...F } b: accounts(first: 3) { ...F } } " +
        "fragment F on AccountConnection { nodes { partner { id } } }",
      11,
    ],
  ])("counts %s", (_what, source, cost) => {
    expect(costOf(source)).toBe(cost);
  });

  test("follows the variables", () => {
    const source = "query ($n: Int = 7) { accounts(first: $n) { nodes { id } } }";
    expect(costOf(source)).toBe(8);
    expect(costOf(source, { n: 90 })).toBe(91);
    expect(costOf("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", { ids: ["a", "b"] })).toBe(3);
  });

  test("is limited", () => {
    const nested = "nodes { partner { accounts { entries(first: 100) { nodes { version } } } } }";
    expect(() => costOf(`{ accounts(first: 100) { ${nested} } }`)).toThrow(
      `${MAX_OPERATION_COST} is the limit`,
    );
  });
});
