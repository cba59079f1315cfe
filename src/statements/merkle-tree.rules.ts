import { hash } from "node:crypto";

/*
 * The Merkle tree of RFC 6962, section 2.1, over SHA-256. A tree of n > 1 leaves has a left part
 * that is as large as the largest power of two below n.
 */

const NODE_PREFIX = Buffer.of(1);

/** The root of a tree without leaves. */
export const EMPTY_ROOT: Buffer = hash("sha256", "", "buffer");

/** The hash of a node above two others. */
export function nodeHash(left: Buffer, right: Buffer): Buffer {
  return hash("sha256", Buffer.concat([NODE_PREFIX, left, right]), "buffer");
}

/**
 * Takes leaves, or the roots of full subtrees of one size, one after the other, and keeps no more
 * than one node for each bit of their number.
 */
export class MerkleRoot {
  private readonly peaks: Buffer[] = [];
  size = 0;

  add(node: Buffer): void {
    let peak = node;
    for (let rest = this.size; rest % 2 === 1; rest = (rest - 1) / 2) {
      const left = this.peaks.pop();
      if (left) peak = nodeHash(left, peak);
    }
    this.peaks.push(peak);
    this.size += 1;
  }

  root(): Buffer {
    const last = this.peaks.at(-1);
    if (!last) return EMPTY_ROOT;
    return this.peaks.slice(0, -1).reduceRight((right, left) => nodeHash(left, right), last);
  }
}

/** The root of a tree by its leaves, or by the roots of full subtrees of one size. */
export function merkleRoot(nodes: readonly Buffer[]): Buffer {
  const tree = new MerkleRoot();
  for (const node of nodes) tree.add(node);
  return tree.root();
}

/**
 * The audit path of a node from the bottom to the root (RFC 6962, section 2.1.1).
 * @throws RangeError when there is no such node
 */
export function auditPath(nodes: readonly Buffer[], index: number): Buffer[] {
  if (index < 0 || index >= nodes.length) throw new RangeError(`There is no node ${index}`);
  if (nodes.length === 1) return [];
  const split = largestPowerBelow(nodes.length);
  const [left, right] = [nodes.slice(0, split), nodes.slice(split)];
  return index < split
    ? [...auditPath(left, index), merkleRoot(right)]
    : [...auditPath(right, index - split), merkleRoot(left)];
}

function largestPowerBelow(count: number): number {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}
