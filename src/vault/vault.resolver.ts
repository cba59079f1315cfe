import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { ServiceKey } from "../shared/commands/services.js";
import { describedCommand } from "../shared/graphql/described-command.js";
import { decodeId } from "../shared/graphql/global-id.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import { Requires } from "../shared/graphql/requires.js";
import { wrappingKeys } from "./data-key.queries.js";
import { rotateDataKeys } from "./rotate-data-keys.js";
import type { SealedStore } from "./sealed-store.js";
import { RotateDataKeysInput } from "./vault.input.js";
import { EncryptionStatusType, RotateDataKeysPayload } from "./vault.type.js";
import { vaultService } from "./sealing-vault.js";

/** What is sealed, of all rooms. */
export const encryptionStores = new ServiceKey<readonly SealedStore[]>("sealed stores");

@Resolver()
export class VaultResolver {
  @Requires("encryption:read")
  @Query(() => EncryptionStatusType, {
    description: "The keys of the hub, and how far its data are encrypted with them.",
  })
  async encryptionStatus(@Ctx() ctx: RequestContext): Promise<EncryptionStatusType> {
    const { currentId } = ctx.services.use(vaultService).provider;
    const keys = await wrappingKeys(ctx.sql);
    const stores = ctx.services.use(encryptionStores);
    return {
      wrappingKeys: keys.map(({ wrappedBy: keyId, dataKeys }) => {
        return { keyId, current: keyId === currentId, dataKeys };
      }),
      stores: await Promise.all(
        stores.map(async (store) => ({ name: store.name, ...(await store.count(ctx.sql)) })),
      ),
    };
  }

  @Requires("encryption:rotate")
  @Mutation(() => RotateDataKeysPayload, {
    description: describedCommand(
      "Exchanges data keys. A job encrypts what there is again; `encryptionStatus` tells how far.",
      'rotateDataKeys(input: { reason: "yearly", idempotencyKey: "keys-2026" }) ' +
        "{ dataKeys userErrors { code message path } }",
    ),
  })
  async rotateDataKeys(
    @Arg("input", () => RotateDataKeysInput, { description: "Whose, and why." })
    input: RotateDataKeysInput,
    @Ctx() ctx: RequestContext,
  ): Promise<RotateDataKeysPayload> {
    const partnerId = input.partnerId && decodeId("ptr", input.partnerId, ["partnerId"]);
    return { dataKeys: await rotateDataKeys(ctx, { ...input, partnerId: partnerId ?? null }) };
  }
}
