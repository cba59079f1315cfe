/*
 * Columns of a statement as Postgres arrays in their binary form: no digits are written here and
 * none are parsed there. One dimension, as `array_recv` reads it: dimensions, whether there are
 * nulls, element type, length, lower bound; then each element behind its length, -1 for null.
 */

/** Types by their numbers in `pg_type`. */
const BIGINT = 20;
const TEXT = 25;
const TIMESTAMPTZ = 1184;
const UUID = 2950;

const HEADER_BYTES = 20;
const LENGTH_BYTES = 4;
const NULL_LENGTH = -1;
/** A character of a string takes at most so many bytes of UTF-8. */
const MAX_UTF8_BYTES = 3;
const MICROS_PER_MILLI = 1_000n;
/** Postgres counts time from the year 2000, in microseconds. */
const POSTGRES_EPOCH_MS = Date.UTC(2_000, 0);

type Pick<T, V> = (row: T) => V;

/** An array of bigints. */
export function bigintColumn<T>(rows: readonly T[], pick: Pick<T, bigint>): Buffer {
  const column = arrayOf(BIGINT, rows.length, 8);
  let offset = HEADER_BYTES;
  for (const row of rows) {
    column.writeInt32BE(8, offset);
    column.writeBigInt64BE(pick(row), offset + LENGTH_BYTES);
    offset += LENGTH_BYTES + 8;
  }
  return column;
}

/** An array of bigints from whole numbers that are safe in JavaScript, not negative. */
export function countColumn<T>(rows: readonly T[], pick: Pick<T, number>): Buffer {
  const column = arrayOf(BIGINT, rows.length, 8);
  let offset = HEADER_BYTES;
  for (const row of rows) {
    const value = pick(row);
    column.writeInt32BE(8, offset);
    column.writeUInt32BE(Math.floor(value / 0x1_0000_0000), offset + LENGTH_BYTES);
    column.writeUInt32BE(value >>> 0, offset + LENGTH_BYTES + 4);
    offset += LENGTH_BYTES + 8;
  }
  return column;
}

/** An array of timestamps from milliseconds since the epoch. */
export function timeColumn<T>(rows: readonly T[], pick: Pick<T, number>): Buffer {
  const column = bigintColumn(
    rows,
    (row) => BigInt(pick(row) - POSTGRES_EPOCH_MS) * MICROS_PER_MILLI,
  );
  column.writeInt32BE(TIMESTAMPTZ, 8);
  return column;
}

/** An array of timestamps from milliseconds since the epoch, or null. */
export function optionalTimeColumn<T>(rows: readonly T[], pick: Pick<T, number | null>): Buffer {
  const column = arrayOf(TIMESTAMPTZ, rows.length, 8);
  let offset = HEADER_BYTES;
  for (const row of rows) {
    const millis = pick(row);
    column.writeInt32BE(millis === null ? NULL_LENGTH : 8, offset);
    offset += LENGTH_BYTES;
    if (millis !== null) {
      const micros = BigInt(millis - POSTGRES_EPOCH_MS) * MICROS_PER_MILLI;
      offset = column.writeBigInt64BE(micros, offset);
    }
  }
  return column.subarray(0, offset);
}

/** An array of UUIDs in canonical text form, or null. */
export function uuidColumn<T>(rows: readonly T[], pick: Pick<T, string | null>): Buffer {
  const column = arrayOf(UUID, rows.length, 16);
  let offset = HEADER_BYTES;
  for (const row of rows) {
    const value = pick(row);
    column.writeInt32BE(value === null ? NULL_LENGTH : 16, offset);
    offset += LENGTH_BYTES;
    if (value !== null) offset = writeUuid(column, value, offset);
  }
  return column.subarray(0, offset);
}

/** An array of texts, or null. Postgres refuses U+0000 in them. */
export function textColumn<T>(rows: readonly T[], pick: Pick<T, string | null>): Buffer {
  const values = rows.map(pick);
  let length = 0;
  for (const value of values) length += value?.length ?? 0;
  const column = arrayOf(TEXT, values.length, 0, length * MAX_UTF8_BYTES);
  let offset = HEADER_BYTES;
  for (const value of values) {
    const bytes = value === null ? NULL_LENGTH : column.write(value, offset + LENGTH_BYTES);
    column.writeInt32BE(bytes, offset);
    offset += LENGTH_BYTES + Math.max(bytes, 0);
  }
  return column.subarray(0, offset);
}

function arrayOf(type: number, length: number, bytesEach: number, more = 0): Buffer {
  const bytes = HEADER_BYTES + length * (LENGTH_BYTES + bytesEach) + more;
  const column = Buffer.allocUnsafe(bytes);
  column.writeInt32BE(1, 0);
  column.writeInt32BE(1, 4);
  column.writeInt32BE(type, 8);
  column.writeInt32BE(length, 12);
  column.writeInt32BE(1, 16);
  return column;
}

const UUID_LENGTH = 36;
const DASH = 45;
const NO_DIGIT = 0xff;
/** The values of hexadecimal digits by their character codes. */
const DIGITS = new Uint8Array(256).fill(NO_DIGIT);
for (let digit = 0; digit < 16; digit++) {
  DIGITS[digit.toString(16).charCodeAt(0)] = digit;
  DIGITS[digit.toString(16).toUpperCase().charCodeAt(0)] = digit;
}

/** Writes the 16 bytes of a UUID; answers the offset behind them. @throws TypeError */
function writeUuid(column: Buffer, uuid: string, offset: number): number {
  let at = offset;
  let wrong = uuid.length ^ UUID_LENGTH;
  for (let i = 0; i < UUID_LENGTH; i += 2) {
    if (i === 8 || i === 13 || i === 18 || i === 23) wrong |= uuid.charCodeAt(i++) ^ DASH;
    const high = DIGITS[uuid.charCodeAt(i)] ?? NO_DIGIT;
    const low = DIGITS[uuid.charCodeAt(i + 1)] ?? NO_DIGIT;
    wrong |= (high | low) & ~0x0f;
    column[at++] = (high << 4) | low;
  }
  if (wrong !== 0) throw new TypeError(`"${uuid.slice(0, 2 * UUID_LENGTH)}" is not a uuid`);
  return at;
}
