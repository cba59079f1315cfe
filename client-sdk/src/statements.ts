import * as d from "../generated/operations.js";
import { ProtocolError } from "./errors.js";
import { present, type CallOptions, type Operations } from "./operations.js";
import { paginate } from "./paginate.js";
import { refusalOf } from "./refusal.js";
import type { InclusionProof, SignedStatement, StatementPublicKey } from "./statement.js";

/** How many items a page of a list is read at once. */
const PAGE_SIZE = 100;

/** As what a statement is downloaded. */
export interface StatementDownload {
  format: "json" | "csv" | "pdf";
  /** Of the texts in CSV and PDF; English unless given. */
  language?: "ko" | "en";
}

/** What partners are told about settlements. */
export function statements(operations: Operations) {
  return {
    async get(id: string, call?: CallOptions) {
      return (await operations.query(d.StatementDocument, { id }, call)).statement;
    },
    /** The statements, the newest first unless told otherwise. */
    list: (
      filter: d.StatementFilter = {},
      direction: d.OrderDirection = "DESC",
      call?: CallOptions,
    ) =>
      paginate(async (after) => {
        const orderBy = { field: "ISSUED_AT" as const, direction };
        const variables = { first: PAGE_SIZE, after, filter, orderBy };
        return (await operations.query(d.StatementsDocument, variables, call)).statements;
      }),
    /** What the statements of a list add up to, by currency. */
    async totals(filter: d.StatementFilter = {}, call?: CallOptions) {
      return (await operations.query(d.StatementTotalsDocument, { filter }, call)).statementTotals;
    },
    /** The signed statement, to be verified by `verifyStatement`; null when there is none. */
    async signed(id: string, call?: CallOptions): Promise<SignedStatement | null> {
      const { statement } = await operations.query(d.StatementContentDocument, { id }, call);
      return statement && (JSON.parse(statement.content) as SignedStatement);
    },
    /** A statement as a file. @throws TuttiError */
    download: (id: string, as: StatementDownload, call?: CallOptions) =>
      download(operations, id, as, call),
    /** The proof that a statement was made from a transaction, or null when it was not. */
    async proof(
      statementId: string,
      transactionId: string,
      call?: CallOptions,
    ): Promise<InclusionProof | null> {
      const variables = { statementId, transactionId };
      return (await operations.query(d.TransactionProofDocument, variables, call)).transactionProof;
    },
    /** The public keys by which statements are verified. Keep them: they are all it takes. */
    async keys(call?: CallOptions): Promise<readonly StatementPublicKey[]> {
      return (await operations.query(d.StatementKeysDocument, {}, call)).statementKeys;
    },
    /** Gives statements another signing key from now on, and answers its id. */
    async rotateKey(input: d.RotateStatementKeyInput, call?: CallOptions): Promise<string> {
      const command = [d.RotateStatementKeyDocument, "rotateStatementKey", input, call] as const;
      return present((await operations.command(...command)).keyId, "key");
    },
  };
}

async function download(
  { transport }: Operations,
  id: string,
  { format, language = "en" }: StatementDownload,
  { signal }: CallOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const path = `/statements/${encodeURIComponent(id)}.${format}?lang=${language}`;
  const response = await transport.send(path, { method: "GET", ...(signal ? { signal } : {}) });
  if (!response.ok) throw await refusalOf(response);
  try {
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    throw new ProtocolError("The statement did not arrive whole", { cause: error });
  }
}
