import * as d from "../generated/operations.js";
import { present, type CallOptions, type Operations } from "./operations.js";

/** Which keys encrypt what, and their exchange. */
export function encryption(operations: Operations) {
  return {
    /** The keys of the hub, and how far its data are encrypted with them. */
    async status(call?: CallOptions) {
      return (await operations.query(d.EncryptionStatusDocument, {}, call)).encryptionStatus;
    },
    /** Exchanges data keys; a job encrypts what there is again. */
    async rotateDataKeys(input: d.RotateDataKeysInput, call?: CallOptions) {
      const command = [d.RotateDataKeysDocument, "rotateDataKeys", input, call] as const;
      return present((await operations.command(...command)).dataKeys, "number of keys");
    },
  };
}
