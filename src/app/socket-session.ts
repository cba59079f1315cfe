import type { Actor } from "../shared/commands/actor.js";

/** One connection of a WebSocket client. */
export interface SocketSession {
  /** Where it comes from, as far as the network tells. */
  readonly address: string | null;
  /** The Authorization header of its upgrade request, for clients that can send one. */
  readonly authorization: string | undefined;
  /** The key it was let in with, to be verified again while it stays. */
  apiKey: string | null;
  actor: Actor | null;
  close(code: number, reason: string): void;
}

/** The hub stops: connect again, to another hub or a little later. */
export const GOING_AWAY = 1001;
/** The credential is unknown, expired or revoked: connecting again with it will not do. */
export const UNAUTHENTICATED = 4401;
