// Knows the hash tree of RFC 6962 over a growing list, and its two proofs; not what is listed.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils.js';
import type { Hash } from '@xieshang/protocol';

/** RFC 6962 §2.1: the two prefixes that keep a leaf from being taken for a node. */
const leafMark = Uint8Array.of(0);
const nodeMark = Uint8Array.of(1);

/** The hash of a leaf that holds these bytes. */
export const leafOf = (bytes: Uint8Array): Hash => bytesToHex(sha256(concatBytes(leafMark, bytes)));

/** The leaf of a meeting's fact: its place in the chain, 32 bytes. */
export const leafOfFact = (hash: Hash): Hash => leafOf(hexToBytes(hash));

const nodeOf = (left: Hash, right: Hash): Hash => bytesToHex(sha256(concatBytes(nodeMark, hexToBytes(left), hexToBytes(right))));

/** A tree as far as growing it and telling its root needs it: the roots of its full subtrees, the largest first. */
export interface Tree {
  readonly size: number;
  readonly peaks: readonly Hash[];
}

export const emptyTree: Tree = { size: 0, peaks: [] };

/** The tree with one more leaf. */
export function grown({ size, peaks }: Tree, leaf: Hash): Tree {
  const rest = [...peaks];
  let last = leaf;
  for (let count = size; count % 2 === 1; count = (count - 1) / 2) {
    const left = rest.pop();
    if (left !== undefined) last = nodeOf(left, last);
  }
  return { size: size + 1, peaks: [...rest, last] };
}

export const treeOf = (leaves: readonly Hash[]): Tree => leaves.reduce(grown, emptyTree);

export const rootOf = ({ peaks }: Tree): Hash =>
  peaks.length === 0 ? bytesToHex(sha256(new Uint8Array())) : peaks.reduceRight((right, left) => nodeOf(left, right));

const rootOver = (leaves: readonly Hash[]): Hash => rootOf(treeOf(leaves));

/** The largest power of two below a size of at least two. */
function split(size: number): number {
  let half = 1;
  while (half * 2 < size) half *= 2;
  return half;
}

/** RFC 6962 §2.1.1: what leads from the leaf at a place, counted from 0, up to the root. Empty where there is no such place. */
export function inclusionProof(leaves: readonly Hash[], place: number): readonly Hash[] {
  if (leaves.length < 2) return [];
  const half = split(leaves.length);
  const [left, right] = [leaves.slice(0, half), leaves.slice(half)];
  return place < half ? [...inclusionProof(left, place), rootOver(right)] : [...inclusionProof(right, place - half), rootOver(left)];
}

/** RFC 6962 §2.1.2: that the tree of the first `earlier` leaves, at least one, is the beginning of the tree of all. */
export const consistencyProof = (leaves: readonly Hash[], earlier: number): readonly Hash[] => subproof(leaves, earlier, true);

function subproof(leaves: readonly Hash[], earlier: number, isKnown: boolean): readonly Hash[] {
  if (earlier === leaves.length) return isKnown ? [] : [rootOver(leaves)];
  const half = split(leaves.length);
  const [left, right] = [leaves.slice(0, half), leaves.slice(half)];
  return earlier <= half
    ? [...subproof(left, earlier, isKnown), rootOver(right)]
    : [...subproof(right, earlier - half, false), rootOver(left)];
}

/** RFC 9162 §2.1.3.2: whether that leaf stands at that place in the tree of that size and root. */
export function isIncluded(
  leaf: Hash,
  place: number,
  { size, root }: { readonly size: number; readonly root: Hash },
  proof: readonly Hash[],
): boolean {
  if (place >= size) return false;
  let [at, last, seen] = [place, size - 1, leaf];
  for (const other of proof) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      seen = nodeOf(other, seen);
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else seen = nodeOf(seen, other);
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 && seen === root;
}

interface Signed {
  readonly size: number;
  readonly root: Hash;
}

/** RFC 9162 §2.1.4.2: whether the later tree begins with the whole earlier one, of at least one leaf. */
export function isConsistent(earlier: Signed, later: Signed, proof: readonly Hash[]): boolean {
  if (earlier.size < 1 || earlier.size > later.size) return false;
  if (earlier.size === later.size) return proof.length === 0 && earlier.root === later.root;
  const path = Number.isInteger(Math.log2(earlier.size)) ? [earlier.root, ...proof] : proof;
  const [first, ...rest] = path;
  if (first === undefined) return false;
  let [at, last] = [earlier.size - 1, later.size - 1];
  while (at % 2 === 1) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  let [was, is] = [first, first];
  for (const other of rest) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      [was, is] = [nodeOf(other, was), nodeOf(other, is)];
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else is = nodeOf(is, other);
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 && was === earlier.root && is === later.root;
}
