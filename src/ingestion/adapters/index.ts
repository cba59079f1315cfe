import { UnknownAdapter } from "./adapter.errors.js";
import type { Adapter } from "./adapter-door.js";
import { camt054Adapter } from "./iso20022/camt-054.adapter.js";

export { UnknownAdapter } from "./adapter.errors.js";
export {
  MAX_TRANSACTIONS,
  type Adapter,
  type AdapterOptions,
  type ParsedDocument,
} from "./adapter-door.js";
export { REFUSAL_CODES, RefusedInput, type Refusal, type RefusalCode } from "./refuse-input.js";

const ADAPTERS = new Map<string, Adapter>(
  [camt054Adapter].map((adapter) => [adapter.name, adapter]),
);

export function adapterNames(): string[] {
  return [...ADAPTERS.keys()];
}

/** @throws UnknownAdapter */
export function adapterFor(name: string): Adapter {
  const adapter = ADAPTERS.get(name);
  if (adapter === undefined) throw new UnknownAdapter(name, adapterNames());
  return adapter;
}
