import { InvalidInput } from "../shared/input.errors.js";
import { PasswordTooWeak, PersonIsDisabled } from "./person.errors.js";

export const PERSON_STATES = ["ACTIVE", "DISABLED"] as const;
export type PersonState = (typeof PERSON_STATES)[number];

const EMAIL = /^[^\s@]{1,64}@[^\s@]{1,190}$/;
const MAX_NAME_LENGTH = 100;
const MIN_PASSWORD_LENGTH = 12;
const MAX_PASSWORD_LENGTH = 200;

/** How long a session lasts that nobody uses. */
export const SESSION_IDLE_MS = 30 * 60_000;
/** How long a session lasts at most. */
export const SESSION_MAX_MS = 12 * 3_600_000;

/** How many times in a row a sign-in may fail before it takes a pause. */
export const FREE_FAILURES = 5;
const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 3_600_000;

/** @throws InvalidInput */
export function assertPerson({ email, name }: { email: string; name: string }): void {
  if (!EMAIL.test(email)) throw new InvalidInput("This is no e-mail address", ["email"]);
  if (name.trim() !== name || name.length === 0 || name.length > MAX_NAME_LENGTH) {
    throw new InvalidInput(`A name has 1 to ${MAX_NAME_LENGTH} characters`, ["name"]);
  }
}

/**
 * Length is what counts (NIST SP 800-63B); what a person is called by is guessed first.
 * @throws PasswordTooWeak
 */
export function assertPassword(password: string, person: { email: string; name: string }): void {
  const [account = ""] = person.email.toLowerCase().split("@");
  const isGuessable =
    new Set(password).size < 5 || (account.length > 3 && password.toLowerCase().includes(account));
  const { length } = password;
  if (length < MIN_PASSWORD_LENGTH || length > MAX_PASSWORD_LENGTH || isGuessable) {
    throw new PasswordTooWeak(MIN_PASSWORD_LENGTH);
  }
}

/** How long nobody may try again after so many failures in a row: twice as long each time. */
export function pauseAfter(failures: number): number {
  if (failures < FREE_FAILURES) return 0;
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (failures - FREE_FAILURES));
}

/** @throws PersonIsDisabled */
export function assertActive({ state }: { state: PersonState }): void {
  if (state !== "ACTIVE") throw new PersonIsDisabled();
}

/** When a session ends that is used at a moment. */
export function endOfSession({ expiresAt }: { expiresAt: Date }, usedAt: Date): Date {
  const idle = usedAt.getTime() + SESSION_IDLE_MS;
  return idle < expiresAt.getTime() ? new Date(idle) : expiresAt;
}
