// Knows what somebody who holds the key could change of an election, in the log and in its file alike, that still does not add up; tests only.
import type { Deed } from './vote-forgeries.ts';

type Part = Record<string, unknown>;
const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (part: Part, name: string): readonly Part[] => (Array.isArray(part[name]) ? part[name].filter(isPart) : []);
const plus = (part: Part | undefined, name: string, by: number): boolean => {
  if (typeof part?.[name] !== 'number') return false;
  part[name] += by;
  return true;
};
const ballots = (part: Part): Part => (isPart(part['ballots']) ? part['ballots'] : {});

export const electionDeeds: readonly Deed[] = [
  { name: 'a vote made up', change: (part: Part) => plus(list(part, 'standings')[0], 'votes', 1) },
  {
    name: 'a vote moved',
    change: (part: Part) => plus(list(part, 'standings')[0], 'votes', -1) && plus(list(part, 'standings').at(-1), 'votes', 1),
  },
  {
    name: 'somebody elected who was not',
    change: (part: Part) => list(part, 'standings').some((one) => one['outcome'] !== 'elected' && ((one['outcome'] = 'elected'), true)),
  },
  {
    name: 'a tie broken by hand',
    change: (part: Part) => list(part, 'standings').some((one) => one['outcome'] === 'tied' && ((one['outcome'] = 'notElected'), true)),
  },
  { name: 'another name', change: (part: Part) => list(part, 'standings').some((one) => ((one['name'] = '某某'), true)) },
  { name: 'a nominee left out', change: (part: Part) => Array.isArray(part['standings']) && part['standings'].pop() !== undefined },
  { name: 'another order', change: (part: Part) => Array.isArray(part['standings']) && (part['standings'].reverse(), true) },
  { name: 'a ballot more', change: (part: Part) => plus(ballots(part), 'marked', 1) },
  {
    name: '弃权 made 未投',
    change: (part: Part) => Number(ballots(part)['blank']) > 0 && plus(ballots(part), 'blank', -1) && plus(ballots(part), 'notHandedIn', 1),
  },
  { name: 'a roll of one more', change: (part: Part) => plus(part, 'roll', 1) && plus(ballots(part), 'notHandedIn', 1) },
  { name: 'a base moved', change: (part: Part) => plus(part, 'base', 1) },
  { name: 'a threshold moved', change: (part: Part) => plus(part, 'needed', 1) },
  {
    name: 'a quorum turned',
    change: (part: Part) => isPart(part['quorum']) && ((part['quorum']['met'] = part['quorum']['met'] !== true), true),
  },
  { name: 'another form', change: (part: Part) => ((part['form'] = part['form'] === 'paper' ? 'secret' : 'paper'), true) },
  {
    name: 'a ballot turned',
    change: (part: Part) =>
      list(part, 'votes').some((one) => Array.isArray(one['marks']) && one['marks'].length > 0 && ((one['marks'] = []), true)),
  },
  { name: 'a voter who was not on the roll', change: (part: Part) => list(part, 'votes').some((one) => ((one['voter'] = 'qian'), true)) },
  {
    name: 'another officer entered it',
    change: (part: Part) => list(part, 'votes').some((one) => 'enteredBy' in one && ((one['enteredBy'] = 'zhuchi'), true)),
  },
  {
    name: 'entered for who cast it',
    change: (part: Part) =>
      list(part, 'votes').some((one) => one['marks'] !== null && !('enteredBy' in one) && ((one['enteredBy'] = 'mishu1'), true)),
  },
  { name: 'one officer counted', change: (part: Part) => 'countedBy' in part && ((part['countedBy'] = ['mishu1']), true) },
  { name: 'other officers counted', change: (part: Part) => 'countedBy' in part && ((part['countedBy'] = ['zhuchi', 'zhuchi2']), true) },
].map((deed): Deed => ({ ...deed, fact: 'ElectionClosed' }));

export const electionOpeningDeeds: readonly Deed[] = [
  {
    name: 'a voter struck off the roll',
    change: (part: Part) => Array.isArray(part['voterRoll']) && part['voterRoll'].pop() !== undefined,
  },
  { name: 'a form nobody knows', change: (part: Part) => ((part['terms'] = { form: 'telepathy' }), true) },
  {
    name: 'a candidate struck off',
    change: (part: Part) =>
      isPart(part['paper']) && Array.isArray(part['paper']['candidates']) && part['paper']['candidates'].pop() !== undefined,
  },
  { name: 'one seat more', change: (part: Part) => isPart(part['paper']) && plus(part['paper'], 'seats', -1) },
].map((deed): Deed => ({ ...deed, fact: 'ElectionOpened' }));
