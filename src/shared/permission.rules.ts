/**
 * Everything that a credential may be allowed to do, one closed list. A permission names the field
 * noun and the verb of the command or reading it guards; roles are sets of these.
 */
export const PERMISSIONS = {
  "partner:read": "see partners",
  "partner:create": "add a partner",
  "partner:hold": "put a partner on hold, and release it",
  "contract:read": "see contracts and their terms",
  "contract:create": "add a contract",
  "contract:change": "schedule, move and cancel versions of contracts, and end contracts",
  "exchange-rate:read": "see exchange rates",
  "exchange-rate:publish": "publish exchange rates",
  "exchange-rate:correct": "correct exchange rates that are published",
  "ledger:read": "see accounts, transactions, transfers, entries and balances",
  "ledger:post": "post transfers between accounts, and adjust or close accounts",
  "transaction:record": "record, reverse and authorise a partner's transactions",
  "ledger:export": "take any number of transactions out as a file",
  "ledger:verify": "replay the ledger's invariants",
  "wallet:authorise": "call customers' wallets: balance, debit, credit, rollback",
  "settlement:read": "see settlements, their periods and statements",
  "settlement:close": "close settlement periods",
  "settlement:reopen": "open a closed settlement again",
  "settlement:reconcile": "state that a settlement agrees with the partner's statement",
  "settlement:approve": "approve settlements that others prepared, and take an approval back",
  "settlement:pay": "schedule payouts, send them and confirm them",
  "settlement:withhold": "withhold settlements, and release what others withheld",
  "settlement:dispute": "dispute settlements, and end disputes of others",
  "settlement:adjust": "correct a settlement by an adjustment",
  "statement:rotate-key": "give statements another signing key",
  "payout-account:read": "see where partners are paid, account numbers masked",
  "payout-account:read-full": "see account numbers whole; each reading is on record",
  "payout-account:create": "say where a partner is paid",
  "job:read": "see jobs and what became of them",
  "job:run": "run, retry and skip jobs",
  "alert:read": "see alerts",
  "alert:resolve": "resolve alerts",
  "ingestion:read": "see documents, and why they were refused",
  "ingestion:import": "import documents and streams of transactions",
  "reconciliation:read": "see how partners are reconciled, and the breaks",
  "reconciliation:configure": "say what partners' documents are for, and how they are matched",
  "reconciliation:run": "look at a partner's reconciliation at once",
  "reconciliation:resolve": "decide on breaks, and what of it is posted",
  "reconciliation:approve": "approve write-offs above the limit that others proposed",
  "webhook:read": "see webhook endpoints, their messages and how those were delivered",
  "webhook:manage": "add and change webhook endpoints, rotate their secrets, replay messages",
  "adapter:draft": "draft adapters, and try them on samples",
  "adapter:activate": "activate adapters, roll them back, and replay kept documents",
  "quality:read": "see quality rules, figures and the quarantine",
  "quality:set-rules": "set the quality rules of sources",
  "quarantine:correct": "correct, replay and reject what is in quarantine",
  "quarantine:approve": "approve corrections of money that others made in quarantine",
  "key:read": "see API keys, never their secrets",
  "key:create": "make API keys, and revoke them",
  "person:read": "see people who sign in, and where they are signed in",
  "person:manage": "add people, reset and disable them, end their sessions",
  "grant:read": "see roles, and who has them",
  "grant:create": "grant roles, and take them back",
  "grant:approve": "approve grants of dangerous permissions that others asked for",
  "role:change": "make roles of one's own, and change them",
  "audit:read": "see the audit trail",
  "encryption:read": "see which keys encrypt what, never the keys",
  "encryption:rotate": "exchange data keys",
  "partner:erase": "erase a partner's personal data for good",
  "retention:read": "see how long what is kept, and what is held beyond it",
  "retention:change": "say how long what is kept",
  "retention:hold": "hold what must be kept, and release it",
  "live:subscribe": "subscribe to live balances",
  "schema:introspect": "ask for the schema, and be told what a misspelt name may have meant",
} as const;

export type Permission = keyof typeof PERMISSIONS;

/**
 * What can do the most harm: moving money out, and deciding who may do so. A grant of one of these
 * takes a second administrator where there is one.
 */
export const DANGEROUS_PERMISSIONS: ReadonlySet<Permission> = new Set<Permission>([
  "exchange-rate:correct",
  "ledger:post",
  "settlement:pay",
  "statement:rotate-key",
  "payout-account:read-full",
  "payout-account:create",
  "key:create",
  "person:manage",
  "grant:create",
  "grant:approve",
  "role:change",
]);

/** All permissions, in the order of the catalogue. */
export const ALL_PERMISSIONS = Object.keys(PERMISSIONS) as readonly Permission[];
