import { getPublicKey, hashes, sign } from '@noble/ed25519';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { describe, expect, test } from 'vitest';
import {
  ballotHash,
  publishedFailure,
  readReceipt,
  receiptFailure,
  receiptStatement,
  isAccepted,
  lineOfTag,
  receiptFragment,
  receiptOfFragment,
  writeReceipt,
  type KeptReceipt,
} from './index.ts';
import { sha512 } from '../sha512.ts';
import { tagged } from './testing/ballots.ts';

hashes.sha512 = sha512;
const secret = new Uint8Array(32).fill(7);
const key = bytesToHex(getPublicKey(secret));
const accepted = { meeting: 'demo', vote: 'vote-1', hash: ballotHash('00') };
const signature = bytesToHex(sign(utf8ToBytes(receiptStatement(accepted)), secret));
const receipt = { key, signature };

describe('A receipt', () => {
  test('is signed over meeting, vote and hash, and over no voter and no time', () => {
    expect(receiptStatement(accepted)).toBe(`xieshang/receipt/v1\n{"hash":"${accepted.hash}","meeting":"demo","v":1,"vote":"vote-1"}`);
    expect(receiptFailure(accepted, receipt, key)).toBeNull();
    expect(receiptFailure(accepted, receipt, null)).toBeNull();
  });

  test.each([
    ['another meeting', { ...accepted, meeting: 'demo-done' }],
    ['another vote', { ...accepted, vote: 'vote-2' }],
    ['another ballot', { ...accepted, hash: ballotHash('01') }],
  ])('is not one for %s', (_, other) => {
    expect(receiptFailure(other, receipt, key)).toBe('NotSigned');
  });

  test('by another key than the server is known by is refused, though it is signed', () => {
    expect(receiptFailure(accepted, receipt, '0'.repeat(64))).toBe('OtherKey');
  });

  test.each(['', 'zz', '0'.repeat(128), signature.slice(2), `${signature}00`])('with the signature 「%s」 is not signed', (text) => {
    expect(receiptFailure(accepted, { key, signature: text }, null)).toBe('NotSigned');
  });
});

describe('A kept receipt', () => {
  const kept: KeptReceipt = {
    ...accepted,
    ...receipt,
    level: 'tag',
    title: '换届选举',
    tags: [{ item: 'm1', label: '第1项', tag: tagged('m1', 'approve', 1).tag }],
  };

  test('is read back from its file', () => {
    expect(readReceipt(`${writeReceipt(kept)}\n`)).toMatchObject(kept);
  });

  test('holds no mark', () => {
    expect(writeReceipt(kept)).not.toMatch(/approve|oppose|abstain/);
  });

  test.each([
    '',
    '{}',
    'null',
    '[]',
    '赞成',
    writeReceipt(kept).replace('"v":1', '"v":2'),
    writeReceipt(kept).replace('"v":1', '"v":1,"x":1'),
  ])('is not %s', (text) => {
    expect(readReceipt(text)).toBeNull();
  });
});

describe('A receipt as a code', () => {
  const tags = [{ item: 'm1', label: '第1项', tag: tagged('m1', 'approve', 1).tag }];
  const fragment = receiptFragment({ ...accepted, ...receipt, level: 'tag', title: '', tags });

  test('is read back with its tags', () => {
    expect(receiptOfFragment(fragment, 'demo')).toEqual({ ...accepted, ...receipt, tags: [tags[0]?.tag] });
  });

  test.each(['', '....', 'a.b.c.d', `${fragment}.x`, fragment.replace('.', '..'), fragment.toUpperCase()])('is not 「%s」', (text) => {
    expect(receiptOfFragment(text, 'demo')).toBeNull();
  });
});

describe('What is published', () => {
  const hashes = [ballotHash('00'), ballotHash('01')].toSorted();
  const list = [tagged('m1', 'approve', 1), tagged('m1', 'oppose', 2)];
  const published = { voteId: 'vote-1', hashes, list };
  const count = { issued: 3, participants: ['a', 'b'], tallies: { m1: { approve: 1, oppose: 1 } } };

  test('says what stands beside a tag, and nothing beside one that is not there', () => {
    expect(list.map(({ tag }) => lineOfTag(tag, published))).toEqual(list);
    expect(lineOfTag(tagged('m1', 'approve', 9).tag, published)).toBeNull();
    expect(lineOfTag(list[0]?.tag ?? '', { voteId: 'vote-1', hashes })).toBeNull();
  });

  test('holds the hash of every accepted ballot', () => {
    expect(isAccepted(accepted.hash, published)).toBe(true);
    expect(isAccepted(ballotHash('02'), published)).toBe(false);
  });

  test('adds up, or says how it does not', () => {
    expect(publishedFailure(published, count)).toBeNull();
    expect(publishedFailure({ voteId: 'vote-1', hashes }, count)).toBeNull();
    expect(publishedFailure(published, { ...count, participants: ['a'] })).toBe('TooManyBallots');
    expect(publishedFailure(published, { ...count, issued: 1 })).toBe('TooManyBallots');
    expect(publishedFailure({ ...published, hashes: [accepted.hash, accepted.hash] }, count)).toBe('Twice');
    expect(publishedFailure({ ...published, list: [...list, ...list] }, count)).toBe('Twice');
    expect(publishedFailure({ ...published, hashes: hashes.toReversed() }, count)).toBe('NotSorted');
    expect(publishedFailure({ ...published, list: list.toReversed() }, count)).toBe('NotSorted');
    expect(publishedFailure(published, { ...count, tallies: { m1: { approve: 2 } } })).toBe('OtherCount');
    expect(publishedFailure(published, { ...count, tallies: { ...count.tallies, m2: { abstain: 1 } } })).toBe('OtherCount');
  });
});
