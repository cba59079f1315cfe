import canonicalize from "canonicalize";
import fc from "fast-check";
import { describe, expect, expectTypeOf, it } from "vitest";
import { canonicalJson } from "../../../client-sdk/src/canonical-json.js";
import {
  StatementNotVerified,
  type NotVerifiedReason,
} from "../../../client-sdk/src/statement-not-verified.js";
import type * as sdk from "../../../client-sdk/src/statement.js";
import { verifyStatement } from "../../../client-sdk/src/verify-statement.js";
import { statementKey } from "../../../src/statements/statement-key.js";
import { sumsOf, type SignedStatement } from "../../../src/statements/statement.rules.js";
import { canonicalJson as hubsCanonicalJson } from "../../../src/statements/write-canonical.js";
import { KEY, KEYS, sampleStatement } from "./sample-statement.js";

const signed = sampleStatement();

async function reasonOf(
  statement: sdk.SignedStatement | string,
  keys: sdk.StatementKeys = KEYS,
): Promise<NotVerifiedReason> {
  const refusal: unknown = await verifyStatement(statement, keys).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(StatementNotVerified);
  return (refusal as StatementNotVerified).reason;
}

describe("a signed statement", () => {
  it("is verified by the public key alone, parsed or as text, in any order of its keys", async () => {
    const { statement, signature } = signed;
    const turned = {
      signature,
      statement: Object.fromEntries(Object.entries(statement).toReversed()),
    };
    for (const text of [canonicalJson(signed), JSON.stringify(turned, null, 2)]) {
      expect(await verifyStatement(text, KEYS)).toEqual(statement);
    }
    expect(await verifyStatement(signed, [KEY.publicKey])).toEqual(statement);
  });

  it("fails with any one digit changed, wherever it stands", async () => {
    const text = canonicalJson(signed);
    const places = [...text.matchAll(/[0-9]/g)].map(({ index }) => index);
    expect(places.length).toBeGreaterThan(400);
    for (const [turn, place] of places.entries()) {
      const other = (Number(text[place]) + 1 + (turn % 9)) % 10;
      const changed = text.slice(0, place) + other + text.slice(place + 1);
      await expect(verifyStatement(changed, KEYS)).rejects.toThrow(StatementNotVerified);
    }
  });

  it("fails with any character of its signature changed, also where no bit of it counts", async () => {
    const { signature } = signed;
    for (let place = 0; place < signature.length; place += 1) {
      const other = signature[place] === "A" ? "B" : "A";
      const changed = signature.slice(0, place) + other + signature.slice(place + 1);
      await expect(verifyStatement({ ...signed, signature: changed }, KEYS)).rejects.toThrow(
        StatementNotVerified,
      );
    }
    const last = `${signature.slice(0, -1)}${nextInAlphabet(signature.at(-1) ?? "")}`;
    expect(await reasonOf({ ...signed, signature: last })).toBe("MALFORMED");
  });

  it("fails with anything else changed, added or taken away", async () => {
    const { statement, signature } = signed;
    const others: Partial<SignedStatement["statement"]>[] = [
      { replaces: "ACME-1/2026-07-01/0" },
      { currency: "JPY" },
      { lines: statement.lines.toReversed() },
      { lines: statement.lines.slice(1) },
      { adjustments: [] },
      { corrections: [] },
      { partner: { ...statement.partner, name: "에이스 게임스 (Acme)" } },
    ];
    for (const other of others) {
      expect(await reasonOf({ statement: { ...statement, ...other }, signature })).toBe(
        "BAD_SIGNATURE",
      );
    }
  });

  it("may have nothing beside it that is not signed", async () => {
    const noted = { ...signed, note: "due is 99,999" };
    expect(await reasonOf(JSON.stringify(noted))).toBe("MALFORMED");
  });

  it("is not taken from another key, nor with another key under its id", async () => {
    const stranger = statementKey(Buffer.alloc(32, 8)).publicKey;
    expect(await reasonOf(signed, [stranger])).toBe("UNKNOWN_KEY");
    expect(await reasonOf(signed, [{ ...stranger, kid: KEY.publicKey.kid }])).toBe("BAD_SIGNATURE");
    expect(await reasonOf(signed, [{ ...KEY.publicKey, x: "AA" }])).toBe("UNKNOWN_KEY");
  });

  it("is not what another kind of signature by the same key says", async () => {
    const header = { alg: "EdDSA", kid: KEY.publicKey.kid, typ: "JWT" };
    const encoded = Buffer.from(JSON.stringify(header)).toString("base64url");
    const signature = `${encoded}..${signed.signature.split(".").at(-1)}`;
    expect(await reasonOf({ ...signed, signature })).toBe("MALFORMED");
  });

  it.each([
    ["nothing", ""],
    ["null", "null"],
    ["a list", "[]"],
    ["an empty object", "{}"],
    ["a text", '"text"'],
    ["null with a signature", '{"statement":null,"signature":"a..b"}'],
    ["depth", "[".repeat(100_000)],
    ["depth without end of a statement", `{"statement":${'{"a":'.repeat(50_000)}1`],
    ["depth that closes", `{"statement":${"[".repeat(9e4)}${"]".repeat(9e4)},"signature":"a..b"}`],
    ["a signature with its payload", '{"statement":{},"signature":"a.b.c"}'],
    ["a number for a signature", '{"statement":{},"signature":1}'],
  ])("is not made of %s", async (_, text) => {
    expect(await reasonOf(text)).toBe("MALFORMED");
  });

  it("whatever it is changed to is refused, never an unexpected error", async () => {
    const text = canonicalJson(signed);
    const change = fc.tuple(fc.nat(text.length), fc.string({ unit: "binary", maxLength: 3 }));
    const property = fc.asyncProperty(change, async ([at, insertion]) => {
      const changed = text.slice(0, at) + insertion + text.slice(at + insertion.length);
      fc.pre(!isSame(changed, text));
      await expect(verifyStatement(changed, KEYS)).rejects.toThrow(StatementNotVerified);
    });
    await fc.assert(property, { numRuns: 300 });
  });

  it("has the type that the client knows", () => {
    expectTypeOf<SignedStatement>().toExtend<sdk.SignedStatement>();
  });
});

/** White space and escapes may differ: the content is what is signed. */
function isSame(changed: string, text: string): boolean {
  try {
    return canonicalJson(JSON.parse(changed)) === text;
  } catch {
    return false;
  }
}

function nextInAlphabet(character: string): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  return alphabet[alphabet.indexOf(character) + 1] ?? "A";
}

describe("the canonical form", () => {
  it("is that of RFC 8785's example", () => {
    const value = {
      numbers: [Number("333333333.33333329"), 1e30, 4.5, 2e-3, 1e-27],
      string: "\u20ac$\u000f\u000aA'\u0042\u0022\u005c\\\"\u002f",
      literals: [null, true, false],
    };
    const expected =
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
      '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}';
    expect(canonicalJson(value)).toBe(expected);
    expect(hubsCanonicalJson(value)).toBe(expected);
  });

  it("is the same in the hub and in the client, for any value", () => {
    const property = fc.property(fc.jsonValue({ stringUnit: "binary" }), (value) => {
      expect(outcome(() => canonicalJson(value))).toBe(outcome(() => canonicalize(value)));
    });
    fc.assert(property, { numRuns: 500 });
  });

  it("does not exist for half a character", () => {
    expect(() => canonicalJson({ name: "\ud800" })).toThrow(TypeError);
    expect(() => hubsCanonicalJson({ name: "\ud800" })).toThrow("surrogate");
  });
});

function outcome(write: () => string | undefined): string | undefined {
  try {
    return write();
  } catch {
    return "refused";
  }
}

describe("a signing key", () => {
  it("is that of RFC 8037's example, with its thumbprint as its id", () => {
    const { publicKey } = statementKey(
      Buffer.from("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A", "base64url"),
    );
    expect(publicKey.x).toBe("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
    expect(publicKey.kid).toBe("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
  });

  it("shows its public half only", () => {
    expect(Object.keys(KEY.publicKey).toSorted()).toEqual(["alg", "crv", "kid", "kty", "use", "x"]);
    expect(() => statementKey(Buffer.alloc(31))).toThrow("32");
  });
});

describe("the sums of a statement", () => {
  it("are refused when they do not add up", () => {
    const late = { correctionsMinor: [1n], adjustmentsMinor: [2n] };
    const amounts = { effectsMinor: [70n, -5n], ...late, broughtForwardMinor: -3n };
    expect(sumsOf({ ...amounts, dueMinor: 65n, carriedForwardMinor: 0n }).payableMinor).toBe("65");
    expect(() => sumsOf({ ...amounts, dueMinor: 63n, carriedForwardMinor: 0n })).toThrow("is not");
  });
});
