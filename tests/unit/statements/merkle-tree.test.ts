import { hash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  auditPath,
  EMPTY_ROOT,
  merkleRoot,
  nodeHash,
} from "../../../src/statements/merkle-tree.rules.js";

const leafOf = (content: Buffer): Buffer =>
  hash("sha256", Buffer.concat([Buffer.of(0), content]), "buffer");

/** The definition of RFC 6962, section 2.1, word by word. */
function definedRoot(leaves: readonly Buffer[]): Buffer {
  const [first] = leaves;
  if (!first) return EMPTY_ROOT;
  if (leaves.length === 1) return first;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return nodeHash(definedRoot(leaves.slice(0, split)), definedRoot(leaves.slice(split)));
}

describe("the tree over a statement's transactions", () => {
  const CONTENTS = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657"];

  // The vectors of the reference implementation of Certificate Transparency.
  test.each([
    [1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"],
    [2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"],
    [3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"],
    [4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"],
    [5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4"],
    [6, "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef"],
    [7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c"],
  ])("of the first %i leaves of RFC 6962's vectors has their root", (count, expected) => {
    const leaves = CONTENTS.slice(0, count).map((hex) => leafOf(Buffer.from(hex, "hex")));
    expect(merkleRoot(leaves).toString("hex")).toBe(expected);
  });

  it("without leaves is the hash of nothing", () => {
    const nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    expect(merkleRoot([]).toString("hex")).toBe(nothing);
  });

  const leaves = fc.array(fc.uint8Array({ minLength: 32, maxLength: 32 }), { maxLength: 70 });

  it("is the one of the definition, and of full subtrees of any size", () => {
    const property = fc.property(leaves, fc.nat(5), (contents, height) => {
      const all = contents.map((each) => Buffer.from(each));
      const width = 2 ** height;
      const subtrees = Array.from({ length: Math.ceil(all.length / width) }, (_, at) =>
        merkleRoot(all.slice(at * width, (at + 1) * width)),
      );
      expect(merkleRoot(all)).toEqual(definedRoot(all));
      expect(merkleRoot(subtrees)).toEqual(definedRoot(all));
    });
    fc.assert(property);
  });

  it("has no path to a leaf that is not there", () => {
    expect(() => auditPath([leafOf(Buffer.of(1))], 1)).toThrow(RangeError);
    expect(auditPath([leafOf(Buffer.of(1))], 0)).toEqual([]);
  });
});
