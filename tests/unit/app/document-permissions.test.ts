import { parse } from "graphql";
import { describe, expect, test } from "vitest";
import { documentPermissions, Forbidden } from "../../../src/app/document-permissions.js";
import { buildHubSchema } from "../../../src/app/schema.js";
import type { Actor } from "../../../src/shared/commands/actor.js";
import type { Permission } from "../../../src/shared/permission.rules.js";

const schema = buildHubSchema();
const permissions = documentPermissions(schema);

function actor(...granted: Permission[]): Actor {
  return { kind: "API_KEY", id: "1", name: "a", permissions: new Set(granted), scope: null };
}

function check(source: string, who: Actor, operationName: string | null = null) {
  return () => permissions.assertPermitted(parse(source), operationName, who);
}

describe("a document", () => {
  test("needs the permission of every field in it", () => {
    const source = "{ partners { nodes { code contracts { code } } } }";
    expect(check(source, actor("partner:read", "contract:read"))).not.toThrow();
    expect(check(source, actor("partner:read"))).toThrow("lacks contract:read");
    expect(check(source, actor())).toThrow("lacks partner:read, contract:read");
  });

  test("needs that of a type behind an interface as well", () => {
    const source = '{ node(id: "x") { id ... on ApiKey { prefix } } }';
    expect(check(source, actor("key:read"))).not.toThrow();
    expect(check(source, actor("partner:read"))).toThrow(Forbidden);
  });

  test("needs those of its fragments", () => {
    const source = "{ partners { nodes { ...f } } } fragment f on Partner { contracts { code } }";
    expect(check(source, actor("partner:read"))).toThrow("contract:read");
  });

  test("needs those of fields that a directive may leave out", () => {
    const source = "{ viewer { name } apiKeys @include(if: false) { totalCount } }";
    expect(check(source, actor())).toThrow("key:read");
  });

  test("needs those of the operation that is asked for, not of its neighbours", () => {
    const source = "query a { viewer { name } } query b { apiKeys { totalCount } }";
    expect(check(source, actor(), "a")).not.toThrow();
    expect(check(source, actor(), "b")).toThrow(Forbidden);
  });

  test("may ask for types' names with any credential, for the schema with one that may", () => {
    expect(check("{ __typename viewer { __typename } }", actor())).not.toThrow();
    for (const asked of ["__schema { types { name } }", 'a: __type(name: "Query") { name }']) {
      expect(check(`{ ${asked} }`, actor())).toThrow("schema:introspect");
      expect(check(`{ ${asked} }`, actor("schema:introspect"))).not.toThrow();
    }
  });

  test("that nobody else may send is a mutation of keys", () => {
    const source = 'mutation { revokeApiKey(input: { apiKeyId: "x" }) { apiKey { name } } }';
    expect(check(source, actor("key:create"))).toThrow("key:read");
    expect(check(source, actor("key:create", "key:read"))).not.toThrow();
  });
});
