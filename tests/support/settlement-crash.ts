import { createPayoutRun, openRunFile, readPayoutReport } from "../../src/payouts/index.js";
import {
  adjustSettlement,
  changeSettlement,
  closeSettlement,
  netSettlements,
  postSettlementTransfers,
} from "../../src/settlements/index.js";
import { systemActor } from "../../src/shared/commands/actor.js";
import { vaultService } from "../../src/vault/index.js";
import { FaultyWire, type Fault } from "./fault-wire.js";
import { bankReport, payTo, PLATFORM } from "./payouts.js";
import { openSettlementWorld, person, type SettlementWorld } from "./settlements.js";

/** A process of a settlement world, whose way to Postgres breaks where it is told to. */
interface Process {
  world: SettlementWorld;
  wire: FaultyWire;
}

interface PlannedFault {
  planned: Fault;
  /** The process that it is planned for. */
  of: Process;
  came: Promise<unknown>;
  struck: boolean;
}

/** Settlements that are closed, approved and paid while processes die over it. */
export class DyingWorld {
  private process: Process | undefined;
  private fault: PlannedFault | undefined;
  private readonly gone: Promise<unknown>[] = [];

  private constructor(readonly steady: SettlementWorld) {}

  static async open(): Promise<DyingWorld> {
    const world = new DyingWorld(await openSettlementWorld("2026-03-10T00:00:00Z"));
    world.process = await world.start();
    return world;
  }

  /** The statements that were sent so far by the process that lives. */
  get sent(): number {
    return this.living.wire.statements.length;
  }

  plan(planned: Fault): void {
    const came = this.living.wire.plan(planned);
    const fault = { planned, struck: false, came, of: this.living };
    this.fault = fault;
    void came.then(() => (fault.struck = true));
  }

  /** Whether the planned fault has come; it is called off. */
  callOff(): boolean {
    const { fault } = this;
    this.fault = undefined;
    this.living.wire.callOff();
    return fault?.struck ?? false;
  }

  /** Does it as often as something breaks over it: in the same process, or in a new one. */
  async survived<T>(attempt: (world: SettlementWorld) => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await this.unlessItDies(attempt(this.living.world));
      } catch (error) {
        if (!this.fault?.struck) throw error;
        if (!this.fault.planned.endsProcess) continue;
        this.bury(this.living);
        this.process = await this.start();
      }
    }
  }

  /** A process that is dead answers nobody: what waits for Postgres in it would wait for ever. */
  private unlessItDies<T>(answer: Promise<T>): Promise<T> {
    const { fault } = this;
    if (!fault?.planned.endsProcess || fault.of !== this.living) return answer;
    const died = fault.came.then(() => Promise.reject(new Error("The process died")));
    return Promise.race([answer, died]);
  }

  async close(): Promise<void> {
    this.bury(this.living);
    await Promise.all(this.gone);
    await this.steady.close();
  }

  private get living(): Process {
    if (!this.process) throw new Error("No process was started");
    return this.process;
  }

  private async start(): Promise<Process> {
    const wire = await FaultyWire.open(this.steady.rooms.url);
    const url = wire.through(this.steady.rooms.url);
    return { wire, world: await openSettlementWorld(this.steady.clock, { url }) };
  }

  private bury({ world, wire }: Process): void {
    this.gone.push(wire.close(), world.close());
  }
}

/** Two settlements of a partner: one is owed 1,700, the other owes 400. */
export interface Pair {
  bringing: string;
  owing: string;
}

/** March of two new contracts, over and not yet closed. */
export async function marchOfTwo(world: SettlementWorld): Promise<Pair> {
  world.clock.set("2026-03-10T00:00:00Z");
  const [contract, other] = [await world.contract(), await world.contract()];
  await payTo(world, contract);
  await world.record(contract, "2026-03-09T00:00:00Z", 10_000n);
  const { pool } = world.rooms.database;
  const own = "update settlement set partner_id = $1 where contract_id = any($2) returning id";
  const ids = [];
  for (const { id } of [contract, other]) {
    const { rows } = await pool.query<{ id: string }>(own, [contract.partnerId, [id]]);
    ids.push(rows[0]?.id ?? "");
  }
  world.clock.set("2026-04-02T00:00:00Z");
  const [bringing = "", owing = ""] = ids;
  return { bringing, owing };
}

/**
 * From the end of the period to the bank's confirmation, the bank refusing once: every command
 * under a key of its own, and sent again under it until it is answered.
 */
export async function settleAndPay(dying: DyingWorld, pair: Pair, key: string): Promise<void> {
  const both = [pair.bringing, pair.owing];
  const keyed = (name: string) => ({ idempotencyKey: `${key} ${name}` });
  const as = ({ rooms }: SettlementWorld, name: string) => rooms.as(person(name));
  for (const settlementId of both) {
    await dying.survived(({ rooms }) =>
      closeSettlement(rooms.as(systemActor("jobs")), { settlementId }),
    );
  }
  for (const [settlementId, amountMinor] of [
    [pair.bringing, 700n],
    [pair.owing, -400n],
  ] as const) {
    const input = {
      settlementId,
      amountMinor,
      reason: "agreed",
      ...keyed(`adjust ${amountMinor}`),
    };
    await dying.survived((world) => adjustSettlement(as(world, "kim"), input));
  }
  for (const settlementId of both) {
    const input = { settlementId, ...keyed(`reconcile ${settlementId}`) };
    await dying.survived((world) =>
      changeSettlement(as(world, "kim"), "reconcileSettlement", input),
    );
    const approve = { settlementId, ...keyed(`approve ${settlementId}`) };
    await dying.survived((world) =>
      changeSettlement(as(world, "park"), "approveSettlement", approve),
    );
  }
  for (const status of ["RJCT", "ACSC"]) {
    const net = { settlementIds: both, ...keyed(`net ${status}`) };
    await dying.survived((world) => netSettlements(as(world, "kim"), net));
    await payRun(dying, `${key} ${status}`, status);
  }
  await dying.survived(({ rooms }) => postSettlementTransfers(rooms.as()));
}

async function payRun(dying: DyingWorld, key: string, status: string): Promise<void> {
  const order = {
    currency: "KRW",
    executeOn: "2026-04-30",
    debtor: PLATFORM,
    characters: "LATIN",
    idempotencyKey: `${key} run`,
  } as const;
  const kim = ({ rooms }: SettlementWorld) => rooms.as(person("kim"));
  const { id, messageId } = await dying.survived((world) => createPayoutRun(kim(world), order));
  const file = await dying.survived(({ rooms }) => {
    const { services, sql } = rooms.as();
    return openRunFile(services.use(vaultService), sql, id);
  });
  if (!file?.includes(">1300<")) throw new Error(`The file is to pay 1300: ${file}`);
  const report = bankReport(messageId, status);
  const read = { report, idempotencyKey: `${key} report` };
  await dying.survived((world) => readPayoutReport(kim(world), read));
}
