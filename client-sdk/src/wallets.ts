import * as d from "../generated/operations.js";
import type { CallOptions, Operations } from "./operations.js";

/** Money that is held until it is captured or given back. */
export function holds(operations: Operations) {
  return {
    place: (input: d.PlaceHoldInput, call?: CallOptions) =>
      operations.command(d.PlaceHoldDocument, "placeHold", input, call),
    capture: (input: d.CaptureHoldInput, call?: CallOptions) =>
      operations.command(d.CaptureHoldDocument, "captureHold", input, call),
    void: (input: d.VoidHoldInput, call?: CallOptions) =>
      operations.command(d.VoidHoldDocument, "voidHold", input, call),
  };
}

/** Customers' wallets. */
export function wallets(operations: Operations) {
  return {
    async get(customerId: string, currency: string, call?: CallOptions) {
      return (await operations.query(d.WalletDocument, { customerId, currency }, call)).wallet;
    },
    open: (input: d.OpenWalletInput, call?: CallOptions) =>
      operations.command(d.OpenWalletDocument, "openWallet", input, call),
    debit: (input: d.DebitWalletInput, call?: CallOptions) =>
      operations.command(d.DebitWalletDocument, "debitWallet", input, call),
    credit: (input: d.CreditWalletInput, call?: CallOptions) =>
      operations.command(d.CreditWalletDocument, "creditWallet", input, call),
    rollback: (input: d.RollbackWalletInput, call?: CallOptions) =>
      operations.command(d.RollbackWalletDocument, "rollbackWallet", input, call),
  };
}
