import { meetingId, personId, type Command } from '@xieshang/meeting';
import { passed } from '@xieshang/meeting/testing';
import { readRecord } from '@xieshang/protocol';
import { memoryLog, troubledLog } from '@xieshang/room/testing';
import { expect, test } from 'vitest';
import { openRooms, type Sealed } from './rooms.ts';

const meeting = meetingId('small');
const hash = 'ab'.repeat(32);
const issue: Command = { type: 'IssueMinutes', number: '〔2022〕3号' };

/** Minutes that have been passed, over a log that can be troubled; counts who has sealed and who has let go. */
async function atTheTable(seal?: () => Promise<Sealed>) {
  const disk = troubledLog(memoryLog());
  let sealed = 0;
  let released = 0;
  const log = disk.log;
  const rooms = openRooms({
    log,
    clock: () => 1_653_600_000_000,
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    committed: () => Promise.resolve(),
    seal:
      seal ??
      (() => {
        sealed += 1;
        return Promise.resolve({ hash, release: () => void (released += 1) });
      }),
    report: () => undefined,
  });
  let count = 0;
  const ask = (by: string, body: Command, command = `c-${(count += 1)}`) => rooms.submit(meeting, body, { by, command });
  for (const [by, body] of passed) await ask(by, body);
  const last = async () => {
    const bytes = (await log.read(meeting, 0)).at(-1)?.bytes;
    return bytes === undefined ? undefined : readRecord(bytes);
  };
  return { ask, last, disk, counts: () => ({ sealed, released }) };
}

test('law 13 the hash of the sealed text stands in the log, and writing is let go of afterwards', async () => {
  const at = await atTheTable();
  await at.ask('zhuchi', { type: 'CountersignMinutes' });
  expect(await at.ask('zhuchi', issue)).toMatchObject({ ok: true });
  expect(await at.last()).toMatchObject({ type: 'MinutesIssued', by: personId('zhuchi'), payload: { hash, number: '〔2022〕3号' } });
  expect(at.counts()).toEqual({ sealed: 1, released: 1 });
});

test('law 13 nobody’s writing stops for an issue that is refused', async () => {
  const at = await atTheTable();
  expect(await at.ask('zhuchi', issue)).toEqual({ ok: false, refusal: { type: 'NotCountersigned' } });
  expect(await at.ask('mishu1', issue)).toEqual({ ok: false, refusal: { type: 'NotPermitted', role: 'secretary' } });
  expect(at.counts()).toEqual({ sealed: 0, released: 0 });
});

test('law 13 an issue the disk does not take reopens the text and issues nothing', async () => {
  const at = await atTheTable();
  await at.ask('zhuchi', { type: 'CountersignMinutes' });
  at.disk.trouble('refused');
  expect(await at.ask('zhuchi', issue)).toEqual({ ok: false, refusal: { type: 'NotStored' } });
  expect(at.counts()).toEqual({ sealed: 1, released: 1 });
  expect((await at.last())?.type).toBe('MinutesCountersigned');
});

test('law 13 a text that cannot be sealed is not issued', async () => {
  const at = await atTheTable(() => Promise.reject(new Error('the disk is full')));
  await at.ask('zhuchi', { type: 'CountersignMinutes' });
  expect(await at.ask('zhuchi', issue)).toEqual({ ok: false, refusal: { type: 'NotStored' } });
  expect((await at.last())?.type).toBe('MinutesCountersigned');
});

test('law 3 the same issue sent again gets the same answer and is sealed once', async () => {
  const at = await atTheTable();
  await at.ask('zhuchi', { type: 'CountersignMinutes' });
  const first = await at.ask('zhuchi', issue, 'c-issue');
  expect(await at.ask('zhuchi', issue, 'c-issue')).toEqual(first);
  expect(at.counts().sealed).toBe(1);
});
