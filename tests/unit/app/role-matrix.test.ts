import { isRequiredArgument, parse, type GraphQLField, type GraphQLObjectType } from "graphql";
import { getNamedType, isLeafType } from "graphql";
import { describe, expect, test } from "vitest";
import { permissionsOf, ROLES, type Role } from "../../../src/access/role.rules.js";
import { accessRuleOf, documentPermissions } from "../../../src/app/document-permissions.js";
import { buildHubSchema } from "../../../src/app/schema.js";
import type { Actor } from "../../../src/shared/commands/actor.js";

const schema = buildHubSchema();
const permissions = documentPermissions(schema);
const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];

/** Everything that can be asked for first, with a document that asks for nothing else. */
const asked = roots
  .filter((root) => root != null)
  .flatMap((root) =>
    Object.values(root.getFields()).map((field) => ({
      name: `${root.name}.${field.name}`,
      rule: accessRuleOf(root, field),
      document: parse(documentOf(root, field)),
    })),
  );

function documentOf(root: GraphQLObjectType, field: GraphQLField<unknown, unknown>): string {
  const required = field.args.filter(isRequiredArgument);
  const declared = required.map(({ name, type }) => `$${name}: ${String(type)}`).join(", ");
  const given = required.map(({ name }) => `${name}: $${name}`).join(", ");
  const leaf = isLeafType(getNamedType(field.type)) ? "" : "{ __typename }";
  const head = `${root.name.toLowerCase()} ${declared && `(${declared})`}`;
  return `${head} { ${field.name} ${given && `(${given})`} ${leaf} }`;
}

function isAllowed(role: Role, document: ReturnType<typeof parse>): boolean {
  const scope = null;
  const actor: Actor = {
    kind: "API_KEY",
    id: "1",
    name: "a",
    permissions: permissionsOf(role),
    scope,
  };
  try {
    permissions.assertPermitted(document, null, actor);
    return true;
  } catch {
    return false;
  }
}

describe("each role", () => {
  test("stands against everything that can be asked for", () => {
    expect(asked.length).toBeGreaterThan(100);
    expect(asked.filter(({ rule }) => rule === undefined)).toEqual([]);
  });

  test.each(ROLES)("%s may ask for what it has the permission for, and nothing else", (role) => {
    const own = permissionsOf(role);
    const expected = asked.filter(({ rule }) => rule === "public" || (rule && own.has(rule)));
    const allowed = asked.filter(({ document }) => isAllowed(role, document));
    expect(allowed.map(({ name }) => name)).toEqual(expected.map(({ name }) => name));
  });
});

/** Written down by hand: who may ask for what can do harm. */
const WHO: Record<string, readonly Role[]> = {
  "Mutation.createApiKey": ["ADMINISTRATOR"],
  "Mutation.rotateApiKey": ["ADMINISTRATOR"],
  "Mutation.createPerson": ["ADMINISTRATOR"],
  "Mutation.grantRole": ["ADMINISTRATOR"],
  "Mutation.approveGrant": ["ADMINISTRATOR"],
  "Mutation.createRole": ["ADMINISTRATOR"],
  "Mutation.postTransfer": ["ADMINISTRATOR", "OPERATOR"],
  "Mutation.approveSettlement": ["ADMINISTRATOR", "SETTLEMENT_MANAGER", "OPERATOR"],
  "Mutation.withholdSettlement": [
    "ADMINISTRATOR",
    "SETTLEMENT_MANAGER",
    "OPERATOR",
    "RISK_ANALYST",
  ],
  "Mutation.recordTransactions": ["ADMINISTRATOR", "OPERATOR", "PARTNER", "INTEGRATION"],
  "Query.apiKeys": ["ADMINISTRATOR", "AUDITOR"],
  "Query.people": ["ADMINISTRATOR", "AUDITOR"],
  "Query.transactions": ROLES,
  "Query.viewer": ROLES,
};

test.each(Object.entries(WHO))("%s is asked for by these roles", (name, roles) => {
  const document = asked.find((each) => each.name === name)?.document;
  expect(document && ROLES.filter((role) => isAllowed(role, document))).toEqual(roles);
});
