/**
 * Keeps the keys that wrap data keys: a ring of keys that the hub was given, or a key management
 * service. Data keys leave it unwrapped, what wraps them never does.
 */
export interface KeyProvider {
  /** The id of the key that wraps from now on. */
  readonly currentId: string;
  /** Whether it can unwrap what a key wrapped. */
  knows(keyId: string): boolean;
  /** Wraps a data key. @param context it is bound to it: another context does not unwrap it */
  wrap(dataKey: Buffer, context: string): Promise<Buffer>;
  /** @throws Error when the key is not there, or what was wrapped was changed */
  unwrap(keyId: string, wrapped: Buffer, context: string): Promise<Buffer>;
}
