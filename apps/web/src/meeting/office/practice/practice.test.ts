// What stand-ins do is what the meeting takes: every command of a step is accepted, and a step done leaves nothing of it to do.
import { decide, type Command, type Meeting, type PersonId } from '@xieshang/meeting';
import {
  c1,
  convened,
  e1,
  electionPaper,
  fold,
  given,
  inSession,
  keynote,
  m1,
  mishu,
  openFloor,
  p1,
  plan,
  stamped,
  voting,
  zhang,
  zhuchi,
  type Step,
} from '@xieshang/meeting/testing';
import { describe, expect, test } from 'vitest';
import type { Held } from '../../shared/held.ts';
import { answers, arrivals, awaited, ballots, requests, votes } from './practice.ts';

const marked = { notice: { ...plan().notice, kind: 'rehearsal' } } as const;
const held = (meeting: Meeting): Held => {
  if (meeting.phase === 'notConvened') throw new Error('not convened');
  return meeting;
};
let ids = 0;
const newId = () => `n${(ids += 1)}`;

/** All of them put by the moderator, one after the other; each has to be taken. */
function after(steps: readonly Step[], bodies: (meeting: Held) => readonly Command[], by: PersonId = zhuchi): Held {
  let { meeting } = given(...steps);
  let at = 1e15;
  for (const body of bodies(held(meeting))) {
    const decision = decide(meeting, stamped(by, body, (at += 1), meeting));
    if (!decision.ok) throw new Error(`${body.type}: ${decision.refusal.type}`);
    expect(decision.events.length).toBeGreaterThan(0);
    meeting = fold(
      decision.events.map((event) => ({ ...event, by, at })),
      meeting,
    );
  }
  return held(meeting);
}

describe('stand-ins', () => {
  test('arrive, but for those on leave', () => {
    const before = convened({ ...marked, onLeave: [zhang] });
    expect(awaited(held(given(...before).meeting))).not.toContain(zhang);
    expect(awaited(after(before, (meeting) => arrivals(meeting, 1))).length).toBe(awaited(held(given(...before).meeting)).length - 1);
    expect(awaited(after(before, (meeting) => arrivals(meeting, 99)))).toEqual([]);
  });

  test('ask for the floor, each once, those who have spoken last', () => {
    const before = inSession(openFloor, undefined, marked);
    const asked = after(before, (meeting) => requests(meeting, 2, newId)).queue.waiting.filter(({ origin }) => origin === 'asked');
    expect(new Set(asked.map(({ person }) => person)).size).toBe(2);
    expect(after(before, (meeting) => requests(meeting, 99, newId)).queue.waiting.filter(({ origin }) => origin === 'asked').length).toBe(
      3,
    );
  });

  test('answer what is asked of departments', () => {
    const before: readonly Step[] = [...inSession(keynote, undefined, marked), [zhuchi, { type: 'GiveFloor', requestId: p1 }]];
    expect(answers(held(given(...before).meeting), newId)).toHaveLength(1);
    expect(
      answers(
        after(before, (meeting) => answers(meeting, newId)),
        newId,
      ),
    ).toEqual([]);
  });

  test('vote by name, all of them; not unnamed, by hand or on paper', () => {
    const open = (terms: object): readonly Step[] => [
      ...inSession(voting, undefined, marked),
      [zhuchi, { type: 'OpenVoting', motionIds: [m1], ...terms }],
    ];
    for (const how of ['mixed', 'all'] as const) {
      expect(
        votes(
          after(open({}), (meeting) => votes(meeting, how)),
          how,
        ),
      ).toEqual([]);
    }
    for (const terms of [{ form: 'unnamed' }, { form: 'paper' }, { form: 'showOfHands', counting: 'byName' }]) {
      expect(votes(held(given(...open({ terms })).meeting), 'all')).toEqual([]);
    }
  });

  test('elect as many as there are seats', () => {
    const before: readonly Step[] = [
      ...inSession(voting, undefined, marked),
      [mishu, { type: 'TableElection', electionId: e1, paper: electionPaper() }],
      [zhuchi, { type: 'OpenElection', electionId: e1 }],
    ];
    const [first] = ballots(held(given(...before).meeting));
    expect(first?.type === 'EnterElection' && first.ballot?.chosen).toHaveLength(2);
    expect(first?.type === 'EnterElection' && first.ballot?.chosen[0]).toBe(c1);
    expect(ballots(after(before, ballots))).toEqual([]);
  });

  test('do nothing where there is nothing to do', () => {
    const quiet = held(given(...inSession(keynote, undefined, marked)).meeting);
    expect([...answers(quiet, newId), ...votes(quiet, 'all'), ...ballots(quiet)]).toEqual([]);
  });
});
