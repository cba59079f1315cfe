import type { TypedDocumentString } from "../generated/operations.js";
import { withRoots } from "./answer.js";
import { relyingOn } from "./shape.js";
import { DocumentNotTrustedError, ProtocolError, refusedError } from "./errors.js";
import { DEFAULT_RETRY, withRetry } from "./retry.js";
import type { RetryPolicy } from "./retry.js";
import type { Transport } from "./transport.js";

export interface CallOptions {
  /** Ends the call. */
  signal?: AbortSignal;
  /** For one attempt, in place of the client's. Milliseconds. */
  timeoutMs?: number;
}

type UserErrors = readonly { code: string; message: string; path: readonly string[] | null }[];

/** Executes typed documents. Calls that are safe to repeat are repeated after passing failures. */
export class Operations {
  /** Ids that the hub said it does not know. */
  private readonly unknown = new Set<string>();

  constructor(
    readonly transport: Transport,
    private readonly retry: RetryPolicy = DEFAULT_RETRY,
  ) {}

  /** The result of a query. @throws TuttiError */
  query<Result, Variables>(
    document: TypedDocumentString<Result, Variables>,
    variables: Variables,
    call: CallOptions = {},
  ): Promise<Result> {
    return withRetry(() => this.once(document, variables, call), this.retry, call.signal);
  }

  /**
   * What a command answers. It is repeated only where its input carries an id by which the hub has
   * its effect once. @throws RefusedError of the refusal's class, or another TuttiError
   */
  async command<Result, Name extends keyof Result & string>(
    document: TypedDocumentString<Result, { input: never }>,
    name: Name,
    input: object,
    call: CallOptions = {},
  ): Promise<Result[Name]> {
    const once = () =>
      this.once(document, { input } as { input: never }, call).then((result) =>
        accepted(present(result[name], name)),
      );
    return isRepeatable(input) ? withRetry(once, this.retry, call.signal) : once();
  }

  private idOf(document: Identified): string | undefined {
    const id = documentIdOf(document);
    return id === undefined || this.unknown.has(id) ? undefined : id;
  }

  private async once<Result, Variables>(
    document: TypedDocumentString<Result, Variables>,
    variables: Variables,
    call: CallOptions,
  ): Promise<Result> {
    const attempt = { name: nameOf(document), ...call };
    const roots = rootsOf(document);
    const send = async (asked: object): Promise<unknown> =>
      withRoots(await this.transport.graphql({ ...asked, variables }, attempt), roots);
    const documentId = this.idOf(document);
    const query = document.toString();
    if (documentId === undefined) return (await send({ query })) as Result;
    try {
      return (await send({ documentId })) as Result;
    } catch (error) {
      // A hub of another version does not know this one's documents; it may take the text.
      if (!(error instanceof DocumentNotTrustedError)) throw error;
      this.unknown.add(documentId);
      return (await send({ query })) as Result;
    }
  }
}

/** The operation's name, for hooks. */
function nameOf(document: { toString(): string }): string {
  return /(?:query|mutation)\s+(\w+)/.exec(document.toString())?.[1] ?? "anonymous";
}

/** What codegen tells of a document. */
type Identified = Pick<TypedDocumentString<unknown, unknown>, "__meta__">;

/** The id by which a hub may know the document. */
export function documentIdOf({ __meta__ }: Identified): string | undefined {
  const hash: unknown = __meta__?.["hash"];
  return typeof hash === "string" ? hash.replace(/^sha256:/, "") : undefined;
}

/** The fields that an answer must have; none are known of a document of the caller's own. */
function rootsOf({ __meta__ }: Identified): readonly string[] {
  const roots: unknown = __meta__?.["roots"];
  return Array.isArray(roots) ? roots.map(String) : [];
}

/** Whether the input carries an id, or one for each item, by which it has its effect once. */
function isRepeatable(input: object): boolean {
  if ("externalId" in input || "transactions" in input) return true;
  return "idempotencyKey" in input && typeof input.idempotencyKey === "string";
}

/** @throws RefusedError */
function accepted<Payload>(payload: Payload): Payload {
  const { userErrors } = payload as { userErrors?: UserErrors };
  const reasons = relyingOn("userErrors", () =>
    (userErrors ?? []).map(({ code, message, path }) => {
      return { code, message, ...(path ? { path } : {}) };
    }),
  );
  const [first] = reasons;
  if (first) throw refusedError({ ...first, reasons });
  return payload;
}

/** What a payload has when nothing was refused. @throws ProtocolError */
export function present<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new ProtocolError(`The answer has no ${what}`);
  return value;
}
