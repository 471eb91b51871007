import { commandId, meetingId, personId, type MeetingEvent } from '@xieshang/meeting';
import { chain, digestOf, firstHead, nextHead, writeRecord } from '@xieshang/protocol';
import { isConsistent, leafOfFact, consistencyProof, readCheckpoint, signatureOn } from '@xieshang/record/evidence';
import { newSigner } from '@xieshang/record/testing';
import type { StoredEvent } from '@xieshang/room';
import { expect, test, vi } from 'vitest';
import { isSignedText } from '../keys.ts';
import type { CheckpointRow } from '../ports.ts';
import { openCheckpoints } from './checkpoints.ts';

const meeting = meetingId('m-1');

function factsOf(types: readonly string[], salt = '0'): readonly StoredEvent[] {
  const facts: StoredEvent[] = [];
  for (const [place, type] of types.entries()) {
    const [seq, command] = [place + 1, commandId(`c-${place}`)];
    const head = { meeting, seq, by: personId('zhuchi'), at: place, command, salt: salt.repeat(32) };
    const bytes = writeRecord(head, { type, payload: {} } as unknown as MeetingEvent);
    facts.push({ seq, command, bytes, hash: nextHead(facts.at(-1)?.hash ?? firstHead(meeting), digestOf(bytes)) });
  }
  return facts;
}

/** A server's signing over a log and a table that live in memory; `again` is the same after a restart. */
function signing(signer = newSigner(), rows: CheckpointRow[] = [], log: StoredEvent[] = []) {
  const troubles: unknown[] = [];
  const checkpoints = openCheckpoints({
    log: { read: async (_meeting, after) => log.slice(after) },
    store: {
      of: async () => rows.toSorted((one, other) => one.size - other.size),
      add: async (row) => void rows.push(row),
    },
    signer,
    check: isSignedText,
    chain,
    clock: () => 0,
    report: (_meeting, error) => troubles.push(error),
  });
  const happens = (facts: readonly StoredEvent[]): void => {
    log.push(...facts);
    checkpoints.noticed(meeting, facts);
  };
  return { checkpoints, rows, log, troubles, happens, again: () => signing(signer, rows, log), signer };
}

const course = ['MeetingOpened', 'ResultAnnounced', 'FloorGiven', 'MeetingConcluded', 'MinutesSubmitted', 'MinutesIssued'];

test('results, the end and the minutes are signed when they are on disk; what lies between waits', async () => {
  const { rows, happens } = signing();
  for (const fact of factsOf(course)) {
    happens([fact]);
    await new Promise(setImmediate);
    await new Promise(setImmediate);
  }
  await vi.waitFor(() => expect(rows).toHaveLength(3));
  expect(rows.map(({ size, cause }) => [size, cause])).toEqual([
    [2, 'result'],
    [4, 'end'],
    [6, 'minutes'],
  ]);
});

test('nothing stays unsigned for more than five minutes', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const { rows, happens } = signing();
    const [first, , third] = factsOf(course);
    if (!first || !third) throw new Error('no facts');
    happens([first]);
    vi.advanceTimersByTime(4 * 60_000);
    await new Promise(setImmediate);
    expect(rows).toEqual([]);
    vi.advanceTimersByTime(60_000);
    await vi.waitFor(() => expect(rows.map(({ size, cause }) => [size, cause])).toEqual([[1, 'activity']]));
  } finally {
    vi.useRealTimers();
  }
});

test('each is signed by this key and consistent with the one before', async () => {
  const { checkpoints, log, signer } = signing();
  const facts = factsOf(course);
  for (const fact of facts) {
    log.push(fact);
    await checkpoints.all(meeting);
  }
  const notes = (await checkpoints.all(meeting)).map(({ note }) => note);
  expect(notes).toHaveLength(facts.length);
  const leaves = facts.map(({ hash }) => leafOfFact(hash));
  for (const [place, note] of notes.entries()) {
    expect(signatureOn(note, signer.publicKey)).toBe('own');
    const [earlier, later] = [readCheckpoint(notes[place - 1] ?? ''), readCheckpoint(note)];
    if (earlier && later) expect(isConsistent(earlier, later, consistencyProof(leaves.slice(0, later.size), earlier.size))).toBe(true);
  }
});

test('the same log is signed once, also after a restart', async () => {
  const { checkpoints, rows, log, again } = signing();
  log.push(...factsOf(course));
  await checkpoints.all(meeting);
  await checkpoints.all(meeting);
  await again().checkpoints.all(meeting);
  expect(rows).toHaveLength(1);
});

test('after a restart a log that is not what was signed is never signed again, and that is said', async () => {
  const { checkpoints, rows, log, again } = signing();
  log.push(...factsOf(course.slice(0, 4)));
  await checkpoints.all(meeting);
  log.splice(0, log.length, ...factsOf(course, '1'));
  const after = again();
  await expect(after.checkpoints.all(meeting)).rejects.toThrow(/not what was signed/);
  expect(after.checkpoints.isContradicted(meeting)).toBe(true);
  expect(rows).toHaveLength(1);
});

test('a log shorter than what was signed is never signed again', async () => {
  const { checkpoints, log, again } = signing();
  log.push(...factsOf(course));
  await checkpoints.all(meeting);
  log.pop();
  await expect(again().checkpoints.all(meeting)).rejects.toThrow(/shorter/);
});

test('a log that does not chain is never signed', async () => {
  const { checkpoints, log } = signing();
  const facts = factsOf(course);
  log.push(...facts.slice(0, 3), ...factsOf(course, '1').slice(3));
  await expect(checkpoints.all(meeting)).rejects.toThrow(/breaks at 4/);
});

test('a checkpoint under this key that it did not sign is no promise to build on', async () => {
  const { checkpoints, rows, log, again } = signing();
  log.push(...factsOf(course));
  await checkpoints.all(meeting);
  const [row] = rows;
  if (!row) throw new Error('not signed');
  const forged = row.note.replace(/(— \S+ .{8}).{6}/, '$1AAAAAA');
  rows.splice(0, 1, { ...row, note: forged });
  await expect(again().checkpoints.all(meeting)).rejects.toThrow(/forged/);
});

test('under another key the same log is signed anew, and still must be what the former key signed', async () => {
  const { checkpoints, rows, log } = signing();
  log.push(...factsOf(course));
  await checkpoints.all(meeting);
  const other = newSigner();
  await signing(other, rows, log).checkpoints.all(meeting);
  expect(rows.map(({ size }) => size)).toEqual([6, 6]);
  log.splice(0, log.length, ...factsOf(course, '1'));
  await expect(signing(other, rows, log).checkpoints.all(meeting)).rejects.toThrow(/not what was signed/);
});
