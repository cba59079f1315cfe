import type { PositionState } from "./accrual-model.rules.js";
import { readPositionJson } from "./position-json.rules.js";
import type { PositionJson } from "./position-json.rules.js";
import type { Connection } from "./posting-read.queries.js";

const COLUMNS = `p.contract_id, (extract(epoch from p.period_start) * 1000)::float8 as period_start,
  p.version, p.segments, p.accrued, p.accrued_minor, p.recoupable, p.releases, p.conditions`;

const POSITIONS = `
select ${COLUMNS} from position p
join unnest($1::uuid[], $2::bigint[]) k (contract_id, period_start)
  on p.contract_id = k.contract_id and p.period_start = to_timestamp(k.period_start / 1000.0)`;

const CHAIN_POSITIONS = `
select ${COLUMNS} from position p where p.contract_id = any($1::uuid[])
order by p.contract_id, p.period_start`;

const CHAINS = `
select contract_id, version from position_chain where contract_id = any($1::uuid[])`;

interface PositionRecord extends PositionJson {
  contract_id: string;
  period_start: number;
  version: bigint;
  accrued_minor: bigint;
}

/** Settlement positions by contract and start of the period, in milliseconds. */
export async function readPositions(
  on: Connection,
  keys: readonly { contractId: string; periodStart: number }[],
): Promise<PositionState[]> {
  if (keys.length === 0) return [];
  const contracts = `{${keys.map((key) => key.contractId).join(",")}}`;
  const values = [contracts, `{${keys.map((key) => key.periodStart).join(",")}}`];
  const { rows } = await on.query<PositionRecord>({ name: "positions", text: POSITIONS, values });
  return rows.map(positionOf);
}

/** All positions of contracts, ascending, and how often each contract's chain was changed. */
export async function readChains(on: Connection, contractIds: readonly string[]) {
  const values = [`{${contractIds.join(",")}}`];
  // Read first: a position that is added in between then shows as a change to the chain.
  const { rows } = await on.query<{ contract_id: string; version: bigint }>({
    name: "chains",
    text: CHAINS,
    values,
  });
  const positions = await on.query<PositionRecord>({
    name: "chain-positions",
    text: CHAIN_POSITIONS,
    values,
  });
  return {
    versions: new Map(rows.map((row) => [row.contract_id, Number(row.version)])),
    positions: positions.rows.map(positionOf),
  };
}

function positionOf(row: PositionRecord): PositionState {
  return {
    contractId: row.contract_id,
    periodStart: row.period_start,
    isNew: false,
    version: Number(row.version),
    accruedMinor: row.accrued_minor,
    ...readPositionJson(row),
  };
}
