import { randomBytes } from "node:crypto";
import type { Actor } from "../shared/commands/actor.js";
import type { CommandContext } from "../shared/commands/command-context.js";
import { runCommand } from "../shared/commands/run-command.js";
import type { Work } from "../shared/commands/work.js";
import { poolSql } from "../shared/database/sql.js";
import { accessService } from "./access-service.js";
import { hashSecret } from "./mint-secret.js";
import { isPassword } from "./hash-password.js";
import { SignInRefused, TotpRequired } from "./person.errors.js";
import { PersonSignedIn, type SignInMethod } from "./person.events.js";
import {
  accountByEmail,
  forgetFailures,
  giveAttemptBack,
  takeAttempt,
  useTotpStep,
  type Account,
} from "./person.queries.js";
import { FREE_FAILURES, pauseAfter, SESSION_MAX_MS } from "./person.rules.js";
import { permissionSet, type Role } from "./role.rules.js";
import { SESSION_PREFIX } from "./session-credentials.js";
import { insertSession } from "./session.queries.js";

export interface SignIn {
  email: string;
  password: string;
  /** The code of the authenticator app, where the account has one. */
  totp?: string | null;
}

/** A session that was opened; nobody but its holder has the token. */
export interface OpenedSession {
  token: string;
  expiresAt: Date;
  mustChangePassword: boolean;
}

const TOKEN_BYTES = 32;
const PAUSES_MS = Array.from({ length: FREE_FAILURES + 8 }, (_, at) => pauseAfter(at + 1));
const NOBODY = permissionSet([]);

/**
 * Signs in with an account of the hub; refused attempts are on record too. The attempt is counted
 * before the password is looked at, and given back when all of it was right.
 * @param ctx the hub's own, at the origin of the request @throws SignInRefused, TotpRequired
 */
export async function signIn(ctx: CommandContext, input: SignIn): Promise<OpenedSession> {
  const account = await accountByEmail(poolSql(ctx.database.pool), input.email);
  const actor = personAsking(account, input.email);
  // Neither password nor code: the trail keeps a hash of what was asked for.
  return runCommandAs(ctx, actor, { email: input.email }, async (work) => {
    await assertRight(ctx, account, input);
    if (!account) throw new SignInRefused();
    await forgetFailures(work.sql, account.id);
    const { mustChangePassword } = account;
    const opened = await openSession(ctx, work, account.id, "PASSWORD", []);
    return { ...opened, mustChangePassword };
  });
}

/** The token leaves the command aside: what a command answers may be kept. */
async function runCommandAs(
  ctx: CommandContext,
  actor: Actor,
  input: object,
  work: (work: Work) => Promise<OpenedSession>,
): Promise<OpenedSession> {
  let opened: OpenedSession | null = null;
  await runCommand({ ...ctx, actor }, "signIn", input, async (each) => {
    opened = await work(each);
    return null;
  });
  if (!opened) throw new SignInRefused();
  return opened;
}

/** @throws SignInRefused, TotpRequired */
async function assertRight(
  ctx: CommandContext,
  account: Account | null,
  { password, totp }: SignIn,
): Promise<void> {
  const sql = poolSql(ctx.database.pool); // what is counted stays when the command is rolled back
  const now = ctx.clock.now();
  const mayTry = account !== null && (await takeAttempt(sql, account.id, now, PAUSES_MS));
  const isRight = await isPassword(password, mayTry ? account.passwordHash : null);
  if (!account || !mayTry || !isRight || account.state !== "ACTIVE") throw new SignInRefused();
  if (!account.hasTotp) return;
  if (!totp) {
    await giveAttemptBack(sql, account.id);
    throw new TotpRequired();
  }
  const step = ctx.services.use(accessService).totp.stepOf(account, totp, now);
  if (step === null || !(await useTotpStep(sql, account.id, step))) throw new SignInRefused();
}

/** Opens a session as a part of a command. */
export async function openSession(
  { clock, ids, origin }: CommandContext,
  work: Work,
  personId: string,
  method: SignInMethod,
  claimedRoles: readonly Role[],
): Promise<Omit<OpenedSession, "mustChangePassword">> {
  const now = clock.now();
  const token = `${SESSION_PREFIX}${randomBytes(TOKEN_BYTES).toString("hex")}`;
  const expiresAt = new Date(now.getTime() + SESSION_MAX_MS);
  const id = ids.next();
  await insertSession(work.sql, {
    id,
    personId,
    method,
    claimedRoles,
    expiresAt,
    tokenHash: hashSecret(token),
    address: origin.address,
    createdAt: now,
    lastSeenAt: now,
    endedAt: null,
  });
  work.record(new PersonSignedIn(personId, id, method));
  return { token, expiresAt };
}

/** Whoever asks, as the trail names them; an address that nobody has is on record as well. */
function personAsking(account: Account | null, email: string): Actor {
  const id = account?.id ?? "unknown";
  const name = account?.name ?? email.slice(0, 100);
  return { kind: "PERSON", id, name, permissions: NOBODY, scope: [] };
}
