import { inOrderOf } from "../shared/graphql/loaders.js";
import type { NodeKind } from "../shared/graphql/node-registry.js";
import type { LoaderDefinition } from "../shared/graphql/request-context.js";
import { jobsById, type JobRow } from "./job.queries.js";

const jobById: LoaderDefinition<string, JobRow | null> = {
  name: "job by id",
  read: async (ctx, ids) => inOrderOf(ids, await jobsById(ctx.sql, ctx.scope, ids)),
};

/** How jobs are found by their global ids. */
export const jobNodes: readonly NodeKind[] = [
  { prefix: "job", typeName: "Job", permission: "job:read", loader: jobById },
];
