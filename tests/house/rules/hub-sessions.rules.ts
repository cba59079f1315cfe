import { isTest, whereIs, type HouseRule } from "./house-files.js";

/** Who acts for the hub as a whole beneath a caller's context, and why. */
const ACTS_FOR_THE_HUB: Readonly<Record<string, string>> = {
  "src/shared/commands/run-command.ts":
    "begins each command's transaction and keeps its books; its work is limited to the caller",
  "src/shared/commands/record-refusal.ts": "the audit trail is the hub's",
  "src/shared/commands/record-access.ts": "the audit trail is the hub's",
  "src/ledger/export.route.ts": "limits itself to the scope that the link is signed with",
  "src/vault/vault.job.ts": "encrypts the rows of all partners",
  "src/jobs/open-jobs.ts": "jobs are the hub's own work",
  "src/jobs/perform-job.ts": "holds the lock of a job on a session of its own",
};

const HUB = /\bdatabase\.hub\b/g;

/**
 * Postgres keeps callers who are limited to partners to their rows. Code that steps out of that has
 * its reason in the list above.
 */
export const hubSessionsAreArgued: HouseRule = (files) =>
  files
    .filter(({ path }) => path.startsWith("src/") && !path.startsWith("src/shared/database/"))
    .filter((file) => !isTest(file) && !(file.path in ACTS_FOR_THE_HUB))
    .flatMap((file) =>
      [...file.text.matchAll(HUB)].map(
        (match) =>
          `${whereIs(file, match.index)} acts for the hub: use ctx.sql or ctx.database.pool, ` +
          `which see what the caller may, or give the reason in hub-sessions.rules.ts`,
      ),
    );
