// Chapter E: a ballot that an officer enters for a device that has failed.
import { describe, expect, test } from 'vitest';
import type { Command } from '../command.ts';
import type { CandidateId, PersonId } from '../ids.ts';
import {
  c1,
  c2,
  c3,
  e1,
  electionPaper,
  given,
  inSession,
  li,
  mishu,
  mishu2,
  voting,
  wang,
  wei,
  zhang,
  zhuchi,
  type Step,
} from '../testing/index.ts';
import { audienceOf, view } from '../view.ts';

const tabled: readonly Step[] = [...inSession(voting), [mishu, { type: 'TableElection', electionId: e1, paper: electionPaper() }]];
const opened: readonly Step[] = [...tabled, [zhuchi, { type: 'OpenElection', electionId: e1 }]];
const broken = '平板故障';
const enter = (voter: PersonId, chosen: readonly CandidateId[], writeIns: readonly PersonId[] = [], reason = broken): Command => ({
  type: 'EnterElection',
  electionId: e1,
  voter,
  ballot: { chosen, writeIns },
  reason,
});
const takeBack: Command = { type: 'EnterElection', electionId: e1, voter: li, ballot: null, reason: broken };
const cast = (by: PersonId, ...chosen: readonly CandidateId[]): Step => [
  by,
  { type: 'CastElection', electionId: e1, chosen, writeIns: [] },
];
const close: Step = [zhuchi, { type: 'CloseElection', electionId: e1 }];

describe('E18 a ballot entered for a failed device', () => {
  test('is kept as the paper has it, with who entered it and why', () => {
    const outcome = given(...opened).when(mishu, enter(li, [c2, c1]));
    outcome.then({ type: 'ElectionEntered', payload: { electionId: e1, voter: li, marks: [c1, c2], reason: broken } });
    expect(given(...opened, [mishu, enter(li, [c1])], close).meeting).toMatchObject({
      elections: {
        e1: {
          result: {
            ballots: { marked: 1, notHandedIn: 2 },
            votes: [{ voter: zhang }, { voter: li, marks: [c1], enteredBy: mishu }, { voter: wang }],
          },
        },
      },
    });
  });
  test('an empty one is 弃权, not 未投', () => {
    expect(given(...opened, [mishu, enter(li, [])], close).meeting).toMatchObject({
      elections: { e1: { result: { ballots: { marked: 0, blank: 1, notHandedIn: 2 } } } },
    });
  });
  test("the voter's own stands before it, whichever came first", () => {
    for (const steps of [[[mishu, enter(li, [c1])], cast(li, c2)] as const, [cast(li, c2), [mishu, enter(li, [c1])]] as const]) {
      const { meeting } = given(...opened, ...steps, close);
      expect(meeting).toMatchObject({ elections: { e1: { result: { ballots: { marked: 1 } } } } });
      expect(JSON.stringify(meeting.phase === 'notConvened' ? null : meeting.elections)).not.toContain('enteredBy');
    }
  });
  test('the same again says nothing; another one replaces it, whoever enters it', () => {
    const entered: readonly Step[] = [...opened, [mishu, enter(li, [c1, c2])]];
    given(...entered)
      .when(mishu2, enter(li, [c2, c1]))
      .saysNothing();
    expect(given(...entered, [mishu2, enter(li, [c3])], close).meeting).toMatchObject({
      elections: { e1: { result: { votes: [{}, { marks: [c3], enteredBy: mishu2 }, {}] } } },
    });
  });
  test('it can be taken back, once', () => {
    const entered: readonly Step[] = [...opened, [mishu, enter(li, [c1])]];
    given(...entered)
      .when(mishu, takeBack)
      .then({ type: 'ElectionEntered', payload: { electionId: e1, voter: li, marks: null, reason: broken } });
    given(...entered, [mishu, takeBack])
      .when(mishu, takeBack)
      .saysNothing();
    expect(given(...entered, [mishu, takeBack], close).meeting).toMatchObject({
      elections: { e1: { result: { ballots: { marked: 0, blank: 0, notHandedIn: 3 } } } },
    });
  });
  test('only with a reason, for an elector, while it is open, in an election by name', () => {
    given(...opened)
      .when(mishu, enter(li, [c1], [], ' '))
      .refuses({ type: 'NoteRequired' });
    given(...opened)
      .when(mishu, enter(wei, [c1]))
      .refuses({ type: 'NotAnElector', electionId: e1 });
    given(...opened, close)
      .when(mishu, enter(li, [c1]))
      .refuses({ type: 'ElectionIsClosed', electionId: e1 });
    given(...tabled, [zhuchi, { type: 'OpenElection', electionId: e1, terms: { form: 'paper' } }])
      .when(mishu, enter(li, [c1]))
      .refuses({ type: 'OtherElectionForm', electionId: e1, form: 'paper' });
  });
  test('E5, E6 whom it may mark is what a voter may', () => {
    given(...opened)
      .when(mishu, enter(li, [c1, c2, c3]))
      .refuses({ type: 'TooManyMarks', seats: 2, marks: 3 });
    given(...opened)
      .when(mishu, enter(li, [], [wang]))
      .refuses({ type: 'AlreadyCandidate', person: wang });
  });
  test('W11 the office and the voter see it, nobody else; closed, it stands with the ballots by name', () => {
    expect(audienceOf({ type: 'ElectionEntered', payload: { electionId: e1, voter: li, marks: [c1], reason: broken } })).toEqual({
      circles: ['office'],
      persons: [li],
    });
    const { meeting } = given(...opened, [mishu, enter(li, [c3])]);
    const sees = (person: PersonId, role: 'member' | 'secretary' | 'observer'): boolean =>
      JSON.stringify(view(meeting, { person, role })).includes('"marks":["c3"]');
    expect([sees(mishu2, 'secretary'), sees(li, 'member'), sees(zhang, 'member'), sees(wei, 'observer')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
