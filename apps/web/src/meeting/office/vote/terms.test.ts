import { evolveRoll, personId, type PersonId, type Roll, type Rules, voteId } from '@xieshang/meeting';
import { expect, test } from 'vitest';
import type { Held } from '../../shared/held.ts';
import { mayClock, spoken, termsOf, warningsOf } from './terms.ts';

const half = { kind: 'moreThan', parts: 1, of: 2 } as const;
const people = Array.from({ length: 4 }, (_, at) => personId(`w${at}`));

const nobodyHere: Roll = {
  attendees: people.map((person) => ({ person, name: `${person}委员`, role: 'member' })),
  present: {},
  left: {},
  leaves: {},
};
const checkedIn = (person: PersonId) => ({ type: 'CheckedIn', payload: { person, where: 'hall' } }) as const;

/** Four members, the first `present` of them here. */
const meeting = (present: number, rules: Partial<Rules> = {}): Held =>
  ({
    roll: people.slice(0, present).reduce((roll, person) => evolveRoll(roll, { ...checkedIn(person), by: person, at: 1 }), nobodyHere),
    proxies: {},
    rules: { quorum: half, vote: { base: 'eligible', threshold: half }, ...rules },
  }) as unknown as Held;

const secret = { form: 'secret', voteId: voteId('v-1'), receipt: 'hash', custody: 'server', change: 'never' } as const;

test('V40 a secret vote is put on the terms that were chosen for it', () => {
  expect(spoken('secret', 'chair', secret)).toEqual({ terms: secret });
  expect(spoken('secret', 'clock', secret)).toEqual({ terms: secret, closing: 'clock' });
});

test('V15 what the office chooses is said in the command; a named vote closed by the moderator says nothing', () => {
  expect(spoken('named', 'chair', secret)).toEqual({});
  expect(spoken('unnamed', 'clock', secret)).toEqual({ terms: { form: 'unnamed' }, closing: 'clock' });
  expect(termsOf('handsByCount')).toEqual({ form: 'showOfHands', counting: 'byCount' });
});

test('V17 what is counted by hand is closed by hand, whatever was chosen before', () => {
  expect(spoken('paper', 'clock', secret)).toEqual({ terms: { form: 'paper' } });
  expect((['named', 'unnamed', 'handsByName', 'handsByCount', 'paper'] as const).map(mayClock)).toEqual([true, true, false, false, false]);
});

test('V16 a missing quorum and a threshold out of reach are said before the vote opens', () => {
  expect(warningsOf(meeting(2), 'named', null)).toEqual([
    '在场 2 人，未达法定人数 3 人：赞成够数也不能通过。',
    '在场可投 2 票，少于须赞成的 3 票：不可能通过。',
  ]);
  expect(warningsOf(meeting(3), 'named', null)).toEqual([]);
});

test('whose device is away is named, where keys are pressed', () => {
  const online = new Set<string>(['w0', 'w1']);
  expect(warningsOf(meeting(3), 'named', online)).toEqual(['在场委员中 1 人设备未连接：w2委员']);
  expect(warningsOf(meeting(3), 'handsByName', online)).toEqual([]);
});

test('V18 a count by two is said before', () => {
  expect(warningsOf(meeting(3), 'paper', null)).toEqual(['计票要由两位会务人员各自登录录入。']);
});
