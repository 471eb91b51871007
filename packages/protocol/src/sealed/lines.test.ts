import { utf8ToBytes } from '@noble/hashes/utils.js';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linesOf, plainBytes, plainLength, sealBallot, type BallotLine, type SealedVote } from './index.ts';
import { linesVote, randomOf, server, tagged } from './testing/ballots.ts';

const keys = { custody: 'server', publicKey: server.publicKey } as const;
const vote = linesVote(keys);
const election: SealedVote = {
  voteId: 'e',
  keys,
  receipt: 'hash',
  items: ['c1', 'c2', 'person:委员0', 'person:a'],
  marks: ['approve'],
  most: 2,
};
const padded = (text: string, of: SealedVote): Uint8Array => {
  const bytes = new Uint8Array(plainLength(of));
  bytes.set(utf8ToBytes(text));
  return bytes;
};
const untagged = (item: string): BallotLine => ({ item, mark: 'approve', tag: '' });
const [first, second] = [tagged('m1', 'approve', 1), tagged('m2', 'oppose', 2)];

describe('A ballot is spelled in one way', () => {
  test('the longest possible ballot just fits', () => {
    const longest = plainBytes([untagged('person:委员0'), untagged('person:a')], election);
    expect(longest.at(-2)).toBe(']'.charCodeAt(0));
    expect(linesOf(longest, election)).toMatchObject({ ok: true });
  });

  test('a blank ballot is one', () => {
    expect(linesOf(plainBytes([], vote), vote)).toEqual({ ok: true, lines: [] });
  });

  test.each([
    ['a space', `[["m1","approve","${first.tag}"] ]`],
    ['lines in another order', `[["m2","oppose","${second.tag}"],["m1","approve","${first.tag}"]]`],
    ['something behind it', `[]\0[]`],
    ['a number for a tag', '[["m1","approve",1]]'],
    ['something else', '{"m1":"approve"}'],
    ['no JSON', 'approve'],
    ['nothing', ''],
  ])('with %s it is not canonical', (_, text) => {
    expect(linesOf(padded(text, vote), vote)).toEqual({ ok: false, failure: 'NotCanonical' });
  });

  test('any bytes are read or refused, never thrown on', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: plainLength(vote) }), (bytes) => {
        expect(linesOf(bytes, vote).ok).toBe(false);
      }),
    );
  });
});

describe('What is no ballot of a vote is refused by name, sealing and opening', () => {
  test.each([
    ['TooManyMarks', election, [untagged('c1'), untagged('c2'), untagged('person:a')]],
    ['MarkedTwice', election, [untagged('c1'), untagged('c1')]],
    ['UnknownItem', election, [untagged('c3')]],
    ['UnknownItem', election, [untagged('__proto__')]],
    ['UnknownMark', election, [{ item: 'c1', mark: 'oppose', tag: '' }]],
    ['WrongTag', election, [{ ...first, item: 'c1' }]],
    ['WrongTag', vote, [{ ...first, tag: '' }]],
    ['WrongTag', vote, [first, { ...second, tag: first.tag }]],
  ] as const)('%s', (failure, of, lines) => {
    expect(sealBallot(lines, of, randomOf('a'))).toEqual({ ok: false, failure });
    const text = JSON.stringify(lines.map(({ item, mark, tag }) => [item, mark, tag]));
    expect(linesOf(padded(text.slice(0, plainLength(of)), of), of)).toEqual({
      ok: false,
      failure: text.length > plainLength(of) ? 'NotCanonical' : failure,
    });
  });
});
