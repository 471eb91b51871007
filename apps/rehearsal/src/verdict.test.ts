import { blankMinutes, meetingId, motionId, onlyMainScreen, personId, type Meeting, type NamedVote } from '@xieshang/meeting';
import { plan, recommendation } from '@xieshang/meeting/testing';
import { expect, test } from 'vitest';
import { kept, miscounts, type Witness } from './verdict.ts';

const record = (seqs: readonly number[], answer: Witness['sent'][number]['answer'] = { ok: true, seq: 5 }): Witness => ({
  person: 'li',
  sent: [{ id: 'c-1', body: { type: 'CheckIn' }, answer }],
  heard: new Map([['c-1', seqs]]),
});

test.each([
  ['heard once, where the answer said', [5], { lost: 0, doubled: 0 }],
  ['several facts side by side', [4, 5], { lost: 0, doubled: 0 }],
  ['never heard', [], { lost: 1, doubled: 0 }],
  ['heard at another place too', [5, 9], { lost: 0, doubled: 1 }],
  ['heard earlier too', [2, 5], { lost: 0, doubled: 1 }],
  ['heard elsewhere than answered', [7], { lost: 0, doubled: 1 }],
])('a command %s', (_name, seqs, found) => {
  expect(kept([record(seqs)])).toEqual({ sent: 1, acked: 1, ...found });
});

test('a refused command leaves nothing to look for', () => {
  expect(kept([record([], { ok: false, refusal: { type: 'NotStored' } })])).toEqual({ sent: 1, acked: 0, lost: 0, doubled: 0 });
});

const m1 = motionId('m1');
const vote = (person: string, choice: string): Witness => ({
  person,
  sent: [{ id: `v-${person}`, body: { type: 'CastVote', motionId: m1, choice } as { type: string }, answer: { ok: true, seq: 9 } }],
  heard: new Map(),
});

/** A meeting that announced these votes as one's tally. */
function announced(votes: readonly (readonly [string, NamedVote['choice']])[]): Meeting {
  const { notice, rules, attendees, presiding, stages, prepared, materials } = plan({
    notice: { ...plan().notice, meeting: meetingId('x') },
  });
  const count = (choice: string): number => votes.filter(([, one]) => one === choice).length;
  const tally = { approve: count('approve'), oppose: count('oppose'), abstain: count('abstain'), notPressed: count('notPressed') };
  const { motionId: _own, ...paper } = recommendation('m1', 1);
  const named = votes.map(([voter, choice]) => ({ voter: personId(voter), choice }));
  const result = {
    form: 'named',
    paper,
    rule: rules.vote,
    tally,
    roll: votes.length,
    base: votes.length,
    needed: 1,
    passed: true,
    votes: named,
    ...{ spoilt: 0, quorum: null, countedBy: [], confirmedBy: [], weights: {} },
    closedAt: 1,
  } as const;
  return {
    phase: 'concluded',
    openedAt: 1,
    concludedAt: 2,
    ...{ notice, rules, presiding },
    roll: { attendees, present: {}, left: {}, leaves: {} },
    agenda: { stages, prepared, materials, course: [] },
    queue: { list: 'open', arranged: 0, waiting: [], floor: { phase: 'empty' }, speeches: [], answers: [], ratings: {} },
    ...{ secretVotes: {}, scrutineerKeys: {} },
    recommendations: {},
    amendments: {},
    elections: {},
    minutes: blankMinutes,
    speechDigests: {},
    countersigners: {},
    closedItems: [],
    asides: [],
    ...{ scrutineers: [], reservations: {}, proxies: {} },
    rounds: {},
    motions: { [m1]: { phase: 'announced', round: 1, announcedAt: 2, earlier: [], voterRoll: [], unreachable: [], result } },
    pulses: [],
    screens: onlyMainScreen,
  };
}

test('a tally that agrees with the voters is right', () => {
  const meeting = announced([
    ['li', 'approve'],
    ['wang', 'oppose'],
    ['wei', 'notPressed'],
  ]);
  expect(miscounts(meeting, m1, [vote('li', 'approve'), vote('wang', 'oppose')])).toEqual([]);
});

test('a vote counted otherwise than it was answered is found, in the list and in the sum', () => {
  const meeting = announced([
    ['li', 'approve'],
    ['wang', 'approve'],
  ]);
  expect(miscounts(meeting, m1, [vote('li', 'approve'), vote('wang', 'oppose')])).toHaveLength(3);
});

test('a vote that was lost is found', () => {
  expect(miscounts(announced([['li', 'notPressed']]), m1, [vote('li', 'abstain')])).toHaveLength(2);
});

test('a motion without a result is no right count', () => {
  expect(miscounts(announced([]), motionId('m2'), [])).toHaveLength(1);
});
