import { createHmac } from "node:crypto";

/** What of a key its signing secrets are made of. */
interface Signer {
  id: string;
  secretNumber: number;
  previousSecretUntil: Date | null;
}

/** The secrets by which API keys sign: derived from the hub's own key, in no table. */
export class SigningSecrets {
  constructor(private readonly hubKey: Buffer) {}

  /** The secret of a key, as its holder is shown it once. */
  of({ id, secretNumber }: Pick<Signer, "id" | "secretNumber">): string {
    const digest = createHmac("sha256", this.hubKey).update(`${id} ${secretNumber}`).digest("hex");
    return `tutti_sign_${digest}`;
  }

  /** The secrets by which a key may sign at a moment, the newest first. */
  inForce(key: Signer, now: Date): string[] {
    const { previousSecretUntil: until, secretNumber } = key;
    const isOverlap = until !== null && now < until && secretNumber > 1;
    const before = isOverlap ? [this.of({ ...key, secretNumber: secretNumber - 1 })] : [];
    return [this.of(key), ...before];
  }
}
