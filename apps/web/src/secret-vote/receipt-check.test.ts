import { personId, voteId, type SealedCount } from '@xieshang/meeting';
import { ballotHash, receiptFragment, receiptStatement, tagOfWords, writeReceipt, type KeptReceipt } from '@xieshang/protocol/sealed';
import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { givenOfCode, givenOfFile, givenOfTyped, outcomeOf } from './receipt-check.ts';

const pair = generateKeyPairSync('ed25519');
const key = pair.publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('hex');
const signed = (text: string): string => sign(null, Buffer.from(text), pair.privateKey).toString('hex');
const mine = tagOfWords('红山 白云 7K2M 9QXA') ?? expect.unreachable('a tag');
const theirs = tagOfWords('紫山 白云 7K2M 9QXA') ?? expect.unreachable('a tag');
const hash = ballotHash('aa');
const receipt: KeptReceipt = {
  meeting: 'demo',
  vote: 'v-1',
  hash,
  key,
  signature: signed(receiptStatement({ meeting: 'demo', vote: 'v-1', hash })),
  level: 'tag',
  title: '建议 1',
  tags: [{ item: 'm1', label: '建议 1', tag: mine }],
};
const count: SealedCount = {
  voteId: voteId('v-1'),
  issued: 3,
  returned: 2,
  spoilt: 0,
  participants: [personId('a'), personId('b')],
  hashes: [hash, ballotHash('bb')].toSorted(),
  tallies: { m1: { approve: 1, oppose: 1, abstain: 0 } },
  list: [
    { item: 'm1', mark: 'approve' as const, tag: mine },
    { item: 'm1', mark: 'oppose' as const, tag: theirs },
  ].toSorted((a, b) => (a.tag < b.tag ? -1 : 1)),
};
const typed = (text: string) => {
  const reading = givenOfTyped(text);
  return reading.ok ? reading.given : expect.unreachable(reading.failure);
};
const filed = (changed: Partial<KeptReceipt> = {}) => {
  const reading = givenOfFile(writeReceipt({ ...receipt, ...changed }), 'demo');
  return reading.ok ? reading.given : expect.unreachable(reading.failure);
};

describe('A receipt that holds', () => {
  test('from its file: accepted, my mark beside my tag, signed, and the list adds up', () => {
    expect(outcomeOf(filed(), count, 'demo', key)).toEqual({
      right: true,
      accepted: true,
      lines: [{ words: '红山 白云 7K2M 9QXA', label: '建议 1', line: { item: 'm1', mark: 'approve', tag: mine } }],
      signature: 'holds',
      published: null,
    });
  });

  test('from a scanned code', () => {
    const given = givenOfCode(`#${receiptFragment(receipt)}`, 'demo') ?? expect.unreachable('a code');
    expect(outcomeOf(given, count, 'demo', key)).toMatchObject({
      right: true,
      accepted: true,
      signature: 'holds',
      lines: [{ line: { mark: 'approve' } }],
    });
  });

  test('typed: the words alone, or the beginning of the hash', () => {
    expect(outcomeOf(typed('红山白云7k2m-9qxa'), count, 'demo', key)).toMatchObject({ right: true, accepted: null, signature: null });
    expect(outcomeOf(typed(hash.slice(0, 16).toUpperCase()), count, 'demo', key)).toMatchObject({ right: true, accepted: true });
  });
});

describe('A receipt that does not', () => {
  test.each([
    ['the ballot is not among those accepted', filed({ hash: ballotHash('cc') }), { accepted: false }],
    ['the tag is not in the list', filed({ tags: [{ item: 'm1', label: '', tag: '0000000000000009' }] }), { lines: [{ line: null }] }],
    ['the tag stands beside another item', filed({ tags: [{ item: 'm2', label: '', tag: mine }] }), { lines: [{ line: null }] }],
    ['the signature is of another ballot', filed({ hash: ballotHash('bb') }), { accepted: true, signature: 'NotSigned' }],
    ['typed words are nobody’s', typed('红水 白云 7K2M 9QXA'), { lines: [{ line: null }] }],
    ['a typed hash is nobody’s', typed('0123456789abcdef'), { accepted: false }],
  ])('%s', (_, given, expected) => {
    expect(outcomeOf(given, count, 'demo', key)).toMatchObject({ right: false, ...expected });
  });

  test('another server’s key', () => {
    expect(outcomeOf(filed(), count, 'demo', '0'.repeat(64))).toMatchObject({ right: false, signature: 'OtherKey' });
  });

  test('a published list that does not add up, though mine is there', () => {
    const stuffed = { ...count, tallies: { m1: { approve: 2, oppose: 1, abstain: 0 } } };
    expect(outcomeOf(filed(), stuffed, 'demo', key)).toMatchObject({ right: false, accepted: true, published: 'OtherCount' });
  });
});

describe('What is none', () => {
  test.each(['', '红山', 'abc', 'zz'.repeat(16), `${hash}0`])('typed 「%s」', (text) => {
    expect(givenOfTyped(text)).toEqual({ ok: false, failure: 'Unreadable' });
  });

  test('a file of another meeting, or any file', () => {
    expect(givenOfFile(writeReceipt({ ...receipt, meeting: 'other' }), 'demo')).toEqual({ ok: false, failure: 'OtherMeeting' });
    expect(givenOfFile('{"a":1}', 'demo')).toEqual({ ok: false, failure: 'Unreadable' });
  });

  test.each(['', '#', '#x.y', '#main'])('an address that ends in 「%s」', (fragment) => {
    expect(givenOfCode(fragment, 'demo')).toBeNull();
  });
});
