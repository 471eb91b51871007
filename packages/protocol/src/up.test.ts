import { commandId, meetingId, requestId } from '@xieshang/meeting';
import { expect, test } from 'vitest';
import { speechDigestHash } from './speech-digest.ts';
import { readCommand, readHello } from './up.ts';

const said = { requestId: requestId('p1'), fact: '张委员作重点发言。', text: '建议一链一策。' };
const asked = (one: typeof said) => ({ ...one, hash: speechDigestHash(one) });
const frame = (body: Record<string, unknown>) => ({ id: 'c-1', meetingId: 'demo', ...body });

test('a command is read with its id, its meeting and its body apart', () => {
  expect(readCommand(frame({ type: 'CastVote', motionId: 'm1', choice: 'approve' }))).toEqual({
    ok: true,
    frame: { id: commandId('c-1'), meetingId: meetingId('demo'), body: { type: 'CastVote', motionId: 'm1', choice: 'approve' } },
  });
});

test.each([
  ['a forged author', { type: 'CheckIn', by: 'zhuchi' }],
  ['a forged time', { type: 'CheckIn', at: 1 }],
  ['an unknown choice', { type: 'CastVote', motionId: 'm1', choice: 'yes' }],
  ['an unknown type', { type: 'Erase' }],
  ['a type every object has', { type: 'constructor' }],
  ['an id every object has', { type: 'MarkLeft', person: 'constructor' }],
  ['an id of 65 characters', { type: 'MarkLeft', person: 'a'.repeat(65) }],
  ['an empty list of motions', { type: 'OpenVoting', motionIds: [] }],
  ['a day that does not exist', { type: 'AnswerSpeech', answerId: 'a', requestId: 'r', kind: 'writtenReplyLater', dueDate: '2022-02-30' }],
  ['a lone surrogate', { type: 'RequestFloor', requestId: 'r', kind: 'openFloorSpeech', topic: '\uD800' }],
  ['a blank reason', { type: 'CancelMeeting', reason: '  ' }],
  ['a fraction of a ms', { type: 'ExtendSpeech', ms: 0.5 }],
  ['a digest whose hash is of other words', { type: 'AskSpeakers', digests: [{ ...said, text: '另一句', hash: speechDigestHash(said) }] }],
  ['a digest of more than 500 characters', { type: 'AskSpeakers', digests: [asked({ ...said, text: '字'.repeat(501) })] }],
  ['no body at all', {}],
])('%s is refused', (_name, body) => expect(readCommand(frame(body)).ok).toBe(false));

test('M11 a digest with the hash of its own words is taken, an empty one too', () => {
  const digests = [asked({ ...said, text: '字'.repeat(500) }), asked({ ...said, requestId: requestId('p2'), text: '' })];
  expect(readCommand(frame({ type: 'AskSpeakers', digests })).ok).toBe(true);
});

test.each([null, 1, 'text', [], { protocol: '1' }, { protocol: 1, meetingId: 'demo', lastSeq: -1 }])('%j is no hello', (hello) =>
  expect(readHello(hello).ok).toBe(false),
);

test('the problem names a place, never the content', () => {
  const read = readCommand(frame({ type: 'CancelMeeting', reason: '密'.repeat(300) }));
  expect(read).toEqual({ ok: false, problem: 'reason' });
});
