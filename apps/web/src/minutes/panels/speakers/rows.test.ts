import { requestId, type RequestId } from '@xieshang/meeting';
import { given, heard, li, mishu, p1, p2, t0, zhang, type Step } from '@xieshang/meeting/testing';
import { speechDigestHash } from '@xieshang/protocol';
import { expect, test } from 'vitest';
import type { ConvenedMeeting } from '../../../live/index.ts';
import { askedDigest, rowsOf, toAsk } from './rows.ts';

const zone = 'Asia/Shanghai';
const written = new Map<RequestId, string>([[p1, '一链一策。']]);

function held(...steps: readonly Step[]): ConvenedMeeting {
  const { meeting } = given(...heard, ...steps);
  if (meeting.phase === 'notConvened') throw new Error('not convened');
  return meeting;
}
const rows = (meeting: ConvenedMeeting, passages = written, now = t0) => rowsOf(meeting, passages, now, zone);
const ask = (text: string): Step => {
  const [row] = rows(held()).filter((one) => one.requestId === p1);
  if (!row) throw new Error('no such speech');
  return [mishu, { type: 'AskSpeakers', digests: [askedDigest(row, text)] }];
};

test('every speech has a row with the sentence of the record and what is written under it', () => {
  expect(rows(held()).map(({ person, written: text, standing }) => [person, text, standing])).toEqual([
    [zhang, '一链一策。', 'notAsked'],
    [li, '', 'notAsked'],
  ]);
  expect(rows(held())[0]?.fact).toContain('张委员（民建界）作重点发言：“一链一图谱”');
});

test('M11 those not asked are to be asked, those without words only by choice, those too long one by one', () => {
  const { withText, without, tooLong } = toAsk(rows(held()));
  expect([withText.map((row) => row.requestId), without.map((row) => row.requestId), tooLong]).toEqual([[p1], [p2], 0]);
  expect(toAsk(rows(held(), new Map([[p1, '字'.repeat(501)]]))).tooLong).toBe(1);
});

test('M11 once asked a speech comes again only when its words have changed', () => {
  const meeting = held(ask('一链一策。'));
  expect(toAsk(rows(meeting)).withText).toEqual([]);
  expect(toAsk(rows(meeting, new Map([[p1, '一链两策。']]))).withText.map((row) => row.requestId)).toEqual([p1]);
});

test('M14 who is late is shown so, who wishes a change comes first', () => {
  const meeting = held(ask('一链一策。'));
  const late = t0 + 400_000_000;
  expect(rows(meeting, written, late)[0]?.standing).toBe('overdue');
  const { hash } = meeting.speechDigests[p1] ?? { hash: '' };
  const contested = held(ask('一链一策。'), [zhang, { type: 'ContestSpeechDigest', requestId: p1, hash, wish: '改' }]);
  expect(rows(contested, written, late)[0]).toMatchObject({ requestId: p1, standing: 'contested' });
});

test('what is asked carries the hash of exactly what is shown', () => {
  const shown = { requestId: requestId('p1'), fact: '张委员作重点发言。', text: '一链一策。' };
  expect(askedDigest(shown, '一链一策。')).toEqual({ ...shown, hash: speechDigestHash(shown) });
});
