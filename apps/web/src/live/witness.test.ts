import { digestOf, firstHead, nextHead } from '@xieshang/protocol';
import { writeEpoch } from '@xieshang/protocol/epoch';
import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { expect, test } from 'vitest';
import { testimony, type Now } from './witness.ts';

const facts = ['a', 'b', 'c', 'd'];
const heads = facts.reduce<string[]>((so, fact) => [...so, nextHead(so.at(-1) ?? firstHead('demo'), digestOf(fact))], []);
const headAt = (seq: number): string => heads[seq - 1] ?? '';
const digests = async (after: number): Promise<Uint8Array> => Buffer.from(facts.slice(after).map(digestOf).join(''), 'hex');

const keyOf = (key: KeyObject): string => key.export({ type: 'spki', format: 'der' }).subarray(-32).toString('hex');
const [own, other] = [generateKeyPairSync('ed25519'), generateKeyPairSync('ed25519')];
const [key, otherKey] = [keyOf(own.publicKey), keyOf(other.publicKey)];
const now: Now = { meeting: 'demo', seq: 4, head: headAt(4), key, epochs: [] };

function epoch(seq: number, by: KeyObject, meeting: string | null = 'demo') {
  const statement = writeEpoch({ v: 1, meeting, seq, head: seq === 0 ? null : headAt(seq), takenAt: 1, restoredAt: 2 });
  return { statement, signature: sign(null, Buffer.from(`xieshang/epoch/v1\n${statement}`), by).toString('hex') };
}

const none = (): Promise<Uint8Array> => Promise.reject(new Error('not needed'));

test('law 5: the same head is the same log, without asking', async () => {
  expect(await testimony({ seq: 4, head: headAt(4), key }, now, none)).toBe('extends');
});
test('law 5: what came since leads on from the head that was seen', async () => {
  for (const seq of [1, 2, 3]) expect(await testimony({ seq, head: headAt(seq), key }, now, digests)).toBe('extends');
});
test('law 5: more digests than the page knows of do no harm', async () => {
  expect(await testimony({ seq: 1, head: headAt(1), key }, { ...now, seq: 3, head: headAt(3) }, digests)).toBe('extends');
});
test('law 5: another head at the same place contradicts', async () => {
  expect(await testimony({ seq: 4, head: headAt(3), key }, now, none)).toBe('contradicts');
});
test('law 5: a log that does not lead on from what was seen contradicts', async () => {
  expect(await testimony({ seq: 2, head: digestOf('x'), key }, now, digests)).toBe('contradicts');
});
test('law 5: digests that stop short contradict', async () => {
  expect(await testimony({ seq: 1, head: headAt(1), key }, now, async () => new Uint8Array(32))).toBe('contradicts');
});
test('law 5: a log shorter than what was seen contradicts', async () => {
  expect(await testimony({ seq: 5, head: digestOf('x'), key }, now, digests)).toBe('contradicts');
});

const seen = { seq: 5, head: digestOf('x'), key };
test('law 5: a restoration signed by the key that was known explains it', async () => {
  expect(await testimony(seen, { ...now, epochs: [epoch(2, own.privateKey)] }, digests)).toBe('restored');
  expect(await testimony(seen, { ...now, epochs: [epoch(0, own.privateKey, null)] }, digests)).toBe('restored');
});
test('law 5: so does one signed by the key of today, which was compared before the page was loaded anew', async () => {
  expect(await testimony(seen, { ...now, key: otherKey, epochs: [epoch(2, other.privateKey)] }, digests)).toBe('restored');
});
test.each([
  ['signed by somebody else', epoch(2, other.privateKey)],
  ['of another meeting', epoch(2, own.privateKey, 'other')],
  ['from after what was seen', epoch(5, own.privateKey)],
  ['that is none', { statement: '{}', signature: '' }],
])('law 5: a restoration %s explains nothing', async (_name, said) => {
  expect(await testimony(seen, { ...now, epochs: [said] }, digests)).toBe('contradicts');
});
