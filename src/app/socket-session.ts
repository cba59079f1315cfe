import type { WebSocket } from "ws";
import type { SignedMessage, Standing } from "../access/index.js";
import type { Actor } from "../shared/commands/actor.js";

/** One connection of a WebSocket client. */
export interface SocketSession {
  readonly socket: WebSocket;
  /** Where it comes from, as far as the network tells. */
  readonly address: string | null;
  /** The credential of its upgrade request, for clients that can send one, or a browser's. */
  readonly credential: string | null;
  /** The upgrade request, as a client may sign it. */
  readonly upgrade: SignedMessage;
  /** The credential it was let in with, to be verified again while it stays. */
  standing: Standing | null;
  actor: Actor | null;
  /** Whether it is one of the connections that its credential may have. */
  isCounted: boolean;
  /** The ids of the operations under way. */
  operations(): string[];
  close(code: number, reason: string): void;
}

/** The hub stops: connect again, to another hub or after the time that the reason names. */
export const SERVICE_RESTART = 1012;
/** The credential is unknown, expired or revoked: connecting again with it will not do. */
export const UNAUTHENTICATED = 4401;
/** The credential has as many connections as it may. */
export const TOO_MANY_CONNECTIONS = 4403;
/** It does not answer pings: it takes nothing, or is not there any more. */
export const NO_PONG = 4408;
