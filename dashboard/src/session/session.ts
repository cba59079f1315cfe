import { createTuttiClient, type TuttiClient } from "@tutti/client";

/** The key is kept for this tab only, and never in an address. */
const STORED_AS = "tutti.key";

/** What a key must be allowed to: see accounts, and watch them. */
const NEEDED = ["ledger:read", "live:subscribe"];

/** Someone who is signed in. */
export interface Session {
  readonly client: TuttiClient;
  readonly name: string;
}

/** The key is right and may not do what the wall needs. */
export class PermissionMissing extends Error {
  constructor(readonly permission: string) {
    super(`The key lacks ${permission}`);
  }
}

export function storedKey(): string | null {
  return sessionStorage.getItem(STORED_AS);
}

export function forgetKey(): void {
  sessionStorage.removeItem(STORED_AS);
}

/**
 * Signs in with a key and keeps it for this tab.
 * @throws UnauthenticatedError, PermissionMissing, NetworkError
 */
export async function signIn(key: string): Promise<Session> {
  const client = createTuttiClient({ url: location.origin, apiKey: key });
  const { name, permissions } = await client.viewer();
  const missing = NEEDED.find((permission) => !permissions.includes(permission));
  if (missing) throw new PermissionMissing(missing);
  sessionStorage.setItem(STORED_AS, key);
  return { client, name };
}
