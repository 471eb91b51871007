// Chapter V: the forms a vote is taken in, and what the office enters.
import { describe, expect, test } from 'vitest';
import { type PersonId } from '../ids.ts';
import { given, inSession, li, m1, m2, mishu, mishu2, voting, wang, wei, zhang, zhuchi, type Step } from '../testing/index.ts';
import { audienceOf, reaches, view } from '../view.ts';
import type { Choice, Motion, NamedVote } from './types.ts';
import type { VoteTerms } from './terms.ts';

const open = (terms?: VoteTerms): Step => [zhuchi, { type: 'OpenVoting', motionIds: [m1], ...(terms && { terms }) }];
const cast = (by: PersonId, choice: Choice): Step => [by, { type: 'CastVote', motionId: m1, choice }];
const enter = (voter: PersonId, choice: NamedVote['choice'], reason?: string): Step => [
  mishu,
  { type: 'EnterVote', motionId: m1, voter, choice, ...(reason !== undefined && { reason }) },
];
const count = (by: PersonId, approve: number, oppose = 0, abstain = 0, spoilt = 0): Step => [
  by,
  { type: 'EnterCount', motionId: m1, approve, oppose, abstain, ...(spoilt > 0 && { spoilt }) },
];
const close: Step = [zhuchi, { type: 'CloseVoting', motionIds: [m1] }];

const hands: VoteTerms = { form: 'showOfHands', counting: 'byName' };
const heads: VoteTerms = { form: 'showOfHands', counting: 'byCount' };
const paper: VoteTerms = { form: 'paper' };
const begin = (terms?: VoteTerms): readonly Step[] => [...inSession(voting), open(terms)];
const after = (...steps: readonly Step[]): Motion | undefined => {
  const { meeting } = given(...steps);
  return meeting.phase === 'notConvened' ? undefined : meeting.motions[m1];
};

describe('V15 the form', () => {
  test('is named where nothing is said, and says so nowhere', () => {
    const { decision } = given(...inSession(voting)).when(zhuchi, open({ form: 'named' })[1]);
    expect(decision).toEqual(given(...inSession(voting)).when(zhuchi, open()[1]).decision);
    expect(JSON.stringify(decision)).not.toContain('terms');
  });
  test('is frozen with the round; the next round may have another', () => {
    const again: Step = [zhuchi, { type: 'RepeatVoting', motionIds: [m1], reason: '点名复核', terms: hands }];
    expect(after(...begin(paper))).toMatchObject({ phase: 'voting', form: 'paper', counts: {} });
    expect(after(...begin({ form: 'unnamed' }), close, again)).toMatchObject({
      form: 'showOfHands',
      counting: 'byName',
      earlier: [{ form: 'unnamed' }],
    });
  });
  test('takes what is its own and nothing else', () => {
    for (const terms of [hands, heads, paper]) {
      given(...begin(terms))
        .when(li, cast(li, 'approve')[1])
        .refuses({ type: 'OtherForm', motionId: m1, form: terms.form });
    }
    for (const terms of [{ form: 'unnamed' } as const, heads, paper]) {
      given(...begin(terms))
        .when(mishu, enter(li, 'approve', '设备故障')[1])
        .refuses({ type: 'OtherForm', motionId: m1, form: terms.form });
    }
    for (const terms of [{ form: 'named' } as const, { form: 'unnamed' } as const, hands]) {
      given(...begin(terms))
        .when(mishu, count(mishu, 1)[1])
        .refuses({ type: 'OtherForm', motionId: m1, form: terms.form });
    }
  });
  test('unnamed: the four numbers and no names', () => {
    const { decision, after: closed } = given(...begin({ form: 'unnamed' }), cast(zhang, 'approve'), cast(li, 'oppose')).when(
      zhuchi,
      close[1],
    );
    expect(decision).toMatchObject({
      events: [{ payload: { motions: [{ form: 'unnamed', tally: { approve: 1, oppose: 1, notPressed: 1 }, votes: [] }] } }],
    });
    expect(closed).toMatchObject({ motions: { m1: { voterRoll: [zhang, li, wang], result: { form: 'unnamed', votes: [] } } } });
  });
  test('W10 unnamed: a choice reaches the voter alone, open and closed', () => {
    const steps = [...begin({ form: 'unnamed' }), cast(li, 'oppose')];
    const { meeting } = given(...steps);
    for (const viewer of [
      { person: zhuchi, role: 'moderator' },
      { person: zhang, role: 'member' },
    ] as const) {
      expect(JSON.stringify(view(meeting, viewer))).not.toContain('oppose');
    }
    expect(JSON.stringify(view(meeting, { person: li, role: 'member' }))).toContain('oppose');
    const told = audienceOf({ type: 'VoteCast', payload: { motionId: m1, voter: li, choice: 'oppose' } });
    expect(reaches(told, { person: zhuchi, role: 'moderator' })).toBe(false);
  });
});

describe('V18 hands and papers', () => {
  test('by name: every hand is entered, changed, taken back', () => {
    const steps = [...begin(hands), enter(zhang, 'approve'), enter(li, 'oppose'), enter(li, 'approve'), enter(wang, 'abstain')];
    given(...steps)
      .when(zhuchi, close[1])
      .then({
        type: 'VotingClosed',
        payload: {
          motions: [
            {
              motionId: m1,
              form: 'showOfHands',
              ...{ tally: { approve: 2, oppose: 0, abstain: 1, notPressed: 0 }, roll: 3, base: 4, needed: 3, passed: false },
              quorum: { needed: 3, atOpening: 3, atClosing: 3, met: true },
              votes: [
                { voter: zhang, choice: 'approve', enteredBy: mishu },
                { voter: li, choice: 'approve', enteredBy: mishu },
                { voter: wang, choice: 'abstain', enteredBy: mishu },
              ],
            },
          ],
        },
      });
    expect(after(...steps, enter(wang, 'notPressed'), close)).toMatchObject({ result: { tally: { abstain: 0, notPressed: 1 } } });
  });
  test('by name: the same again is silent, and only for those on the roll', () => {
    given(...begin(hands), enter(li, 'approve'))
      .when(mishu, enter(li, 'approve')[1])
      .saysNothing();
    given(...begin(hands))
      .when(mishu, enter(li, 'notPressed')[1])
      .saysNothing();
    given(...begin(hands))
      .when(mishu, enter(wei, 'approve')[1])
      .refuses({ type: 'NotOnVoterRoll', motionId: m1 });
    given(...inSession(voting))
      .when(mishu, enter(li, 'approve')[1])
      .refuses({ type: 'VotingIsClosed', motionId: m1 });
  });
  test('two officers who agree, 废票 within 未按', () => {
    const outcome = given(...begin(paper), count(mishu, 1, 1, 0, 1), count(mishu2, 1, 1, 0, 1)).when(zhuchi, close[1]);
    expect(outcome.after).toMatchObject({
      motions: {
        m1: {
          result: {
            form: 'paper',
            tally: { approve: 1, oppose: 1, abstain: 0, notPressed: 1 },
            ...{ spoilt: 1, roll: 3, countedBy: [mishu, mishu2], votes: [] },
          },
        },
      },
    });
  });
  test('one alone, or two who differ, closes nothing; the latest of each holds', () => {
    given(...begin(heads))
      .when(zhuchi, close[1])
      .refuses({ type: 'CountNotConfirmed', motionId: m1 });
    given(...begin(heads), count(mishu, 2), count(mishu, 3))
      .when(zhuchi, close[1])
      .refuses({ type: 'CountNotConfirmed', motionId: m1 });
    given(...begin(heads), count(mishu, 2, 1), count(mishu2, 1, 2))
      .when(zhuchi, close[1])
      .refuses({ type: 'CountsDiffer', motionId: m1 });
    given(...begin(heads), count(mishu, 2, 1), count(mishu2, 2, 1), count(zhuchi, 2, 0, 1))
      .when(zhuchi, close[1])
      .refuses({ type: 'CountsDiffer', motionId: m1 });
    expect(after(...begin(heads), count(mishu, 2, 1), count(mishu2, 1, 2), count(mishu2, 2, 1), close)).toMatchObject({
      result: { tally: { approve: 2, oppose: 1 }, countedBy: [mishu, mishu2] },
    });
  });
  test('not more than the roll; the same again is silent; not once it is closed', () => {
    given(...begin(paper))
      .when(mishu, count(mishu, 2, 1, 0, 1)[1])
      .refuses({ type: 'MoreVotesThanVoters', motionId: m1, roll: 3 });
    given(...begin(paper), count(mishu, 2))
      .when(mishu, count(mishu, 2)[1])
      .saysNothing();
    given(...begin(paper))
      .when(mishu, { type: 'EnterCount', motionId: m2, approve: 1, oppose: 0, abstain: 0 })
      .refuses({ type: 'VotingIsClosed', motionId: m2 });
  });
  test('W10 what is entered as a count is the office’s own until the close', () => {
    const { meeting } = given(...begin(paper), count(mishu, 2));
    expect(view(meeting, { person: mishu2, role: 'secretary' })).toMatchObject({ motions: { m1: { counts: { mishu1: { approve: 2 } } } } });
    expect(JSON.stringify(view(meeting, { person: li, role: 'member' }))).toContain('"counts":{}');
  });
});

describe('V19 a failed device', () => {
  const entered = enter(li, 'approve', '设备故障');
  test('is entered with a reason, and marked', () => {
    given(...begin())
      .when(mishu, enter(li, 'approve')[1])
      .refuses({ type: 'NoteRequired' });
    given(...begin())
      .when(mishu, enter(li, 'approve', ' ')[1])
      .refuses({ type: 'NoteRequired' });
    given(...begin())
      .when(mishu, entered[1])
      .then({ type: 'VoteEntered', payload: { motionId: m1, voter: li, choice: 'approve', reason: '设备故障' } });
    expect(after(...begin(), entered, close)).toMatchObject({
      result: { tally: { approve: 1 }, votes: [{}, { voter: li, choice: 'approve', enteredBy: mishu }, {}] },
    });
  });
  test('never stands before what the voter pressed, whichever came first', () => {
    for (const steps of [
      [entered, cast(li, 'oppose')],
      [cast(li, 'oppose'), entered],
    ]) {
      const motion = after(...begin(), ...steps, close);
      expect(motion).toMatchObject({ result: { tally: { approve: 0, oppose: 1 } } });
      expect(JSON.stringify(motion)).not.toContain('enteredBy');
    }
  });
  test('W10 is seen by the office and the voter', () => {
    for (const terms of [{ form: 'named' } as const, hands]) {
      const { meeting } = given(...begin(terms), enter(li, 'approve', '设备故障'));
      const sees = (person: PersonId, role: 'member' | 'secretary') =>
        JSON.stringify(view(meeting, { person, role })).includes('"choice":"approve"');
      expect([sees(mishu2, 'secretary'), sees(li, 'member'), sees(zhang, 'member')]).toEqual([true, true, false]);
    }
    const told = audienceOf({ type: 'VoteEntered', payload: { motionId: m1, voter: li, choice: 'approve' } });
    expect([
      reaches(told, { person: zhuchi, role: 'moderator' }),
      reaches(told, { person: li, role: 'member' }),
      reaches(told, { person: zhang, role: 'member' }),
    ]).toEqual([true, true, false]);
  });
});
