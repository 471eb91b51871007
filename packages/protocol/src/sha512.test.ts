import { sha512 as library } from '@noble/hashes/sha2.js';
import { expect, test } from 'vitest';
import { sha512 } from './sha512.ts';

test('SHA-512 is that of the library at every length around two blocks', () => {
  for (let length = 0; length <= 300; length += 1) {
    const bytes = Uint8Array.from({ length }, (_, place) => (place * 7 + length) & 255);
    expect(sha512(bytes)).toEqual(library(bytes));
  }
});
