// Chapter E, E16: an election by sealed ballots; what is issued, what comes of the count, and what voids it.
import { describe, expect, test } from 'vitest';
import type { Command } from '../command.ts';
import { decide } from '../decide.ts';
import { clock, voteId } from '../ids.ts';
import {
  approvedBy,
  c1,
  c2,
  c3,
  e1,
  electionPaper,
  fold,
  given,
  inSession,
  mishu,
  played,
  returnedBy,
  stamped,
  voters,
  voting,
  withMembers,
  zhuchi,
  type Step,
} from '../testing/index.ts';
import { timersOf } from '../timers.ts';
import { secretVoteOf, type SealedCount, type SealedOutcome } from '../vote/index.ts';
import { writeInId } from './marks.ts';

const v1 = voteId('v1');
const here = voters(6);
const [one, two, three] = here;
if (!one || !two || !three) throw new Error('six are here');
const terms = { form: 'secret', voteId: v1, receipt: 'hash', custody: 'server', change: 'never' } as const;
const candidates = [c1, c2, c3].map((candidateId, at) => ({ candidateId, name: `候选人${at}` }));
const table = (otherwise: Parameters<typeof electionPaper>[0] = {}): Step => [
  mishu,
  { type: 'TableElection', electionId: e1, paper: electionPaper({ writeIns: 'none', candidates, ...otherwise }) },
];
const open: Step = [zhuchi, { type: 'OpenElection', electionId: e1, terms }];
const close: Step = [zhuchi, { type: 'CloseElection', electionId: e1 }];
const tabled = [...inSession(voting, here, withMembers(6)), table()] as const;
const opened = [...tabled, open] as const;

/** What comes of a command when the ballots are said to come to this. */
function ending(steps: readonly Step[], [by, body]: Step, count: SealedOutcome) {
  const before = fold(played(...steps));
  return decide(before, { ...stamped(by, body, 1e13, before), counts: { [v1]: count } });
}

const counted = (steps: readonly Step[], otherwise: Partial<SealedCount>): SealedOutcome => {
  const vote = secretVoteOf(fold(played(...steps)), v1);
  if (!vote) throw new Error('there is no such vote');
  return { as: 'counted', count: approvedBy(vote, here.slice(0, 4), otherwise) };
};
const marks = (approve: number) => ({ approve, oppose: 0, abstain: 0 });

describe('E16 opening', () => {
  test('issues ballots over the candidates before the election opens, at most as many marks as seats', () => {
    expect(given(...tabled).when(zhuchi, open[1]).decision).toMatchObject({
      ok: true,
      events: [
        {
          type: 'BallotsIssued',
          payload: { voteId: v1, paper: { items: [c1, c2, c3], marks: ['approve'], most: electionPaper().seats }, voterRoll: here },
        },
        { type: 'ElectionOpened', payload: { electionId: e1, terms } },
      ],
    });
  });

  test('with 另选他人 every member who may be written in is an item, and nobody else', () => {
    const steps = [...inSession(voting, here, withMembers(6)), table({ writeIns: 'fromRoll' }), open];
    const items = secretVoteOf(fold(played(...steps)), v1)?.paper.items ?? [];
    expect(items).toContain(writeInId(one));
    expect(items).not.toContain(writeInId(zhuchi));
  });

  test('is refused where a secret vote would be: too few, and a vote of that name is there', () => {
    given(...inSession(voting), table())
      .when(zhuchi, open[1])
      .refuses({ type: 'TooFewForSecrecy', voters: 3, least: 5 });
    const again = [...opened, [zhuchi, { type: 'VoidElection', electionId: e1, reason: '重来' }]] as const;
    given(...again)
      .when(zhuchi, open[1])
      .refuses({ type: 'VoteIdTaken' });
  });

  test('a marked ballot by name is refused', () => {
    expect(given(...opened).when(one, { type: 'CastElection', electionId: e1, chosen: [c1], writeIns: [] }).decision.ok).toBe(false);
  });
});

describe('E12, E16 once more', () => {
  const tied = counted(opened, { tallies: { [c1]: marks(2), [c2]: marks(2), [c3]: marks(0) } });
  const before = () => {
    const first = fold(played(...opened));
    const ended = ending(opened, close, tied);
    if (!ended.ok) throw new Error(ended.refusal.type);
    return fold(
      ended.events.map((event) => ({ ...event, by: zhuchi, at: 1e13 })),
      first,
    );
  };
  const again = (otherwise: Partial<Extract<Command, { type: 'RepeatElection' }>>) => {
    const meeting = before();
    const body = { type: 'RepeatElection', electionId: e1, reason: '末位票数相等', ...otherwise } as const;
    return decide(meeting, stamped(zhuchi, body, 1e13, meeting));
  };
  const v2 = voteId('v2');

  test('a run-off may be secret: its own ballots over those who stand again', () => {
    expect(again({ candidates: [c1, c2], terms: { ...terms, voteId: v2 } })).toMatchObject({
      ok: true,
      events: [
        { type: 'BallotsIssued', payload: { voteId: v2, paper: { items: [c1, c2] } } },
        { type: 'ElectionOpened', payload: { round: 2, terms: { form: 'secret', voteId: v2 }, reason: '末位票数相等' } },
      ],
    });
  });
  test('or by name after a secret one', () => {
    const decision = again({ candidates: [c1, c2] });
    expect(decision.ok && decision.events.map(({ type }) => type)).toEqual(['ElectionOpened']);
  });
  test('the ballots of the round before are not given out again', () => {
    expect(again({ candidates: [c1, c2], terms })).toEqual({ ok: false, refusal: { type: 'VoteIdTaken' } });
  });
});

describe('E16 closing', () => {
  test('judges the count that came in the envelope: marked, 弃权, 废票 and 未投 are the roll', () => {
    const count = counted(opened, { spoilt: 1, blank: 1, tallies: { [c1]: marks(2), [c2]: marks(1), [c3]: marks(0) } });
    const decision = ending(opened, close, count);
    expect(decision).toMatchObject({
      ok: true,
      events: [
        { type: 'BallotsCounted' },
        {
          type: 'ElectionClosed',
          payload: {
            form: 'secret',
            ballots: { marked: 2, blank: 1, spoilt: 1, notHandedIn: 2 },
            votes: [],
            secret: { voteId: v1, issued: 6, returned: 4 },
          },
        },
      ],
    });
  });

  test('E17: who was out of reach and has no ballot in is said after it, and nothing of the others', () => {
    const before = fold(played(...opened));
    const counts = { [v1]: counted(opened, { tallies: { [c1]: marks(2), [c2]: marks(2), [c3]: marks(0) } }) };
    const [, , , , last] = here;
    const decision = decide(before, { ...stamped(zhuchi, close[1], 1e13, before), counts, unreachable: [one, last ?? one] });
    expect(decision).toMatchObject({
      events: [{ type: 'BallotsCounted' }, { type: 'ElectionClosed' }, { type: 'ElectorsUnreachable', payload: { persons: [last] } }],
    });
  });

  test('E17: of a voided one nobody is said to have been out of reach', () => {
    const before = fold(played(...opened));
    const decision = decide(before, { ...stamped(zhuchi, close[1], 1e13, before), counts: { [v1]: { as: 'keyLost' } }, unreachable: here });
    expect(decision.ok && decision.events.map(({ type }) => type)).toEqual(['BallotsVoided', 'ElectionVoided']);
  });

  test('without a count nothing ends', () => {
    const before = fold(played(...opened));
    const { counts: _none, ...bare } = stamped(zhuchi, close[1], 1e13, before);
    expect(decide(before, bare)).toEqual({ ok: false, refusal: { type: 'BallotsNotCounted', voteId: v1 } });
  });

  test.each([
    ['more marks than the ballots may bear', { tallies: { [c1]: marks(4), [c2]: marks(4), [c3]: marks(4) } }],
    ['more marks of one than ballots that bear any', { blank: 2, tallies: { [c1]: marks(3), [c2]: marks(0), [c3]: marks(0) } }],
    ['more 弃权 than ballots', { blank: 5, tallies: { [c1]: marks(0), [c2]: marks(0), [c3]: marks(0) } }],
    ['somebody who is not on the paper', { tallies: { [writeInId(one)]: marks(1) } }],
  ])('%s voids it by rule', (_, otherwise) => {
    expect(ending(opened, close, counted(opened, otherwise))).toMatchObject({
      ok: true,
      events: [
        { type: 'BallotsVoided', payload: { reason: 'countsDisagree' } },
        { type: 'ElectionVoided', payload: { electionId: e1, reason: '', rule: 'countsDisagree' } },
      ],
    });
  });

  test('a lost key voids it too, whoever finds out', () => {
    expect(ending(opened, [clock, { type: 'VoidLostBallots', voteId: v1 }], { as: 'keyLost' })).toMatchObject({
      ok: true,
      events: [{ type: 'BallotsVoided' }, { type: 'ElectionVoided', payload: { rule: 'keyLost' } }],
    });
  });

  test('the moderator voids ballots and election in one', () => {
    const { decision } = given(...opened).when(zhuchi, { type: 'VoidElection', electionId: e1, reason: '名单有误' });
    expect(decision).toMatchObject({
      ok: true,
      events: [{ type: 'BallotsVoided', payload: { reason: 'byChair' } }, { type: 'ElectionVoided' }],
    });
  });
});

describe('E16 in the hands of scrutineers', () => {
  const ofThree: readonly Step[] = [
    ...tabled,
    [mishu, { type: 'NameScrutineers', persons: [one, two, three] }],
    ...[one, two, three].map((by, at): Step => [by, { type: 'OfferScrutineerKey', publicKey: String(at + 1).repeat(64) }]),
    [zhuchi, { type: 'OpenElection', electionId: e1, terms: { ...terms, custody: 'scrutineers' }, closing: 'clock' }],
  ];
  const sealed = [...ofThree, close];

  test('it waits for two keys, and is neither closed again nor by the clock meanwhile', () => {
    const before = fold(played(...sealed));
    expect(before).toMatchObject({ elections: { e1: { phase: 'open' } }, secretVotes: { v1: { phase: 'sealed' } } });
    expect(ending(sealed, close, { as: 'returned', ...returnedBy(here) })).toEqual({
      ok: false,
      refusal: { type: 'ElectionIsClosed', electionId: e1 },
    });
    expect(ending(sealed, [clock, close[1]], { as: 'returned', ...returnedBy(here) })).toEqual({ ok: true, events: [] });
    expect(timersOf(before).map(({ body }) => body.type)).not.toContain('CloseElection');
  });

  test('the quorum is asked when the election ends, not when the keys are there', () => {
    const handIn = (by: typeof one): Step => [by, { type: 'HandInKey', voteId: v1, privateKey: by.padEnd(64, '0') }];
    const leave = here.slice(3).map((person): Step => [mishu, { type: 'MarkLeft', person }]);
    const { decision } = given(...sealed, handIn(one), ...leave).when(two, handIn(two)[1]);
    const quorum = { needed: 4, atOpening: 6, atClosing: 6, met: true };
    expect(decision).toMatchObject({ events: [{}, { type: 'BallotsCounted' }, { type: 'ElectionClosed', payload: { quorum } }] });
  });

  test('the second key ends it', () => {
    const first: Step = [one, { type: 'HandInKey', voteId: v1, privateKey: '0'.repeat(64) }];
    const { decision } = given(...sealed, first).when(two, { type: 'HandInKey', voteId: v1, privateKey: '1'.repeat(64) });
    expect(decision).toMatchObject({
      ok: true,
      events: [{ type: 'KeyHandedIn' }, { type: 'BallotsCounted' }, { type: 'ElectionClosed', payload: { form: 'secret' } }],
    });
  });
});
