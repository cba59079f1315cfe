import type { CommandContext } from "../shared/commands/command-context.js";
import { runCommand } from "../shared/commands/run-command.js";
import type { Work } from "../shared/commands/work.js";
import { poolSql } from "../shared/database/sql.js";
import { accessService } from "./access-service.js";
import { Unauthenticated } from "./api-key.errors.js";
import { hashSecret } from "./mint-secret.js";
import { hashPassword, isPassword } from "./hash-password.js";
import { PersonNotFound, SignInRefused } from "./person.errors.js";
import { PasswordChanged, SessionsEnded, TotpConfirmed } from "./person.events.js";
import {
  accountById,
  confirmTotp,
  forgetFailures,
  lockPerson,
  renewTotp,
  setPassword,
  takeAttempt,
  useTotpStep,
  type Account,
} from "./person.queries.js";
import { assertPassword, FREE_FAILURES, pauseAfter } from "./person.rules.js";
import { endSession, endSessions, sessionByToken } from "./session.queries.js";
import type { TotpSetUp } from "./totp-secrets.js";

const PAUSES_MS = Array.from({ length: FREE_FAILURES + 8 }, (_, at) => pauseAfter(at + 1));

/**
 * Changes one's own password; all other sessions end. @param token of the session that asks
 * @throws SignInRefused, PasswordTooWeak
 */
export async function changePassword(
  ctx: CommandContext,
  token: string,
  { current, next }: { current: string; next: string },
): Promise<void> {
  await assertOwnPassword(ctx, current);
  const session = await sessionByToken(sqlOf(ctx), hashSecret(token), ctx.clock.now());
  await runCommand(ctx, "changePassword", {}, async (work) => {
    const account = await own(ctx, work);
    assertPassword(next, account);
    await setPassword(work.sql, account.id, await hashPassword(next), false);
    const at = ctx.clock.now();
    const ended = await endSessions(work.sql, account.id, at, session?.id ?? null);
    work.record(new PasswordChanged(account.id));
    work.record(new SessionsEnded(account.id, ended));
    return null;
  });
}

/** Begins with a second factor, or another one; it counts when it is confirmed. */
export async function setUpTotp(ctx: CommandContext, password: string): Promise<TotpSetUp> {
  await assertOwnPassword(ctx, password);
  const { totp } = ctx.services.use(accessService);
  let setUp: TotpSetUp | null = null;
  await runCommand(ctx, "setUpTotp", {}, async (work) => {
    const account = await own(ctx, work);
    await renewTotp(work.sql, account.id);
    setUp = totp.setUp({ ...account, totpNumber: account.totpNumber + 1 });
    return null;
  });
  return setUp ?? refuse();
}

/** Shows that the second factor works; from now on it is asked for. @throws SignInRefused */
export async function confirmOwnTotp(ctx: CommandContext, code: string): Promise<void> {
  const { totp } = ctx.services.use(accessService);
  await runCommand(ctx, "confirmTotp", {}, async (work) => {
    const account = await own(ctx, work);
    const step = totp.stepOf(account, code, ctx.clock.now());
    const isNew = step !== null && (await useTotpStep(work.sql, account.id, step));
    if (!isNew || account.totpNumber === 0) throw new SignInRefused();
    await confirmTotp(work.sql, account.id, ctx.clock.now());
    work.record(new TotpConfirmed(account.id));
    return null;
  });
}

/** Ends the session with a token, and what was begun in it. */
export async function signOut(ctx: CommandContext, token: string): Promise<void> {
  const session = await sessionByToken(sqlOf(ctx), hashSecret(token), ctx.clock.now());
  if (!session) throw new Unauthenticated();
  await runCommand(ctx, "signOut", {}, async (work) => {
    const hasEnded = await endSession(work.sql, session.id, ctx.clock.now());
    if (hasEnded) work.record(new SessionsEnded(session.personId, [session.id]));
    return null;
  });
}

/** Who has a session still has to know the password to change it; guesses count as sign-ins. */
async function assertOwnPassword(ctx: CommandContext, password: string): Promise<void> {
  const sql = sqlOf(ctx);
  const account = await accountById(sql, ctx.actor.id);
  const mayTry = account && (await takeAttempt(sql, account.id, ctx.clock.now(), PAUSES_MS));
  const isRight = await isPassword(password, mayTry ? account.passwordHash : null);
  if (!account || !isRight) return refuse();
  await forgetFailures(sql, account.id);
}

async function own(ctx: CommandContext, work: Work): Promise<Account> {
  const account = await lockPerson(work.sql, ctx.actor.id);
  if (!account) throw new PersonNotFound();
  return account;
}

function sqlOf(ctx: CommandContext) {
  return poolSql(ctx.database.pool);
}

function refuse(): never {
  throw new SignInRefused();
}
