import { commandId, meetingId, personId } from '@xieshang/meeting';
import { expect, test } from 'vitest';
import { canonical, readRecord, RECORD_VERSION, writeRecord } from './index.ts';

const head = {
  meeting: meetingId('demo'),
  seq: 7,
  by: personId('weiyuan01'),
  at: 1653544800000,
  command: commandId('c-7'),
  salt: '00112233445566778899aabbccddeeff',
};

test('a fact is read back as it was written', () => {
  const event = { type: 'CheckedIn', payload: { person: personId('weiyuan01'), where: 'hall' } } as const;
  expect(readRecord(writeRecord(head, event))).toMatchObject({ ...event, seq: 7, by: head.by, at: head.at, command: head.command });
});

test('law 5: a fact is spelled as the canonical JSON of all that is in it', () => {
  const payload = { person: personId('weiyuan01'), where: 'hall', reason: '设备故障“代”\n' } as const;
  expect(writeRecord(head, { type: 'CheckedIn', payload })).toBe(canonical({ v: RECORD_VERSION, type: 'CheckedIn', payload, ...head }));
});

test('a record of a later version is refused, not misread', () => {
  expect(() => readRecord('{"v":2,"seq":1}')).toThrow('newer than this program');
});
