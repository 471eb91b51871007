import { hexToBytes } from '@noble/hashes/utils.js';
import { expect, test } from 'vitest';
import { consistencyProof, inclusionProof, isConsistent, isIncluded, leafOf, rootOf, treeOf } from './merkle.ts';

/** The tree that the reference implementation of Certificate Transparency is tested with. */
const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map((hex) =>
  leafOf(hexToBytes(hex)),
);
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const [one, two, last, three, five, six] = [
  '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
  '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
  '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
  'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
  'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
  '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
];

test('RFC 6962: the known roots of every size', () => {
  expect(roots.map((_, size) => rootOf(treeOf(leaves.slice(0, size))))).toEqual(roots);
});

test('RFC 6962: the known inclusion proofs', () => {
  expect(inclusionProof(leaves, 0)).toEqual([one, two, last]);
  expect(inclusionProof(leaves, 5)).toEqual([three, five, roots[4]]);
  expect(inclusionProof(leaves.slice(0, 3), 2)).toEqual([roots[2]]);
  expect(inclusionProof(leaves.slice(0, 1), 0)).toEqual([]);
});

test('RFC 6962: the known consistency proofs', () => {
  expect(consistencyProof(leaves, 1)).toEqual([one, two, last]);
  expect(consistencyProof(leaves, 6)).toEqual([six, five, roots[4]]);
  expect(consistencyProof(leaves.slice(0, 5), 2)).toEqual([two, three]);
});

const sizes = leaves.map((_, place) => place + 1);
const treeAt = (size: number) => ({ size, root: roots[size] ?? '' });

test('RFC 9162: every leaf of every size is proved by its own proof and by no other place', () => {
  for (const size of sizes) {
    const some = leaves.slice(0, size);
    for (const [place, leaf] of some.entries()) {
      const proof = inclusionProof(some, place);
      expect(isIncluded(leaf, place, treeAt(size), proof)).toBe(true);
      for (const other of sizes) if (other - 1 !== place) expect(isIncluded(leaf, other - 1, treeAt(size), proof)).toBe(false);
      expect(isIncluded(leaf, place, treeAt(size), [...proof, one ?? ''])).toBe(false);
    }
  }
});

test('RFC 9162: every size follows on every smaller one, and on none with another root', () => {
  for (const later of sizes) {
    for (const earlier of sizes.slice(0, later)) {
      const proof = consistencyProof(leaves.slice(0, later), earlier);
      expect(isConsistent(treeAt(earlier), treeAt(later), proof)).toBe(true);
      expect(isConsistent({ size: earlier, root: one ?? '' }, treeAt(later), proof)).toBe(false);
      expect(isConsistent(treeAt(earlier), { size: later, root: one ?? '' }, proof)).toBe(false);
      expect(isConsistent(treeAt(earlier), treeAt(later), [...proof, one ?? ''])).toBe(false);
    }
  }
});
