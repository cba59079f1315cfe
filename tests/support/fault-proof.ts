import { ledgerFaults } from "./reference-invariants.js";
import type { EngineOnPostgres } from "./reference-engine.js";
import { verifyDatabase } from "./verify.js";

/**
 * All that is wrong with a ledger, by the proof made for tests and by the hub's own verification.
 */
export async function everyFault(url: string, engine: EngineOnPostgres): Promise<string[]> {
  const { loadTerms } = engine;
  const { faults } = await verifyDatabase(url, { loadTerms });
  return [...(await ledgerFaults(engine.pool)), ...faults.map(({ sentence }) => sentence)];
}
