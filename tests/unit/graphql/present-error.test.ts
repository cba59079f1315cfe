import { GraphQLError, locatedError } from "graphql";
import { describe, expect, test } from "vitest";
import { DomainError } from "../../../src/shared/errors.js";
import {
  INTERNAL_ERROR,
  isAboutCommand,
  isInternal,
  presentError,
} from "../../../src/shared/graphql/present-error.js";
import { toUserError } from "../../../src/shared/graphql/user-error.type.js";

const at = (error: Error) => locatedError(error, [], ["partners", 0]);

describe("an error", () => {
  test("of ours shows nothing but the id under which it is logged", () => {
    const secret = new Error("password authentication failed for user tutti");
    expect(presentError(at(secret), "request-1")).toEqual({
      message: INTERNAL_ERROR,
      path: ["partners", 0],
      extensions: { code: "INTERNAL_SERVER_ERROR", correlationId: "request-1" },
    });
  });

  test("of a value that the schema does not allow is ours as well", () => {
    const bad = at(new GraphQLError('Int cannot represent non-integer value: "secret"'));
    expect(presentError(bad, "request-1").message).toBe(INTERNAL_ERROR);
    expect(isInternal(bad)).toBe(true);
  });

  test("that is no error at all is ours", () => {
    expect(presentError("thrown text", "request-1").message).toBe(INTERNAL_ERROR);
  });

  test("of the parser or the validator keeps its message and code", () => {
    const malformed = new GraphQLError('Cannot query field "x" on type "Query".', {
      extensions: { code: "GRAPHQL_VALIDATION_FAILED", http: { status: 400 } },
    });
    expect(presentError(malformed, "request-1")).toEqual({
      message: 'Cannot query field "x" on type "Query".',
      extensions: { code: "GRAPHQL_VALIDATION_FAILED" },
    });
  });

  test("of the caller keeps its code, where in the input it lies, and when to try again", () => {
    class Busy extends DomainError {
      readonly retryAfterMs = 1_200;
    }
    expect(presentError(at(new Busy("OVERLOADED", "The queue is full", ["input"])), "r")).toEqual({
      message: "The queue is full",
      path: ["partners", 0],
      extensions: { code: "OVERLOADED", inputPath: ["input"], retryAfter: 2 },
    });
  });
});

describe("a refusal", () => {
  test("about the command goes into its payload", () => {
    const refusal = new DomainError("INVALID_RATE", "Not a rate", ["terms", 0, "shareRate"]);
    expect(isAboutCommand(refusal)).toBe(true);
    expect(toUserError(refusal)).toEqual({
      code: "INVALID_RATE",
      message: "Not a rate",
      path: ["input", "terms", "0", "shareRate"],
    });
  });

  test.each(["UNAUTHENTICATED", "FORBIDDEN", "RATE_LIMITED", "OVERLOADED"] as const)(
    "%s is about the request and does not",
    (code) => {
      expect(isAboutCommand(new DomainError(code, "No"))).toBe(false);
    },
  );

  test("without a place has none", () => {
    expect(toUserError(new DomainError("PARTNER_ON_HOLD", "On hold")).path).toBeNull();
  });
});
