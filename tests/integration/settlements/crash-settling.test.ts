import { afterAll, beforeAll, expect, test } from "vitest";
import { MOMENTS, type Fault } from "../../support/fault-wire.js";
import { DyingWorld, marchOfTwo, settleAndPay } from "../../support/settlement-crash.js";
import { soakRuns, soakTimeout } from "../../support/soak.js";
import { verifyDatabase } from "../../support/verify.js";

let dying: DyingWorld;

beforeAll(async () => {
  dying = await DyingWorld.open();
});

afterAll(() => dying.close());

const TRACES = `
select s.state, s.due_minor::text as due,
  (select string_agg(t.to_state, ' ' order by t.sequence) from settlement_transition t
    where t.settlement_id = s.id) as steps,
  (select array_agg(p.state || ' ' || h.amount_minor order by p.state) from payout_share h
    join payout p on p.id = h.payout_id where h.settlement_id = s.id) as payouts,
  (select array_agg(m.code || ' ' || m.amount_minor order by m.code) from settlement_transfer x
    join transfer m on m.transaction_id = x.transaction_id
    where x.settlement_id = s.id) as moved,
  (select count(*)::integer from settlement_transfer x where x.settlement_id = s.id
    and x.state <> 'POSTED') as waiting,
  (select sum(a.balance)::text from account a where a.purpose = 'PARTNER_PAYABLE'
    and a.reference = s.contract_id::text) as payable
from settlement s where s.id = any($1) order by s.due_minor desc`;

const STEPS = [
  "CLOSING CLOSED RECONCILED APPROVED",
  "PAYOUT_SCHEDULED IN_PAYOUT APPROVED",
  "PAYOUT_SCHEDULED IN_PAYOUT PAID_OUT",
].join(" ");

/** What is left of settlements that nothing went wrong with, and of all others. */
const SETTLED_ONCE = [
  {
    state: "PAID_OUT",
    due: "1700",
    steps: STEPS,
    payouts: ["FAILED 1700", "PAID_OUT 1700"],
    moved: [
      "ADJUSTMENT 700",
      "NETTING 400",
      "NETTING 400",
      "NETTING_FAILED 400",
      "PAID_OUT 1300",
      "PAYOUT 1300",
      "PAYOUT 1300",
      "PAYOUT_FAILED 1300",
    ],
    waiting: 0,
    payable: "0",
  },
  {
    state: "PAID_OUT",
    due: "-400",
    steps: STEPS,
    payouts: ["FAILED -400", "PAID_OUT -400"],
    moved: ["ADJUSTMENT 400"],
    waiting: 0,
    payable: "0",
  },
];

let runs = 0;

async function tracesOf(
  key: string,
  fault: Fault | null,
): Promise<{ traces: unknown; came: boolean }> {
  const pair = await marchOfTwo(dying.steady);
  if (fault) dying.plan(fault);
  await settleAndPay(dying, pair, key);
  const came = dying.callOff();
  runs += 1;
  const ids = [pair.bringing, pair.owing];
  const { rows } = await dying.steady.rooms.database.pool.query(TRACES, [ids]);
  return { traces: rows, came };
}

/** The statements at which it breaks: some, at moments in turn; or all, at all moments. */
function faultsWithin(statements: number): Fault[] {
  const points = Array.from({ length: statements }, (_, after) => after);
  if (soakRuns(0, 1) > 0) {
    return points.flatMap((after) => MOMENTS.map((moment) => ({ after, moment })));
  }
  const stride = Math.ceil(statements / 6);
  return points
    .filter((point) => point % stride === runs % stride)
    .map((after, n) => ({ after, moment: MOMENTS[n % MOMENTS.length] ?? "AFTER" }));
}

const timeout = soakTimeout(120_000);

test.each([
  { dies: "a session", endsProcess: false },
  { dies: "the process", endsProcess: true },
])(
  "closing, adjusting, netting and paying end the same, at whichever statement $dies dies",
  { timeout },
  async ({ dies, endsProcess }) => {
    const before = dying.sent;
    expect(await tracesOf(`no ${dies}`, null)).toEqual({ traces: SETTLED_ONCE, came: false });
    for (const { after, moment } of faultsWithin(dying.sent - before)) {
      const where = `${dies} ${moment} statement ${after}`;
      const { traces, came } = await tracesOf(where, { after, moment, endsProcess });
      expect({ where, traces, came }).toEqual({ where, traces: SETTLED_ONCE, came: true });
    }
  },
);

test("and the money has left once for each", { timeout }, async () => {
  const { rows } = await dying.steady.rooms.database.pool.query(
    "select purpose, balance from account where purpose in ('BANK', 'PAYOUT_CLEARING') order by 1",
  );
  expect(rows).toEqual([
    { purpose: "BANK", balance: BigInt(runs) * 1_300n },
    { purpose: "PAYOUT_CLEARING", balance: 0n },
  ]);
  expect((await verifyDatabase(dying.steady.rooms.url)).faults).toEqual([]);
});
