import type { JobKind } from "../jobs/index.js";
import type { CommandContext } from "../shared/commands/command-context.js";
import { poolSql, transactionSql, type Sql } from "../shared/database/sql.js";
import {
  destroyKeys,
  hasRetiredKeys,
  keysToRewrap,
  retiredKeyIds,
  rewrapDataKey,
} from "./data-key.queries.js";
import type { SealedStore } from "./sealed-store.js";
import { vaultService, type Vault } from "./sealing-vault.js";

/** Rows that are sealed in one transaction. */
const AT_ONCE = 50;

/** The work of the vault on all stores: what is not sealed yet, and what other keys sealed. */
export function vaultJobs(stores: readonly SealedStore[]): readonly JobKind[] {
  return [rewrapKeys, sealRows(stores)];
}

const rewrapKeys: JobKind = {
  kind: "REWRAP_KEYS",
  async plan(ctx) {
    const { currentId } = ctx.services.use(vaultService).provider;
    const [stale] = await keysToRewrap(poolSql(ctx.database.pool), currentId, 1);
    return stale ? [planned(ctx, currentId)] : [];
  },
  async run(ctx) {
    await rewrapAll(poolSql(ctx.database.pool), ctx.services.use(vaultService));
  },
};

/** Wraps all data keys with the newest key. What is sealed stays as it is. */
async function rewrapAll(sql: Sql, vault: Vault): Promise<void> {
  for (;;) {
    const rows = await keysToRewrap(sql, vault.provider.currentId, AT_ONCE);
    if (rows.length === 0) return;
    for (const row of rows) {
      const { wrapped } = row;
      if (wrapped) await rewrapDataKey(sql, await vault.rewrapped({ ...row, wrapped }), wrapped);
    }
  }
}

function sealRows(stores: readonly SealedStore[]): JobKind {
  return {
    kind: "SEAL_ROWS",
    async plan(ctx) {
      const sql = poolSql(ctx.database.pool);
      if (await hasRetiredKeys(sql)) return [planned(ctx, "retired keys")];
      for (const store of stores) {
        if (await store.hasPlain(sql)) return [planned(ctx, store.name)];
      }
      return [];
    },
    async run(ctx) {
      const sql = poolSql(ctx.database.pool);
      const retired = await retiredKeyIds(sql);
      for (const store of stores) await sealStore(ctx, store, retired);
      // Whoever seals holds its key until the commit, so that nothing more is sealed with these.
      await destroyKeys(sql, retired, ctx.clock.now());
    },
  };
}

async function sealStore(
  ctx: CommandContext,
  store: SealedStore,
  retired: readonly string[],
): Promise<void> {
  const vault = ctx.services.use(vaultService);
  const some = (work: (sql: Sql) => Promise<number>): Promise<number> =>
    ctx.database.hub.orm.em.fork().transactional((em) => work(transactionSql(em)));
  while ((await some((sql) => store.sealSome(sql, vault, AT_ONCE))) > 0);
  if (retired.length === 0) return;
  while ((await some((sql) => store.resealSome(sql, vault, retired, AT_ONCE))) > 0);
}

/** There is one job for each subject, ever: what comes later in the hour waits for the next. */
function planned({ clock }: CommandContext, about: string) {
  const dueAt = clock.now();
  const hour = dueAt.toISOString().slice(0, 13);
  return { subject: `${about} ${hour}`, partnerId: null, dueAt, input: {} };
}
