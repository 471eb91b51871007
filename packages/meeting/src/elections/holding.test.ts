// Chapter E: an election as it is opened, given, closed and announced.
import { describe, expect, test } from 'vitest';
import type { Command } from '../command.ts';
import { decide } from '../decide.ts';
import { candidateId, clock, electionId, stageId, type CandidateId, type PersonId } from '../ids.ts';
import {
  c1,
  c2,
  c3,
  e1,
  electionPaper,
  fold,
  given,
  inSession,
  keynote,
  li,
  m1,
  minute,
  mishu,
  mishu2,
  played,
  rules,
  stamped,
  stranger,
  t0,
  voting,
  wang,
  wei,
  zhang,
  zhuchi,
  type Step,
} from '../testing/index.ts';
import { timersOf } from '../timers.ts';
import { audienceOf, view } from '../view.ts';
import { writeInId } from './marks.ts';

const paper = electionPaper();
const table: Step = [mishu, { type: 'TableElection', electionId: e1, paper }];
const openIt = (otherwise: Partial<Extract<Command, { type: 'OpenElection' }>> = {}): Step => [
  zhuchi,
  { type: 'OpenElection', electionId: e1, ...otherwise },
];
const tabled = [...inSession(voting), table] as const;
const opened = [...tabled, openIt()] as const;
const cast = (by: PersonId, chosen: readonly CandidateId[], writeIns: readonly PersonId[] = []): Step => [
  by,
  { type: 'CastElection', electionId: e1, chosen, writeIns },
];
const close: Step = [zhuchi, { type: 'CloseElection', electionId: e1 }];
const announce: Step = [zhuchi, { type: 'AnnounceElection', electionId: e1 }];
const runOff = (candidates?: readonly CandidateId[]): Step => [
  zhuchi,
  { type: 'RepeatElection', electionId: e1, reason: '末位票数相等', candidates },
];
const plain = (otherwise: Parameters<typeof electionPaper>[0]): readonly Step[] => [
  ...inSession(voting),
  [mishu, { type: 'TableElection', electionId: e1, paper: electionPaper(otherwise) }],
  openIt(),
];

describe('E3, E4 opening', () => {
  test('freezes paper, roll, 应到 and quorum', () => {
    const outcome = given(...tabled).when(zhuchi, openIt()[1]);
    outcome.then({
      type: 'ElectionOpened',
      payload: {
        electionId: e1,
        paper,
        round: 1,
        voterRoll: [zhang, li, wang],
        eligible: 4,
        quorum: { needed: 3, present: 3 },
        ms: rules.votingMs,
      },
    });
    expect(outcome.after).toMatchObject({
      elections: { e1: { phase: 'open', form: 'named', openedBy: zhuchi, closing: 'chair', voids: [] } },
    });
  });
  test('once, of what is tabled, with somebody here', () => {
    given(...opened)
      .when(zhuchi, openIt()[1])
      .refuses({ type: 'ElectionIsOpen', electionIds: [e1] });
    given(...opened, close)
      .when(zhuchi, openIt()[1])
      .refuses({ type: 'ElectionAlreadyPut', electionId: e1 });
    given(...inSession(voting))
      .when(zhuchi, openIt()[1])
      .refuses({ type: 'UnknownElection', electionId: e1 });
    given(...inSession(voting, []), table)
      .when(zhuchi, openIt()[1])
      .refuses({ type: 'NobodyToVote' });
  });
  test('a paper ballot is not closed by the clock', () => {
    given(...tabled)
      .when(zhuchi, openIt({ terms: { form: 'paper' }, closing: 'clock' })[1])
      .refuses({ type: 'ClockCannotCount', form: 'paper' });
  });
});

describe('E17 out of reach', () => {
  const steps = [...opened, cast(zhang, []), cast(wang, [c1])] as const;
  const closing = (of: readonly Step[], ...unreachable: readonly PersonId[]) =>
    decide(given(...of).meeting, { ...stamped(zhuchi, close[1], t0 + minute), unreachable });

  test('are those on the roll who have not handed in, a blank ballot included; a fact of its own after the count', () => {
    expect(closing(steps, zhang, li, wei)).toMatchObject({
      events: [{ type: 'ElectionClosed' }, { type: 'ElectorsUnreachable', payload: { electionId: e1, persons: [li] } }],
    });
  });
  test('is not said where everybody was reached or has handed in', () => {
    for (const persons of [[], [zhang, wang], [wei]]) {
      const decision = closing(steps, ...persons);
      expect(decision.ok && decision.events.map(({ type }) => type)).toEqual(['ElectionClosed']);
    }
  });
  test('is not said of paper ballots, of which nobody knows', () => {
    const count: Command = {
      type: 'EnterElectionCount',
      electionId: e1,
      marked: 1,
      blank: 0,
      spoilt: 0,
      votes: [{ candidateId: c1, votes: 1 }],
      writeIns: [],
    };
    const decision = closing([...tabled, openIt({ terms: { form: 'paper' } }), [mishu, count], [mishu2, count]], li);
    expect(decision.ok && decision.events.map(({ type }) => type)).toEqual(['ElectionClosed']);
  });
  test('W11 is for the office, which keeps it when the result is announced; the next round begins without', () => {
    const fact = { type: 'ElectorsUnreachable', payload: { electionId: e1, persons: [li] } } as const;
    expect(audienceOf(fact)).toEqual({ circles: ['office'], persons: [] });
    const meeting = fold([
      ...played(...steps, close),
      { ...fact, by: zhuchi, at: t0 + minute },
      { type: 'ElectionAnnounced', payload: { electionId: e1 }, by: zhuchi, at: t0 + minute },
    ]);
    expect(view(meeting, { person: mishu, role: 'secretary' })).toMatchObject({
      elections: { e1: { phase: 'announced', unreachable: [li] } },
    });
    expect(view(meeting, { person: li, role: 'member' })).toMatchObject({ elections: { e1: { phase: 'announced', unreachable: [] } } });
    expect(fold([{ ...fact, by: zhuchi, at: t0 + minute }], fold(played(...steps, close, runOff())))).toEqual(
      fold(played(...steps, close, runOff())),
    );
  });
});

describe('E3, E6, E10, E11 scrutineers', () => {
  const judged = (person: PersonId): Step => [mishu, { type: 'NameScrutineers', persons: [person] }];
  const confirm: Step = [li, { type: 'ConfirmElectionCount', electionId: e1 }];
  test('are no candidates, and nobody writes them in', () => {
    given(...tabled, judged(wang))
      .when(zhuchi, openIt()[1])
      .refuses({ type: 'ScrutineerIsCandidate', person: wang });
    given(...tabled, judged(wei), openIt())
      .when(li, cast(li, [], [wei])[1])
      .refuses({ type: 'ScrutineerIsCandidate', person: wei });
    expect(given(...tabled, judged(wei)).when(zhuchi, openIt()[1]).decision.ok).toBe(true);
  });
  test('are not changed while an election is open', () => {
    given(...opened)
      .when(mishu, judged(li)[1])
      .refuses({ type: 'ElectionIsOpen', electionIds: [e1] });
    expect(given(...opened, close).when(mishu, judged(li)[1]).decision.ok).toBe(true);
  });
  test('confirm a count once, and only they', () => {
    const held = [...tabled, judged(li), openIt(), close] as const;
    const outcome = given(...held).when(li, confirm[1]);
    outcome.then({ type: 'ElectionCountConfirmed', payload: { electionId: e1 } });
    expect(outcome.after).toMatchObject({ elections: { e1: { result: { confirmedBy: [li] } } } });
    given(...held, confirm)
      .when(li, confirm[1])
      .saysNothing();
    given(...held)
      .when(zhang, confirm[1])
      .refuses({ type: 'NotAScrutineer' });
    given(...tabled, judged(li), openIt())
      .when(li, confirm[1])
      .refuses({ type: 'ElectionNotHeld', electionId: e1 });
  });
});

describe('E5–E7 ballots', () => {
  test('bear at most as many marks as there are seats, each once and in the order of the paper', () => {
    const outcome = given(...opened).when(li, cast(li, [c2, c1, c2])[1]);
    outcome.then({ type: 'ElectionCast', payload: { electionId: e1, voter: li, marks: [c1, c2] } });
    given(...opened)
      .when(li, cast(li, [c1, c2, c3])[1])
      .refuses({ type: 'TooManyMarks', seats: 2, marks: 3 });
    given(...opened)
      .when(li, cast(li, [c1, c2], [wei])[1])
      .refuses({ type: 'TooManyMarks', seats: 2, marks: 3 });
  });
  test('E5 without a mark are 弃权; for whom nobody put are refused', () => {
    given(...opened)
      .when(li, cast(li, [])[1])
      .then({ type: 'ElectionCast', payload: { electionId: e1, voter: li, marks: [] } });
    for (const id of [candidateId('c9'), candidateId('constructor'), writeInId(wei)])
      given(...opened)
        .when(li, cast(li, [id])[1])
        .refuses({ type: 'UnknownCandidate', candidateId: id });
  });
  test('E6 another of the roll may be written in: a member, not a candidate', () => {
    given(...opened)
      .when(li, cast(li, [c2], [wei])[1])
      .then({ type: 'ElectionCast', payload: { electionId: e1, voter: li, marks: [c2, writeInId(wei)] } });
    given(...opened)
      .when(li, cast(li, [], [stranger])[1])
      .refuses({ type: 'UnknownPerson', person: stranger });
    given(...opened)
      .when(li, cast(li, [], [mishu])[1])
      .refuses({ type: 'NotAMember', person: mishu });
    given(...opened)
      .when(li, cast(li, [], [wang])[1])
      .refuses({ type: 'AlreadyCandidate', person: wang });
    given(...plain({ writeIns: 'none' }))
      .when(li, cast(li, [], [wei])[1])
      .refuses({ type: 'WriteInsNotAllowed' });
  });
  test('E7 only who stands on the frozen roll, until the close, for this round', () => {
    given(...opened, [wei, { type: 'CheckIn' }])
      .when(wei, cast(wei, [c1])[1])
      .refuses({ type: 'NotAnElector', electionId: e1 });
    given(...opened, [mishu, { type: 'MarkLeft', person: li }])
      .when(li, cast(li, [c1])[1])
      .then({ type: 'ElectionCast', payload: { electionId: e1, voter: li, marks: [c1] } });
    for (const shut of [tabled, [...opened, close]])
      given(...shut)
        .when(li, cast(li, [c1])[1])
        .refuses({ type: 'ElectionIsClosed', electionId: e1 });
    given(...opened)
      .when(li, { type: 'CastElection', electionId: e1, chosen: [c1], writeIns: [], round: 2 })
      .refuses({ type: 'ElectionIsClosed', electionId: e1 });
  });
  test('E7 may be changed; the same again is silent, in whatever order it is said', () => {
    const outcome = given(...opened, cast(li, [c1, c2])).when(li, cast(li, [c3])[1]);
    outcome.then({ type: 'ElectionCast', payload: { electionId: e1, voter: li, marks: [c3] } });
    given(...opened, cast(li, [c1, c2]))
      .when(li, cast(li, [c2, c1])[1])
      .saysNothing();
    given(...opened, cast(li, []))
      .when(li, cast(li, [])[1])
      .saysNothing();
  });
});

describe('E8, E9 closing', () => {
  test('counts 弃权 apart from 未投, judges everybody, and lists every ballot', () => {
    given(...opened, cast(zhang, [c1], [wei]), cast(li, []))
      .when(zhuchi, close[1])
      .then({
        type: 'ElectionClosed',
        payload: {
          electionId: e1,
          roll: 3,
          ballots: { marked: 1, blank: 1, spoilt: 0, notHandedIn: 1 },
          base: 4,
          needed: 3,
          standings: [
            { candidateId: c1, name: '王委员', person: wang, votes: 1, outcome: 'notElected' },
            { candidateId: writeInId(wei), name: '卫委员', person: wei, votes: 1, outcome: 'notElected' },
            { candidateId: c2, name: '买买提·艾力', votes: 0, outcome: 'notElected' },
            { candidateId: c3, name: '欧阳委员', votes: 0, outcome: 'notElected' },
          ],
          quorum: { needed: 3, atOpening: 3, atClosing: 3, met: true },
          votes: [
            { voter: zhang, marks: [c1, writeInId(wei)] },
            { voter: li, marks: [] },
            { voter: wang, marks: null },
          ],
        },
      });
  });
  test('once, and only what is open', () => {
    given(...opened, close)
      .when(zhuchi, close[1])
      .refuses({ type: 'ElectionIsClosed', electionId: e1 });
    given(...tabled)
      .when(zhuchi, close[1])
      .refuses({ type: 'ElectionIsClosed', electionId: e1 });
    given(...inSession(voting))
      .when(zhuchi, close[1])
      .refuses({ type: 'UnknownElection', electionId: e1 });
  });
  test('E9 without a quorum at the close nobody is elected', () => {
    const all = [cast(zhang, [c1]), cast(li, [c1]), cast(wang, [c1])];
    const outcomes = (...steps: readonly Step[]) => {
      const { decision } = given(...opened, ...all, ...steps).when(zhuchi, close[1]);
      return decision.ok && decision.events[0]?.type === 'ElectionClosed' ? decision.events[0].payload : undefined;
    };
    expect(outcomes()?.standings[0]).toMatchObject({ candidateId: c1, votes: 3, outcome: 'elected' });
    const gone = outcomes([mishu, { type: 'MarkLeft', person: li }]);
    expect(gone?.standings.map(({ outcome }) => outcome)).toEqual(['notElected', 'notElected', 'notElected']);
    expect(gone?.quorum).toEqual({ needed: 3, atOpening: 3, atClosing: 2, met: false });
  });
});

describe('E10 announcing', () => {
  test('comes after the count; again is silent', () => {
    given(...opened, close)
      .when(zhuchi, announce[1])
      .then({ type: 'ElectionAnnounced', payload: { electionId: e1 } });
    given(...opened, close, announce)
      .when(zhuchi, announce[1])
      .saysNothing();
    given(...opened)
      .when(zhuchi, announce[1])
      .refuses({ type: 'ElectionNotHeld', electionId: e1 });
  });
});

describe('E11 what an open election holds up', () => {
  test.each<Command>([
    { type: 'MoveToStage', stageId: keynote },
    { type: 'MoveToStage', stageId: stageId('unknown') },
    { type: 'SuspendMeeting' },
    { type: 'ConcludeMeeting' },
  ])('%o', (body) => {
    given(...opened)
      .when(zhuchi, body)
      .refuses({ type: 'ElectionIsOpen', electionIds: [e1] });
    expect(given(...opened, close).when(zhuchi, body).decision).not.toMatchObject({ refusal: { type: 'ElectionIsOpen' } });
  });
  test('E3 a vote is not put beside it, nor another election', () => {
    for (const body of [
      { type: 'OpenVoting', motionIds: [m1] },
      { type: 'OpenAcclamation', motionIds: [m1] },
      { type: 'OpenElection', electionId: electionId('e2') },
    ] as const)
      given(...opened)
        .when(zhuchi, body)
        .refuses({ type: 'ElectionIsOpen', electionIds: [e1] });
    given(...tabled, [zhuchi, { type: 'OpenVoting', motionIds: [m1] }])
      .when(zhuchi, openIt()[1])
      .refuses({ type: 'VotingIsOpen', motionIds: [m1] });
    expect(given(...opened, close).when(zhuchi, { type: 'OpenVoting', motionIds: [m1] }).decision.ok).toBe(true);
  });
});

describe('E12 repeating', () => {
  const tie = [cast(zhang, [c1, c2]), cast(li, [c1, c2]), cast(wang, [c1, c3])];
  const loose = { rule: { base: 'cast', threshold: { kind: 'atLeast', parts: 1, of: 3 } } } as const;
  const tied = [...plain({ ...loose, seats: 1 }), cast(zhang, [c1]), cast(li, [c2]), cast(wang, []), close];
  test('a tie over the last seat elects neither; the run-off is among them, and the first round stays', () => {
    const before = given(...tied);
    expect(before.meeting).toMatchObject({
      elections: { e1: { result: { standings: [{ outcome: 'tied' }, { outcome: 'tied' }, { outcome: 'notElected' }] } } },
    });
    const outcome = before.when(zhuchi, runOff([c2, c1])[1]);
    expect(outcome.decision).toMatchObject({
      events: [
        {
          payload: {
            round: 2,
            reason: '末位票数相等',
            paper: { seats: 1, writeIns: 'none', candidates: [{ candidateId: c1 }, { candidateId: c2 }] },
          },
        },
      ],
    });
    expect(outcome.after).toMatchObject({
      elections: { e1: { phase: 'open', ballots: {}, earlier: [{ round: 1, ballots: { blank: 1 } }] } },
    });
  });
  test('the elected keep their seats, and the run-off is for those still free', () => {
    const held = [...plain(loose), ...tie, close];
    const outcome = given(...held).when(zhuchi, runOff([c3])[1]);
    outcome.refuses({ type: 'NoSeatLeft', electionId: e1 });
    const one = [...plain({ rule: { base: 'cast', threshold: { kind: 'moreThan', parts: 2, of: 3 } } }), ...tie, close];
    expect(given(...one).when(zhuchi, runOff([c2, c3])[1]).decision).toMatchObject({
      events: [
        {
          payload: {
            paper: { seats: 1, candidates: [{ candidateId: c2 }, { candidateId: c3 }] },
            seated: [{ candidateId: c1, name: '王委员' }],
          },
        },
      ],
    });
    given(...one)
      .when(zhuchi, runOff([c1, c2])[1])
      .refuses({ type: 'UnknownCandidate', candidateId: c1 });
    given(...one)
      .when(zhuchi, runOff([candidateId('c9')])[1])
      .refuses({ type: 'UnknownCandidate', candidateId: candidateId('c9') });
    given(...one)
      .when(zhuchi, runOff([])[1])
      .refuses({ type: 'InvalidElection', problem: 'noCandidates' });
  });
  test('somebody written in may stand in the run-off', () => {
    const wrote = [...plain({ seats: 1, rule: loose.rule }), cast(zhang, [], [wei]), cast(li, [c1]), close];
    const outcome = given(...wrote).when(zhuchi, runOff([c1, writeInId(wei)])[1]);
    expect(outcome.decision).toMatchObject({
      events: [{ payload: { paper: { candidates: [{ candidateId: c1 }, { candidateId: writeInId(wei), name: '卫委员', person: wei }] } } }],
    });
  });
  test('without candidates it is the whole election once more, also after a run-off', () => {
    for (const steps of [tied, [...tied, runOff([c1, c2]), close]])
      expect(given(...steps).when(zhuchi, runOff()[1]).decision).toMatchObject({
        events: [{ payload: { paper: { seats: 1, candidates: [{}, {}, {}] } } }],
      });
  });
  test('only of what has been held', () => {
    for (const steps of [tabled])
      given(...steps)
        .when(zhuchi, runOff([c1])[1])
        .refuses({ type: 'ElectionNotHeld', electionId: e1 });
    given(...opened)
      .when(zhuchi, runOff([c1])[1])
      .refuses({ type: 'ElectionIsOpen', electionIds: [e1] });
    given(...opened, cast(li, [c1]), close)
      .when(zhuchi, runOff([c2])[1])
      .refuses({ type: 'InvalidElection', problem: 'moreSeatsThanCandidates' });
  });
});

describe('E13 voiding', () => {
  const voidIt: Step = [zhuchi, { type: 'VoidElection', electionId: e1, reason: '名单印错' }];
  test('counts nothing, says why, and lets it be opened again', () => {
    const outcome = given(...opened, cast(li, [c1])).when(zhuchi, voidIt[1]);
    outcome.then({ type: 'ElectionVoided', payload: { electionId: e1, reason: '名单印错' } });
    expect(outcome.after).toMatchObject({
      elections: { e1: { phase: 'voided', earlier: [], voids: [{ round: 1, reason: '名单印错', by: zhuchi }] } },
    });
    const again = given(...opened, cast(li, [c1]), voidIt).when(zhuchi, openIt()[1]);
    expect(again.after).toMatchObject({ elections: { e1: { phase: 'open', round: 2, ballots: {}, voids: [{ round: 1 }] } } });
  });
  test('rounds before stay, and when each was announced', () => {
    const again = [runOff(), close, runOff(), voidIt];
    expect(given(...opened, close, announce, ...again).meeting).toMatchObject({
      elections: { e1: { phase: 'voided', earlier: [{ round: 1, announcedAt: expect.any(Number) as number }, { round: 2 }] } },
    });
    expect(given(...opened, close, announce, ...again).meeting).not.toMatchObject({
      elections: { e1: { earlier: [{}, { announcedAt: expect.any(Number) as number }] } },
    });
  });
  test('only what is open', () => {
    for (const steps of [tabled, [...opened, close], [...opened, voidIt]])
      given(...steps)
        .when(zhuchi, voidIt[1])
        .refuses({ type: 'ElectionIsClosed', electionId: e1 });
  });
});

describe('E14 ballots on paper', () => {
  const onPaper = [...tabled, openIt({ terms: { form: 'paper' } })];
  const enter = (by: PersonId, otherwise: Partial<Extract<Command, { type: 'EnterElectionCount' }>> = {}): Step => [
    by,
    {
      type: 'EnterElectionCount',
      electionId: e1,
      marked: 2,
      blank: 0,
      spoilt: 1,
      votes: [
        { candidateId: c1, votes: 2 },
        { candidateId: c2, votes: 0 },
      ],
      writeIns: [{ person: wei, votes: 1 }],
      ...otherwise,
    },
  ];
  test('two officers enter the same count: it is closed with it, marked as theirs', () => {
    given(...onPaper)
      .when(mishu, enter(mishu)[1])
      .then({
        type: 'ElectionCountEntered',
        payload: { electionId: e1, marked: 2, blank: 0, spoilt: 1, votes: { [c1]: 2, [writeInId(wei)]: 1 } as Record<CandidateId, number> },
      });
    expect(given(...onPaper, enter(mishu), enter(mishu2)).when(zhuchi, close[1]).decision).toMatchObject({
      events: [{ payload: { form: 'paper', ballots: { marked: 2, spoilt: 1, notHandedIn: 0 }, votes: [], countedBy: [mishu, mishu2] } }],
    });
  });
  test('one alone, twice by the same hand, or two that differ do not close it', () => {
    given(...onPaper, enter(mishu), enter(mishu, { spoilt: 0 }))
      .when(zhuchi, close[1])
      .refuses({ type: 'ElectionCountNotConfirmed', electionId: e1 });
    given(...onPaper, enter(mishu), enter(mishu2, { votes: [{ candidateId: c2, votes: 2 }] }))
      .when(zhuchi, close[1])
      .refuses({ type: 'ElectionCountsDiffer', electionId: e1 });
    given(...onPaper, enter(mishu), enter(mishu2, { spoilt: 0 }), enter(mishu2))
      .when(zhuchi, close[1])
      .then(expect.objectContaining({ type: 'ElectionClosed' }));
  });
  test('the same again is silent; what cannot be is refused', () => {
    given(...onPaper, enter(mishu))
      .when(mishu, enter(mishu, { votes: [{ candidateId: c1, votes: 2 }] })[1])
      .saysNothing();
    for (const [problem, otherwise] of [
      ['moreBallotsThanElectors', { blank: 1 }],
      ['moreVotesThanBallots', { votes: [{ candidateId: c1, votes: 3 }] }],
      ['moreMarksThanSeats', { votes: [c1, c2].map((id) => ({ candidateId: id, votes: 2 })) }],
      ['markedWithoutMark', { votes: [], writeIns: [] }],
    ] as const)
      given(...onPaper)
        .when(mishu, enter(mishu, otherwise)[1])
        .refuses({ type: 'ImpossibleCount', problem });
    given(...onPaper)
      .when(mishu, enter(mishu, { votes: [{ candidateId: candidateId('c9'), votes: 0 }] })[1])
      .refuses({ type: 'UnknownCandidate', candidateId: candidateId('c9') });
    given(...onPaper)
      .when(mishu, enter(mishu, { writeIns: [{ person: stranger, votes: 1 }] })[1])
      .refuses({ type: 'UnknownPerson', person: stranger });
  });
  test('keys are not for paper, nor counts for keys', () => {
    given(...onPaper)
      .when(li, cast(li, [c1])[1])
      .refuses({ type: 'OtherElectionForm', electionId: e1, form: 'paper' });
    given(...opened)
      .when(mishu, enter(mishu)[1])
      .refuses({ type: 'OtherElectionForm', electionId: e1, form: 'named' });
    given(...tabled)
      .when(mishu, enter(mishu)[1])
      .refuses({ type: 'ElectionIsClosed', electionId: e1 });
  });
});

describe('E15 closed by the clock', () => {
  const timed = [...tabled, openIt({ closing: 'clock' })] as const;
  const due = t0 + 7000 + rules.votingMs;
  const body = { type: 'CloseElection', electionId: e1 } as const;
  test('when the countdown ends, not before; a second time is silent', () => {
    expect(timersOf(given(...timed).meeting)).toContainEqual({
      ...{ command: `clock.election.e1.1.${due}`, at: due, body },
      answersUntil: { graceMs: 0 },
    });
    given(...timed)
      .when(clock, body, due - 1)
      .saysNothing();
    expect(given(...timed).when(clock, body, due).after).toMatchObject({ elections: { e1: { phase: 'closed' } } });
    given(...timed, close)
      .when(clock, body, due)
      .saysNothing();
  });
  test('not where the moderator closes; the moderator may close earlier', () => {
    expect(timersOf(given(...opened).meeting)).toEqual([]);
    given(...opened)
      .when(clock, body, due + minute)
      .saysNothing();
    expect(given(...timed).when(zhuchi, body).decision.ok).toBe(true);
  });
});

describe('W11 who sees what', () => {
  test('a ballot is told to nobody but who cast it; entered counts to the office', () => {
    expect(audienceOf({ type: 'ElectionCast', payload: { electionId: e1, voter: li, marks: [] } })).toEqual({ circles: [], persons: [li] });
    const { meeting } = given(...opened, cast(li, [c1]));
    const seen = (person: PersonId, role: 'member' | 'moderator') => view(meeting, { person, role });
    expect(seen(li, 'member')).toEqual(meeting);
    for (const other of [seen(zhang, 'member'), seen(zhuchi, 'moderator')])
      expect(other).toMatchObject({ elections: { e1: { ballots: {} } } });
  });
  test('a prepared election is no matter for the public', () => {
    const { meeting } = given(...tabled);
    expect(view(meeting, { person: stranger, role: 'observer' })).toMatchObject({ elections: {} });
    expect(view(meeting, { person: li, role: 'member' })).toMatchObject({ elections: { e1: { phase: 'tabled' } } });
  });
});
