import type { HouseFile, HouseRule } from "./house-files.js";

const TOP_LEVEL = new Set([
  "src",
  "schema",
  "migrations",
  "client-sdk",
  "tests",
  "dashboard",
  "bench",
  "deploy",
  "docs",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "tsconfig.build.json",
  "vitest.config.ts",
  "codegen.yml",
  "README.md",
  "CHANGELOG.md",
  "LICENSE",
]);

/** The top of the repository is a fixed list, so that a newcomer sees the whole at once. */
export const topLevelIsFixed: HouseRule = (files) => {
  const tops = new Set(files.map((file) => file.path.split("/")[0] ?? ""));
  return [...tops]
    .filter((top) => !top.startsWith(".") && !TOP_LEVEL.has(top))
    .map((top) => `"${top}" is new at the top: put it under one of ${[...TOP_LEVEL].join(", ")}`);
};

/** Packages that only work in one exact version, each for the reason given. */
const PINNED: readonly [name: RegExp, why: string][] = [
  [/^type-graphql$/, "a release candidate: the next one may change the schema"],
  [/^@mikro-orm\//, "all of them must have one version"],
  [/^ws$/, "the live stream writes its frames past the public API"],
];

interface Manifest {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

/** Fragile packages are pinned to an exact version, and MikroORM's to one and the same. */
export function versionsArePinned(manifest: HouseFile): string[] {
  const parsed = JSON.parse(manifest.text) as Manifest;
  const declared = Object.entries({ ...parsed.devDependencies, ...parsed.dependencies });
  const loose = declared.flatMap(([name, version]) => {
    const why = PINNED.find(([pattern]) => pattern.test(name))?.[1];
    if (why === undefined || /^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)) return [];
    return [`${manifest.path} has "${name}": "${version}": write an exact version (${why})`];
  });
  const orm = new Set(
    declared.filter(([name]) => name.startsWith("@mikro-orm/")).map(([, v]) => v),
  );
  if (orm.size <= 1) return loose;
  return [
    ...loose,
    `${manifest.path} mixes versions of @mikro-orm (${[...orm].join(", ")}): give all the same`,
  ];
}
