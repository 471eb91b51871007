import type { Manuscript } from '@xieshang/minutes';
import { digestOf } from '@xieshang/protocol';
import type { Accepted } from '@xieshang/record/verify';
import { expect, test } from 'vitest';
import { findingsOf, hashOfText, isRight, type Known } from './findings.ts';

const manuscript = { title: '会议纪要', body: [] } as unknown as Manuscript;
const hash = hashOfText(manuscript);
const [key, heads] = ['ab'.repeat(32), ['one', 'two', 'three'].map(digestOf)];
const bundle: Accepted = {
  ...{
    ok: true,
    meeting: 'demo',
    circle: 'members',
    seq: 3,
    head: heads[2] ?? '',
    root: '',
    sealed: 1,
    checkpoints: 1,
    elections: 0,
    votes: 2,
    outcomes: [],
    epochs: 0,
  },
  ...{ fingerprint: digestOf(key).slice(0, 32), minutes: hash, former: { checkpoints: 0, epochs: 0 }, heads },
};
const known: Known = {
  live: { seq: 3, head: heads[2] ?? '', key },
  seen: { seq: 2, head: heads[1] ?? '', key },
  text: { manuscript, hash },
};
const all = { log: 'right', page: 'right', earlier: 'right', key: 'right', votes: 'right', minutes: 'right' };

test('everything that agrees is right', () => {
  expect(findingsOf(bundle, known)).toEqual(all);
  expect(isRight(bundle, findingsOf(bundle, known))).toBe(true);
});

const wrongs: readonly (readonly [string, Partial<Known>, Partial<typeof all>])[] = [
  ['another head than the page follows', { live: { ...known.live, head: digestOf('x') } }, { page: 'wrong' }],
  ['another head than was seen before', { seen: { seq: 2, head: digestOf('x'), key } }, { earlier: 'wrong' }],
  ['a log shorter than was seen before', { seen: { seq: 9, head: digestOf('x'), key } }, { earlier: 'wrong' }],
  ['another key than the page was told', { live: { ...known.live, key: 'cd'.repeat(32) } }, { key: 'wrong' }],
  ['another key than was known before', { seen: { seq: 2, head: heads[1] ?? '', key: 'cd'.repeat(32) } }, { key: 'wrong' }],
  [
    'law 13: a text that is not what was issued',
    { text: { manuscript: { ...manuscript, title: '会谈纪要' }, hash } },
    { minutes: 'wrong' },
  ],
  ['law 13: a hash that is not that of the log', { text: { manuscript, hash: digestOf('x') } }, { minutes: 'wrong' }],
];
test.each(wrongs)('%s is wrong, and then not all is right', (_name, change, wrong) => {
  const findings = findingsOf(bundle, { ...known, ...change });
  expect(findings).toEqual({ ...all, ...wrong });
  expect(isRight(bundle, findings)).toBe(false);
});

test('what there is nothing to compare with is neither', () => {
  const findings = findingsOf({ ...bundle, votes: 0, minutes: null }, { live: { seq: 4, head: '', key: null }, seen: null, text: null });
  expect(findings).toEqual({ log: 'right', page: 'unknown', earlier: 'unknown', key: 'unknown', votes: 'unknown', minutes: 'unknown' });
});
