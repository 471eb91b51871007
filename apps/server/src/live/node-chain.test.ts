import { chain, firstHead } from '@xieshang/protocol';
import { expect, test } from 'vitest';
import { nodeChain } from './node-chain.ts';

test('law 5: both ways of hashing make the same chain', () => {
  const texts = ['', '{}', '{"text":"数字政协 “协商” 👏"}', 'x'.repeat(70_000)];
  const headOf = ({ digestOf, nextHead }: typeof chain): string =>
    texts.reduce((head, text) => nextHead(head, digestOf(text)), firstHead('demo'));
  expect(headOf(nodeChain)).toBe(headOf(chain));
  expect(texts.map(nodeChain.digestOf)).toEqual(texts.map(chain.digestOf));
});
