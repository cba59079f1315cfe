import { gatheredBy, inOrderOf } from "../shared/graphql/loaders.js";
import type { NodeKind } from "../shared/graphql/node-registry.js";
import type { LoaderDefinition } from "../shared/graphql/request-context.js";
import {
  attemptsOfMessages,
  endpointsById,
  type AttemptRow,
  type EndpointRow,
} from "./webhook-page.queries.js";

export const endpointById: LoaderDefinition<string, EndpointRow | null> = {
  name: "webhook endpoint by id",
  read: async (ctx, ids) => inOrderOf(ids, await endpointsById(ctx.sql, ctx.scope, ids)),
};

export const attemptsOfMessage: LoaderDefinition<string, AttemptRow[]> = {
  name: "attempts of a webhook message",
  async read(ctx, ids) {
    const rows = await attemptsOfMessages(ctx.sql, ids);
    return gatheredBy(ids, rows, (row) => row.messageId);
  },
};

/** How endpoints are found by their global ids. */
export const webhookNodes: readonly NodeKind[] = [
  {
    prefix: "whe",
    typeName: "WebhookEndpoint",
    permission: "webhook:read",
    loader: endpointById,
  },
];
