import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestHub, type TestHub } from "../support/hub.js";

let hub: TestHub;

beforeAll(async () => {
  hub = await startTestHub();
});

afterAll(() => hub.close());

const CREATE = `mutation ($input: CreatePartnerInput!) {
  createPartner(input: $input) { partner { id code name kind state version synthetic } userErrors { code message path } }
}`;

test("a partner that was created is found by its id and its code", async () => {
  const answer = await hub.graphql(CREATE, {
    input: { code: "star-games", name: "Star Games", kind: "GAME_PROVIDER" },
  });
  const again = await hub.graphql(CREATE, {
    input: { code: "star-games", name: "Star Games", kind: "GAME_PROVIDER" },
  });
  const list = await hub.graphql(
    `{ partners(first: 1) { totalCount nodes { id code contracts { id } } pageInfo { hasNextPage endCursor } } viewer { name permissions partners { id } } }`,
  );
  expect(answer.errors).toBeUndefined();
});
