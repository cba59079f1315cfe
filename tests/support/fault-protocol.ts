/**
 * As much of Postgres' frontend/backend protocol 3 as a wire needs: messages have a type and a
 * length, a statement ends with Query (Q) or Sync (S), its answer with ReadyForQuery (Z).
 */

interface Carried {
  bytes: Buffer;
  /** Its name, or its first words; absent for what is no statement. */
  statement?: string;
}

const NAME_BYTES = 60;

/** Cuts what a client sends into statements, each as a whole. */
export class FrontendStatements {
  private rest = Buffer.alloc(0);
  private started = false;
  private gathered: Buffer[] = [];
  private label = "";

  read(bytes: Buffer): Carried[] {
    this.rest = Buffer.concat([this.rest, bytes]);
    const carried: Carried[] = [];
    for (let message = this.next(); message; message = this.next()) {
      const whole = this.add(message);
      if (whole) carried.push(whole);
    }
    return carried;
  }

  private next(): Buffer | undefined {
    const head = this.started ? 1 : 0; // the first message has no type
    if (this.rest.length < head + 4) return undefined;
    const length = head + this.rest.readInt32BE(head);
    if (this.rest.length < length) return undefined;
    const message = this.rest.subarray(0, length);
    this.rest = this.rest.subarray(length);
    return message;
  }

  private add(message: Buffer): Carried | undefined {
    if (!this.started) {
      this.started = true;
      return { bytes: message };
    }
    const type = String.fromCharCode(message[0] ?? 0);
    if (type === "p" || type === "X") return { bytes: message }; // a password; good-bye
    this.gathered.push(message);
    if (type === "P") this.label = parsed(message);
    if (type === "B") this.label = bound(message) || this.label;
    if (type === "Q") this.label = text(message, 5);
    if (type !== "Q" && type !== "S") return undefined;
    const whole = { bytes: Buffer.concat(this.gathered), statement: this.label };
    this.gathered = [];
    this.label = "";
    return whole;
  }
}

function text(message: Buffer, from: number): string {
  const end = message.indexOf(0, from);
  const found = message.toString("utf8", from, end < 0 ? message.length : end);
  return found.trim().replace(/\s+/g, " ").slice(0, NAME_BYTES);
}

/** Parse: the name of the statement, then its text. */
function parsed(message: Buffer): string {
  return text(message, 5) || text(message, message.indexOf(0, 5) + 1);
}

/** Bind: the name of the portal, then that of the statement. */
function bound(message: Buffer): string {
  return text(message, message.indexOf(0, 5) + 1);
}

const READY_FOR_QUERY = Buffer.from([0x5a, 0, 0, 0, 5]);

/** Tells when the answer to a statement has come whole: with ReadyForQuery, one byte of body. */
export class BackendAnswer {
  private tail = Buffer.alloc(0);

  endsWith(bytes: Buffer): boolean {
    this.tail = Buffer.concat([this.tail, bytes]).subarray(-6);
    return this.tail.subarray(0, 5).equals(READY_FOR_QUERY);
  }
}
