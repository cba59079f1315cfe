import { UnknownAdapter } from "./adapter.errors.js";
import type { Adapter } from "./adapter-door.js";
import { camt052Adapter, camt053Adapter, camt054Adapter } from "./iso20022/camt.adapter.js";
import { bai2Adapter } from "./bai2/bai2.adapter.js";
import { bgMaxAdapter } from "./bgmax/bgmax.adapter.js";
import { cnabAdapter } from "./cnab/cnab.adapter.js";
import { finstaAdapter } from "./edifact/finsta.adapter.js";
import { nachaAdapter } from "./nacha/nacha.adapter.js";
import { ofxAdapter } from "./ofx/ofx.adapter.js";
import { shippedAdapters } from "./shipped/shipped-adapters.js";
import { mt940Adapter } from "./swift/mt940.adapter.js";

export { UnknownAdapter } from "./adapter.errors.js";
export {
  MAX_TRANSACTIONS,
  type Adapter,
  type AdapterOptions,
  type ParsedDocument,
} from "./adapter-door.js";
export { readDefinition, type AdapterDefinition } from "./declarative/adapter-definition.js";
export { declarativeAdapter } from "./declarative/data.adapter.js";
export { SHIPPED_DEFINITIONS } from "./shipped/shipped-adapters.js";
export { REFUSAL_CODES, RefusedInput, type Refusal, type RefusalCode } from "./refuse-input.js";

const BUILT_IN: readonly Adapter[] = [
  camt052Adapter,
  camt053Adapter,
  camt054Adapter,
  mt940Adapter,
  ofxAdapter,
  bai2Adapter,
  nachaAdapter,
  finstaAdapter,
  cnabAdapter,
  bgMaxAdapter,
];

const ADAPTERS = new Map<string, Adapter>(
  [...BUILT_IN, ...shippedAdapters()].map((adapter) => [adapter.name, adapter]),
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
