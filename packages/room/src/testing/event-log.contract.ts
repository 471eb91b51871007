// The promises every event log must keep, as a suite for each adapter; knows no store.
import { commandId, meetingId, personId, voteId, type MeetingId } from '@xieshang/meeting';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Append, EventLog, KeptBallot, StoredAnswer, StoredEvent } from '../ports.ts';

/** A log under trial: `reopen` gives what a new process would find. */
export interface Opened {
  readonly log: EventLog;
  reopen(): Promise<EventLog>;
  close(): Promise<void>;
}

const one = meetingId('contract-1');
const other = meetingId('contract-2');

const event = (meeting: MeetingId, seq: number, command: string): StoredEvent => ({
  seq,
  command: commandId(command),
  bytes: `{"meeting":"${meeting}","seq":${seq},"text":"数字政协 “协商” 👏"}`,
  hash: seq.toString(16).padStart(64, '0'),
});

const answer = (command: string, seq: number): StoredAnswer => ({ command: commandId(command), by: personId('weiyuan01'), seq });

/** Facts `after` + 1 to `after` + `count`, all of one command. */
const append = (meeting: MeetingId, after: number, count: number, command: string): Append => ({
  meeting,
  after,
  events: Array.from({ length: count }, (_, place) => event(meeting, after + 1 + place, command)),
  answers: [answer(command, after + count)],
});

const ballot = (voter: string, revision = 1, vote = 'vote-1'): KeptBallot => ({
  ...{ vote: voteId(vote), voter: personId(voter), revision },
  ciphertext: `sealed-${vote}-${voter}-${revision}`,
  hash: `${revision}`.repeat(64),
});

/** Ballots that come with nothing else, after so many facts. */
const ballotsAfter = (after: number, ...ballots: readonly KeptBallot[]): Append => ({
  ...{ meeting: one, after, events: [], answers: [], ballots },
});

const byCommand = (answers: readonly StoredAnswer[]): readonly StoredAnswer[] =>
  answers.toSorted((a, b) => (a.command < b.command ? -1 : 1));

export function eventLogContract(name: string, open: () => Promise<Opened>): void {
  describe(`${name} keeps the promises of an event log`, () => {
    let opened: Opened;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close());

    /** All that is there of a meeting. */
    const held = async (meeting: MeetingId, log = opened.log) => ({
      events: await log.read(meeting, 0),
      answers: byCommand(await log.answers(meeting)),
    });

    test('a meeting nobody wrote to is empty', async () => {
      expect(await held(one)).toEqual({ events: [], answers: [] });
    });

    test('what was appended is read back in order, byte for byte', async () => {
      const first = append(one, 0, 3, 'c-1');
      const second = append(one, 3, 2, 'c-2');
      expect(await opened.log.append(first)).toBe('appended');
      expect(await opened.log.append(second)).toBe('appended');
      expect(await held(one)).toEqual({
        events: [...first.events, ...second.events],
        answers: [...first.answers, ...second.answers],
      });
    });

    test('a reader gets only what follows on what it has', async () => {
      const written = append(one, 0, 5, 'c-1');
      await opened.log.append(written);
      expect(await opened.log.read(one, 3)).toEqual(written.events.slice(3));
      expect(await opened.log.read(one, 5)).toEqual([]);
    });

    test('law 4: facts come in the order of numbers, not of digits', async () => {
      await opened.log.append(append(one, 0, 12, 'c-1'));
      const seqs = (await opened.log.read(one, 0)).map(({ seq }) => seq);
      expect(seqs).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    });

    test('law 3: a command without facts leaves its answer', async () => {
      await opened.log.append(append(one, 0, 1, 'c-1'));
      const silent: Append = { meeting: one, after: 1, events: [], answers: [answer('c-2', 1)] };
      expect(await opened.log.append(silent)).toBe('appended');
      expect(await held(one)).toEqual({ events: [event(one, 1, 'c-1')], answers: [answer('c-1', 1), answer('c-2', 1)] });
    });

    test.each([0, 1, 3])('a writer who knew %i of 2 facts is told of the conflict and writes nothing', async (after) => {
      await opened.log.append(append(one, 0, 2, 'c-1'));
      const before = await held(one);
      expect(await opened.log.append(append(one, after, 2, 'c-2'))).toBe('conflict');
      expect(await held(one)).toEqual(before);
    });

    test.each([
      ['facts', append(one, 1, 1, 'c-3')],
      ['an answer alone', { meeting: one, after: 1, events: [], answers: [answer('c-3', 1)] }],
    ])('a writer who wrote last but one is told of the conflict when it comes with %s', async (_name, late) => {
      const otherLog = await opened.reopen();
      await opened.log.append(append(one, 0, 1, 'c-1'));
      await otherLog.append(append(one, 1, 1, 'c-2'));
      const before = await held(one);
      expect(await opened.log.append(late)).toBe('conflict');
      expect(await held(one)).toEqual(before);
      expect(await opened.log.append(append(one, 2, 1, 'c-3'))).toBe('appended');
    });

    test('of two writers at once one is first, the other in conflict', async () => {
      const both = [append(one, 0, 2, 'c-1'), append(one, 0, 3, 'c-2')];
      const outcomes = await Promise.all(both.map((each) => opened.log.append(each)));
      expect(outcomes.toSorted()).toEqual(['appended', 'conflict']);
      const winner = both[outcomes.indexOf('appended')];
      expect(await held(one)).toEqual({ events: winner?.events, answers: winner?.answers });
    });

    test('law 3: a command id answered before is not taken again, and nothing beside it is written', async () => {
      await opened.log.append(append(one, 0, 1, 'c-1'));
      const before = await held(one);
      const again: Append = { meeting: one, after: 1, events: [event(one, 2, 'c-2')], answers: [answer('c-2', 2), answer('c-1', 2)] };
      expect(await opened.log.append(again).catch(() => 'rejected')).not.toBe('appended');
      expect(await held(one)).toEqual(before);
    });

    test('law 3: a command id stands for one command a meeting; another meeting may have it too', async () => {
      await opened.log.append(append(one, 0, 1, 'c-1'));
      expect(await opened.log.append(append(other, 0, 1, 'c-1'))).toBe('appended');
    });

    test('other meetings are untouched', async () => {
      await opened.log.append(append(other, 0, 2, 'c-1'));
      const before = await held(other);
      await opened.log.append(append(one, 0, 3, 'c-2'));
      await opened.log.append(append(one, 0, 1, 'c-3'));
      expect(await held(other)).toEqual(before);
    });

    test('law 2: what was appended is there after a restart, and goes on from there', async () => {
      await opened.log.append(append(one, 0, 3, 'c-1'));
      const before = await held(one);
      const reopened = await opened.reopen();
      expect(await held(one, reopened)).toEqual(before);
      expect(await reopened.append(append(one, 3, 1, 'c-2'))).toBe('appended');
    });

    test('a thousand facts go in one append', async () => {
      const many = append(one, 0, 1000, 'c-1');
      expect(await opened.log.append(many)).toBe('appended');
      expect(await opened.log.read(one, 0)).toEqual(many.events);
    });

    test('a turn of 256 commands keeps every answer', async () => {
      const answers = Array.from({ length: 256 }, (_, place) => answer(`c-${place}`, place + 1));
      const events = answers.map(({ command, seq }) => event(one, seq, command));
      await opened.log.append({ meeting: one, after: 0, events, answers });
      expect(await held(one)).toEqual({ events, answers: byCommand(answers) });
    });

    test('law 7: ballots go with the facts of the same append, and are read by vote and voter, not as they came', async () => {
      const ballots = [ballot('wang'), ballot('li', 1, 'vote-2'), ballot('li'), ballot('zhang')];
      expect(await opened.log.append({ ...append(one, 0, 1, 'c-1'), ballots })).toBe('appended');
      expect(await opened.log.ballots(one)).toEqual([ballot('li'), ballot('wang'), ballot('zhang'), ballot('li', 1, 'vote-2')]);
      expect(await opened.log.ballots(other)).toEqual([]);
      expect((await held(one)).answers).toEqual([answer('c-1', 1)]);
    });

    test('law 7: ballots may come alone, and a later one takes the place of the same voter’s', async () => {
      await opened.log.append(append(one, 0, 1, 'c-1'));
      expect(await opened.log.append(ballotsAfter(1, ballot('wang'), ballot('li')))).toBe('appended');
      expect(await opened.log.append(ballotsAfter(1, ballot('wang', 2)))).toBe('appended');
      expect(await opened.log.ballots(one)).toEqual([ballot('li'), ballot('wang', 2)]);
    });

    test.each([1, 2])(
      'law 7: after revision 2 revision %i of the same voter is in conflict, and nothing beside it is written',
      async (late) => {
        await opened.log.append({ ...append(one, 0, 1, 'c-1'), ballots: [ballot('wang', 2)] });
        const both = { ...append(one, 1, 1, 'c-2'), ballots: [ballot('li'), ballot('wang', late)] };
        expect(await opened.log.append(both)).toBe('conflict');
        expect(await opened.log.ballots(one)).toEqual([ballot('wang', 2)]);
        expect((await held(one)).events).toHaveLength(1);
      },
    );

    test('law 7: ballots of a writer who does not know the newest fact are in conflict: the vote may be closed', async () => {
      const otherLog = await opened.reopen();
      await opened.log.append(append(one, 0, 1, 'c-1'));
      await otherLog.append(append(one, 1, 1, 'c-2'));
      expect(await opened.log.append(ballotsAfter(1, ballot('wang')))).toBe('conflict');
      expect(await opened.log.ballots(one)).toEqual([]);
    });

    test('law 7: the ballots of one vote are destroyed, those of others stay, and again is harmless', async () => {
      await opened.log.append({ ...append(one, 0, 1, 'c-1'), ballots: [ballot('wang'), ballot('li', 1, 'vote-2')] });
      await opened.log.append({ ...append(other, 0, 1, 'c-1'), ballots: [ballot('wang')] });
      for (let time = 0; time < 2; time += 1) {
        await opened.log.destroyBallots(one, voteId('vote-1'));
        expect(await opened.log.ballots(one)).toEqual([ballot('li', 1, 'vote-2')]);
        expect(await opened.log.ballots(other)).toEqual([ballot('wang')]);
      }
    });

    test('law 2: ballots are there after a restart', async () => {
      await opened.log.append({ ...append(one, 0, 1, 'c-1'), ballots: [ballot('wang')] });
      expect(await (await opened.reopen()).ballots(one)).toEqual([ballot('wang')]);
    });
  });
}
