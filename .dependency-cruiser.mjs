/**
 * The dependency rules of the house: main -> app -> rooms -> shared, a room entered only by its
 * index.ts, no cycles (type imports included). Every rule says in its comment what to do instead.
 * @type {import("dependency-cruiser").IConfiguration}
 */

/** A room: any folder of src that is neither the composition root, the command line nor the ground floor. */
const ROOM = "^src/(?!app/|cli/|shared/)([^/]+)/";

const RULES = "^src/.*\\.rules\\.ts$";

/** crypto is let through for its hashes, which are pure; a house test refuses its randomness. */
const PURE = [RULES, "^src/shared/(money|errors)\\.ts$", "\\.errors\\.ts$", "^(node:)?crypto$"];

const GRAPHQL_FILES = [
  "\\.(type|input|resolver)\\.ts$",
  "^src/(app|live)/",
  "^src/shared/graphql/",
  "^src/shared/errors(/|\\.|-)",
];

/** The ledger's posting path owns dedicated connections: its lanes, their engine, their failures. */
const DATABASE_FILES = [
  "^src/shared/database/",
  "\\.queries\\.ts$",
  "^src/ledger/(posting-|lane)[^/]*\\.ts$",
];

export default {
  forbidden: [
    {
      name: "no-cycles",
      comment:
        "Two files that import each other are one. Move what both need into a third, or tell it as an event.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-unresolvable",
      comment:
        "The import leads nowhere: check the path and its .js ending, or add the package to package.json.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "main-enters-by-app",
      comment:
        "main reads the configuration, builds the app and drains it. Move the rest into src/app.",
      severity: "error",
      from: { path: "^src/main\\.ts$" },
      to: { path: "^src/", pathNot: "^src/(main\\.ts|app/|shared/)" },
    },
    {
      name: "app-imports-no-entry",
      comment: "The composition root is built by main and the command line, it does not know them.",
      severity: "error",
      from: { path: "^src/app/" },
      to: { path: "^src/(main\\.ts|cli/)" },
    },
    {
      name: "rooms-import-no-upper-floor",
      comment:
        "A room knows rooms and shared only. Pass what it needs in as a parameter, or record an event.",
      severity: "error",
      from: { path: ROOM },
      to: { path: "^src/(main\\.ts|app/|cli/)" },
    },
    {
      name: "rooms-entered-by-the-door",
      comment: "Enter a room by its index.ts: export there what other rooms may use.",
      severity: "error",
      from: { path: "^src/([^/]+)" },
      to: { path: ROOM, pathNot: ["^src/$1/", "^src/[^/]+/index\\.ts$"] },
    },
    {
      name: "shared-imports-no-room",
      comment:
        "The ground floor knows no room. Turn the dependency round: the room passes itself in.",
      severity: "error",
      from: { path: "^src/shared/" },
      to: { path: "^src/", pathNot: "^src/shared/" },
    },
    {
      name: "cli-is-a-client",
      comment:
        "The command line speaks through @tutti/client; serve and migrate may use app and shared.",
      severity: "error",
      from: { path: "^src/cli/" },
      to: { path: "^src/", pathNot: "^src/(cli|app|shared)/" },
    },
    {
      name: "rules-are-pure",
      comment:
        "A *.rules.ts decides and does nothing else: it imports only rules, money and errors.",
      severity: "error",
      from: { path: RULES },
      to: { pathNot: PURE, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "rules-know-pure-types",
      comment:
        "A *.rules.ts takes its types from rules, money and errors too, those of another room by " +
        "its index.ts. Move a shape that rules share into a *.rules.ts.",
      severity: "error",
      from: { path: RULES },
      to: { pathNot: [...PURE, "^src/[^/]+/index\\.ts$"], dependencyTypes: ["type-only"] },
    },
    {
      name: "graphql-stays-at-the-edge",
      comment:
        "GraphQL belongs in *.type.ts, *.input.ts, *.resolver.ts, app/, live/ and shared/graphql.",
      severity: "error",
      from: { path: "^src/", pathNot: GRAPHQL_FILES },
      to: { path: "(^|/)node_modules/(graphql|type-graphql)/" },
    },
    {
      name: "pg-stays-with-the-sql",
      comment:
        "Use the pool of shared/database from a *.queries.ts; only the ledger's lanes own connections.",
      severity: "error",
      from: { path: "^src/", pathNot: DATABASE_FILES },
      to: { path: "(^|/)node_modules/(@types/)?(pg|pg-copy-streams)/" },
    },
    {
      name: "sdk-stands-alone",
      comment:
        "@tutti/client is published by itself: it may import nothing of src. Copy the type or generate it.",
      severity: "error",
      from: { path: "^client-sdk/" },
      to: { path: "^(src|tests|bench|migrations)/" },
    },
    {
      name: "dashboard-is-a-client",
      comment:
        "The dashboard speaks through @tutti/client and knows nothing else of ours. Add to the SDK " +
        "what is missing.",
      severity: "error",
      from: { path: "^dashboard/" },
      to: { path: "^(src|tests|bench|migrations)/|^client-sdk/(?!dist/)" },
    },
    {
      name: "product-imports-no-test",
      comment: "Code that ships does not import tests or benches. Move what both need into src.",
      severity: "error",
      from: { path: "^(src|migrations|client-sdk|dashboard)/", pathNot: "\\.test\\.ts$" },
      to: { path: "^(tests|bench)/" },
    },
    {
      name: "no-undeclared-packages",
      comment:
        "The package is not in dependencies: it would be missing where the hub is installed.",
      severity: "error",
      from: { path: "^(src|migrations)/" },
      to: {
        dependencyTypes: ["npm-no-pkg", "npm-unknown", "npm-dev"],
        dependencyTypesNot: ["type-only"],
      },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(dist|coverage)/|^client-sdk/(dist|generated)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      mainFields: ["module", "main", "types", "typings"],
    },
    combinedDependencies: true,
  },
};
