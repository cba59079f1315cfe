import { Arg, Args, Ctx, Mutation, Query, Resolver } from "type-graphql";
import type { Connection } from "../shared/graphql/connection.type.js";
import { describedCommand } from "../shared/graphql/described-command.js";
import { decodeId } from "../shared/graphql/global-id.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import { Requires } from "../shared/graphql/requires.js";
import { directionOf, type SortedPage } from "../shared/graphql/sorted-page.type.js";
import { AlertFilterInput, AlertPageArgs, ResolveAlertInput } from "./alert.input.js";
import { pageOfAlerts } from "./alert.queries.js";
import { AlertConnection, ResolveAlertPayload, type AlertType } from "./alert.type.js";
import { resolveAlert } from "./resolve-alert.js";

@Resolver()
export class AlertResolver {
  @Requires("alert:read")
  @Query(() => AlertConnection, { description: "The alerts, the newest first." })
  alerts(
    @Args(() => AlertPageArgs) page: SortedPage,
    @Arg("filter", () => AlertFilterInput, { nullable: true, description: "Which of them." })
    filter: AlertFilterInput | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<AlertType>> {
    const partnerId = filter?.partnerId && decodeId("ptr", filter.partnerId, ["filter"]);
    return pageOfAlerts(ctx, { ...filter, partnerId }, directionOf(page, "DESC"), page);
  }

  @Requires("alert:resolve")
  @Mutation(() => ResolveAlertPayload, {
    description: describedCommand(
      "Says that an alert is dealt with, and how.",
      'resolveAlert(input: { alertId: "alr_019a...", resolution: "account corrected" }) ' +
        "{ alert { state } userErrors { code message path } }",
    ),
  })
  async resolveAlert(
    @Arg("input", () => ResolveAlertInput, { description: "Which one, and what was done." })
    input: ResolveAlertInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ResolveAlertPayload> {
    const alertId = decodeId("alr", input.alertId, ["alertId"]);
    return { alert: await resolveAlert(ctx, { ...input, alertId }) };
  }
}
