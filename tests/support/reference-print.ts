import type { Batch, Step, StepOperation } from "./reference-step.js";

/**
 * A history as a ledger's page, one transaction a line:
 *
 *     at +3 ms; anna is closed
 *       acme/t1   IN  bet  5 EUR  TRANSFER cash -> anna 5 EUR
 *       ┌ acme/t2 ...            (linked: all or none)
 */
export function printBatches(batches: readonly Batch[]): string {
  let clock = 0;
  const lines = batches.flatMap(({ changes, clockMs, groups }) => {
    clock += clockMs;
    const said = changes.map(
      ({ account, closed, floorMinor }) =>
        `; ${account} ${closed ? "is closed" : "is open"}, floor ${floorMinor ?? "none"}`,
    );
    return [`at ${clock} ms${said.join("")}`, ...groups.flatMap(printGroup)];
  });
  return `\n${lines.join("\n")}\n`;
}

function printGroup(group: readonly Step[]): string[] {
  const last = group.length - 1;
  return group.map((step, index) => {
    const bracket = index === 0 ? "┌" : index === last ? "└" : "│";
    return `  ${last === 0 ? " " : bracket} ${printStep(step)}`;
  });
}

export function printStep(step: Step): string {
  const { partner, externalId, type, direction, amountMinor, currency, operation } = step;
  const id = /^t\d+$/.test(externalId) ? externalId : JSON.stringify(externalId.slice(0, 20));
  const what = /^\w+$/.test(type) ? type : JSON.stringify(type.slice(0, 20));
  return [
    `${partner}/${id}`.padEnd(8),
    `${direction.padEnd(4)} ${what}`,
    `${amountMinor} ${currency}`.padStart(8),
    printOperation(operation),
    `occurred at ${step.occurredAfterMs} ms`,
    ...(step.reference === null ? [] : [`ref ${step.reference}`]),
    ...(step.accrues ? [] : ["does not accrue"]),
  ].join("  ");
}

function printOperation(operation: StepOperation): string {
  switch (operation.kind) {
    case "TRANSFER":
      return `TRANSFER ${operation.legs
        .map((l) => `${l.debit} -> ${l.credit} ${l.amountMinor} ${l.currency} (${l.code})`)
        .join(", ")}`;
    case "HOLD": {
      const { debit, credit, expiresInMs } = operation;
      const until = expiresInMs === null ? "" : `, expires after ${expiresInMs} ms`;
      return `HOLD ${debit} -> ${credit}${until}`;
    }
    case "CAPTURE":
      return `CAPTURE of ${operation.of}${operation.final ? ", final" : ""}`;
    case "VOID":
      return `${operation.because} ${operation.of}`;
    case "REVERSAL":
      return `REVERSAL of ${operation.of}`;
    case "ROLLBACK":
      return `ROLLBACK of ${operation.of}`;
  }
}
