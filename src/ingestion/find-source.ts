import {
  createPartner,
  PARTNER_KINDS,
  partnersByCode,
  type PartnerKind,
} from "../partners/index.js";
import type { CommandContext } from "../shared/commands/command-context.js";
import { recordRefusal, type NamedCommand } from "../shared/commands/record-refusal.js";
import { poolSql } from "../shared/database/sql.js";
import { DomainError } from "../shared/errors.js";
import { InvalidInput } from "../shared/input.errors.js";
import type { Permission } from "../shared/permission.rules.js";
import { digestOf } from "../shared/tagged-json.js";
import { ImportForbidden, SourceNotFound } from "./ingestion.errors.js";

/**
 * Lets a credential pass that has the permission; that another one tried is on record.
 * @throws ImportForbidden
 */
export async function assertPermitted(
  ctx: CommandContext,
  permission: Permission,
  command: NamedCommand,
): Promise<void> {
  if (ctx.actor.permissions.has(permission)) return;
  const error = new ImportForbidden(permission);
  await recordRefusal(ctx, command, error);
  throw error;
}

/**
 * The id of the partner whose code names a source. One that does not exist is created where that is
 * asked for, with its code for a name.
 * @param createKind the kind of partner to create
 * @throws SourceNotFound, ImportForbidden, InvalidInput
 */
export async function findSource(
  ctx: CommandContext,
  code: string,
  createKind?: string,
): Promise<string> {
  const known = await partnerIdOf(ctx, code);
  if (known !== undefined) return known;
  if (createKind === undefined) throw new SourceNotFound(code);
  const command = { name: "createPartner", inputHash: digestOf({ code, kind: createKind }) };
  await assertPermitted(ctx, "partner:create", command);
  // A key that is limited to partners would not see the one that it makes.
  if (ctx.actor.scope !== null) throw new ImportForbidden("partner:create");
  return createSource(ctx, code, createKind);
}

async function partnerIdOf({ database, actor }: CommandContext, code: string) {
  const [partner] = await partnersByCode(poolSql(database.pool), actor.scope, [code]);
  return partner?.id;
}

async function createSource(ctx: CommandContext, code: string, kind: string): Promise<string> {
  if (!isPartnerKind(kind)) {
    const known = PARTNER_KINDS.join(", ");
    throw new InvalidInput(`"${kind.slice(0, 64)}" is not a kind of partner; there are ${known}`);
  }
  try {
    return (await createPartner(ctx, { code, name: code, kind })).id;
  } catch (error) {
    // Another upload of the same folder may have made it a moment ago.
    const taken = error instanceof DomainError && error.code === "PARTNER_CODE_TAKEN";
    const id = taken ? await partnerIdOf(ctx, code) : undefined;
    if (id === undefined) throw error;
    return id;
  }
}

function isPartnerKind(kind: string): kind is PartnerKind {
  return PARTNER_KINDS.some((known) => known === kind);
}
