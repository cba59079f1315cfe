import type { CanonicalDocument } from "../canonical-document.js";
import type { Refusal } from "./refuse-input.js";

/** One document of a file, whole or refused; a refused one posts nothing. */
export type ParsedDocument = ({ ok: true } & CanonicalDocument) | { ok: false; refusal: Refusal };

/** What a source's operator may set about the way it is read. */
export interface AdapterOptions {
  /** IANA zone of the document's times that name none. Default: UTC. */
  zone?: string;
  /** The most rows that one file may have; they are in memory until the file has ended. */
  maxTransactions?: number;
}

/** Default of `maxTransactions`: up to 400 MB of canonical rows. */
export const MAX_TRANSACTIONS = 500_000;

/**
 * The door of a format: bytes in, canonical documents out. Parsing streams: of the input no more
 * than a chunk is held, of the output no more than one file's rows. Nothing is yielded before the
 * whole file has been found good, so a consumer may post each document as it comes.
 */
export interface Adapter {
  readonly name: string;
  /** Rises when the same bytes would give other rows. */
  readonly version: string;
  /** Whether a file of a folder or archive is this adapter's business, by its name alone. */
  accepts(fileName: string): boolean;
  /**
   * @param source names the file for the refusals; it is never part of an identity
   * @throws InvalidInput for options that make no sense; an error of `bytes` that is no
   *   RefusedInput passes through
   */
  parse(
    bytes: AsyncIterable<Uint8Array>,
    source: { name: string },
    options?: AdapterOptions,
  ): AsyncIterable<ParsedDocument>;
}
