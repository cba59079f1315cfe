import { createHmac } from "node:crypto";
import { Secret, TOTP } from "otpauth";

const PERIOD_SECONDS = 30;
/** A code of the step before or after counts: clocks differ, and people type. */
const WINDOW = 1;
const SECRET_BYTES = 20;
const ISSUER = "Tutti";

/** What a person's authenticator app is set up with. */
export interface TotpSetUp {
  /** Base32, to be typed in. */
  secret: string;
  /** `otpauth://`, to be shown as a QR code. */
  uri: string;
}

/** Whose secret, and the how many-eth. */
export interface TotpHolder {
  id: string;
  email: string;
  totpNumber: number;
}

/** Secrets are derived from the hub's own key and a number: no table holds them. */
export class TotpSecrets {
  constructor(private readonly hubKey: Buffer) {}

  setUp(holder: TotpHolder): TotpSetUp {
    const totp = this.#totp(holder);
    return { secret: totp.secret.base32, uri: totp.toString() };
  }

  /** The step that a code is of, or null when it is of none that counts now (RFC 6238). */
  stepOf(holder: TotpHolder, code: string, now: Date): number | null {
    const timestamp = now.getTime();
    const delta = this.#totp(holder).validate({ token: code, timestamp, window: WINDOW });
    if (delta === null) return null;
    return Math.floor(timestamp / 1_000 / PERIOD_SECONDS) + delta;
  }

  #totp({ id, email, totpNumber }: TotpHolder): TOTP {
    const digest = createHmac("sha256", this.hubKey).update(`${id} ${totpNumber}`).digest();
    const buffer = new Uint8Array(digest.subarray(0, SECRET_BYTES)).buffer;
    const options = { issuer: ISSUER, label: email, period: PERIOD_SECONDS, digits: 6 };
    return new TOTP({ ...options, algorithm: "SHA1", secret: new Secret({ buffer }) });
  }
}
