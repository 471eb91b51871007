// Chapter V, 无记名投票: what is issued, what may be given, what ends it, and what nobody learns.
import { describe, expect, test } from 'vitest';
import { decide } from '../../decide.ts';
import { clock, personId, voteId, type PersonId } from '../../ids.ts';
import type { Assembled } from '../../meeting.ts';
import {
  approvedBy,
  ballotKey,
  fold,
  given,
  hashesOf,
  inCustodyOf,
  inSession,
  li,
  m1,
  m2,
  mishu,
  played,
  returnedBy,
  rules,
  stamped,
  voters,
  voting,
  wang,
  wei,
  withMembers,
  zhang,
  zhuchi,
  type Step,
} from '../../testing/index.ts';
import { timersOf } from '../../timers.ts';
import { audienceOf, view } from '../../view.ts';
import { ballotAlgorithm, revealing, secretVoteOf, type SealedOutcome, type SealedCount } from './index.ts';

const v1 = voteId('v1');
const here = voters(6);
const [one = zhang, two = li, three = wang] = here;
const six = inSession(voting, here, withMembers(6));
const terms = { form: 'secret', voteId: v1, receipt: 'hash', custody: 'server', change: 'untilClose' } as const;
const open: Step = [zhuchi, { type: 'OpenVoting', motionIds: [m1, m2], terms }];
const opened = [...six, open] as const;
const close: Step = [zhuchi, { type: 'CloseVoting', motionIds: [m1] }];
const cast = (by: PersonId, revision = 1): Step => [by, { type: 'CastSealedBallot', voteId: v1, revision, ciphertext: 'ff' }];

/** What comes of a command when the ballots are said to come to this. */
function ending(steps: readonly Step[], [by, body]: Step, count: SealedOutcome) {
  const before = fold(played(...steps));
  return decide(before, { ...stamped(by, body, 1e13, before), counts: { [v1]: count } });
}

function voteIn(steps: readonly Step[]) {
  const vote = secretVoteOf(fold(played(...steps)), v1);
  if (!vote) throw new Error('there is no such vote');
  return vote;
}

const counted = (otherwise: Partial<SealedCount>, participants: readonly PersonId[] = here.slice(0, 3)): SealedOutcome => ({
  as: 'counted',
  count: approvedBy(voteIn(opened), participants, otherwise),
});

describe('V40 issuing', () => {
  const issue = {
    voteId: v1,
    paper: { items: [m1, m2], marks: ['approve', 'oppose', 'abstain'], most: 2 },
    receipt: 'hash',
    change: 'untilClose',
    keys: { custody: 'server', publicKey: ballotKey },
    algorithm: ballotAlgorithm,
    least: 5,
    voterRoll: here,
  };
  test('one ballot a voter over all that is put together, with the key and the terms, before the opening', () => {
    const { decision } = given(...six).when(zhuchi, open[1]);
    expect(decision).toMatchObject({
      events: [
        { type: 'BallotsIssued', payload: issue },
        { type: 'VotingOpened', payload: { terms } },
      ],
    });
    expect(voteIn(opened)).toEqual({ ...issue, phase: 'open' });
  });
  test('without the server’s key nothing opens', () => {
    const meeting = fold(played(...six));
    const { ballotKey: _none, ...command } = stamped(zhuchi, open[1], 1e13);
    expect(decide(meeting, command)).toEqual({ ok: false, refusal: { type: 'BallotKeyMissing' } });
  });
  test('an id that was used is not used again', () => {
    given(...opened, close)
      .when(zhuchi, { type: 'RepeatVoting', motionIds: [m1], reason: '', terms })
      .refuses({ type: 'VoteIdTaken' });
  });
  test('no reopening: what was counted is only put again as a vote and a round of its own', () => {
    given(...opened, close)
      .when(zhuchi, { type: 'OpenVoting', motionIds: [m1], terms: inCustodyOf('server', 'v9') })
      .refuses({ type: 'MotionAlreadyPut', motionId: m1 });
    const again: Step = [zhuchi, { type: 'RepeatVoting', motionIds: [m1], reason: '有异议', terms: inCustodyOf('server', 'v9') }];
    const { after } = given(...opened, close).when(again[0], again[1]);
    expect(after).toMatchObject({
      motions: { m1: { phase: 'voting', round: 2, voteId: 'v9', earlier: [{ form: 'secret' }] } },
      secretVotes: { v1: { phase: 'counted' }, v9: { phase: 'open' } },
    });
  });
});

describe('V41 where secrecy cannot be', () => {
  test('by plain http nothing secret opens', () => {
    const meeting = fold(played(...six));
    expect(decide(meeting, { ...stamped(zhuchi, open[1], 1e13), secrecyFails: 'plainHttp' })).toEqual({
      ok: false,
      refusal: { type: 'SecrecyNeedsHttps' },
    });
  });
  test('with fewer voters than the least it opens only when the moderator accepts that', () => {
    const few = inSession(voting, voters(4), withMembers(4));
    given(...few)
      .when(zhuchi, open[1])
      .refuses({ type: 'TooFewForSecrecy', voters: 4, least: 5 });
    const accepted = given(...few).when(zhuchi, { type: 'OpenVoting', motionIds: [m1], terms: { ...terms, few: 'accepted' } });
    expect(accepted.decision.ok).toBe(true);
    expect(given(...inSession(voting, voters(5), withMembers(5))).when(zhuchi, open[1]).decision.ok).toBe(true);
  });
  test('the least is a number of the meeting’s rules', () => {
    const strict = inSession(voting, here, { ...withMembers(6), rules: { ...rules, leastBallots: 7 } });
    given(...strict)
      .when(zhuchi, open[1])
      .refuses({ type: 'TooFewForSecrecy', voters: 6, least: 7 });
  });
  test('votes that weigh are not sealed', () => {
    const weighing = inSession(voting, here, { ...withMembers(6), rules: { ...rules, weights: 'weighted' } });
    given(...weighing)
      .when(zhuchi, open[1])
      .refuses({ type: 'VotesAreWeighted', form: 'secret' });
  });
});

describe('V42 giving a ballot', () => {
  test('it leaves no fact', () => {
    given(...opened)
      .when(one, cast(one)[1])
      .saysNothing();
  });
  test.each([0, -1, 1.5])('a revision of %d is none', (revision) => {
    given(...opened)
      .when(one, cast(one, revision)[1])
      .refuses({ type: 'BallotOutdated', voteId: v1, revision: 0 });
  });
  test('no ballots are out before the opening and after the close', () => {
    for (const steps of [six, [...opened, close]]) {
      given(...steps)
        .when(one, cast(one)[1])
        .refuses({ type: 'BallotsNotOut', voteId: v1 });
    }
  });
  test('whoever came later has none', () => {
    const seventh = personId('v7');
    given(...inSession(voting, here, withMembers(7)), open, [seventh, { type: 'CheckIn' }])
      .when(seventh, cast(seventh)[1])
      .refuses({ type: 'NoBallotIssued', voteId: v1 });
  });
  test('keys do not vote on it, officers enter nothing', () => {
    given(...opened)
      .when(one, { type: 'CastVote', motionId: m1, choice: 'approve' })
      .refuses({ type: 'OtherForm', motionId: m1, form: 'secret' });
    given(...opened)
      .when(mishu, { type: 'EnterVote', motionId: m1, voter: one, choice: 'approve', reason: '设备' })
      .refuses({ type: 'OtherForm', motionId: m1, form: 'secret' });
  });
  test('nobody’s view holds anything of a ballot', () => {
    const meeting = fold(played(...opened, cast(one)));
    expect(view(meeting, { person: one, role: 'member' })).toEqual(view(fold(played(...opened)), { person: one, role: 'member' }));
  });
});

describe('V43 in the custody of scrutineers', () => {
  const watching = [...six, [mishu, { type: 'NameScrutineers', persons: [one, two, three] }] as Step] as const;
  const offer = (by: PersonId, publicKey = `key of ${by}`): Step => [by, { type: 'OfferScrutineerKey', publicKey }];
  const theirs = { ...terms, custody: 'scrutineers' } as const;
  const openTheirs: Step = [zhuchi, { type: 'OpenVoting', motionIds: [m1], terms: theirs }];
  const offered = [...watching, offer(one), offer(two), offer(three)] as const;
  const sealed = [...offered, openTheirs, close] as const;
  const handIn = (by: PersonId): Step => [by, { type: 'HandInKey', voteId: v1, privateKey: 'ab' }];

  test('a scrutineer offers a key, the same again says nothing, another takes its place', () => {
    given(...watching)
      .when(one, offer(one)[1])
      .then({ type: 'ScrutineerKeyOffered', payload: { person: one, publicKey: `key of ${one}` } });
    given(...watching, offer(one))
      .when(one, offer(one)[1])
      .saysNothing();
    const { after } = given(...watching, offer(one)).when(one, offer(one, 'k2')[1]);
    expect(after).toMatchObject({ scrutineerKeys: { [one]: 'k2' } });
  });
  test('others do not, nor with somebody else’s key', () => {
    given(...watching)
      .when(here[3] ?? wei, offer(here[3] ?? wei)[1])
      .refuses({ type: 'NotAScrutineer' });
    given(...watching, offer(one))
      .when(two, offer(two, `key of ${one}`)[1])
      .refuses({ type: 'ScrutineerKeyTaken' });
  });
  test('it opens with three keys, which are used up by it', () => {
    given(...watching, offer(one), offer(three))
      .when(zhuchi, openTheirs[1])
      .refuses({ type: 'ScrutineerKeysMissing', needed: 3, persons: [two] });
    const { after } = given(...offered).when(zhuchi, openTheirs[1]);
    const holders = [one, two, three].map((person) => ({ person, publicKey: `key of ${person}` }));
    expect(after).toMatchObject({ secretVotes: { v1: { keys: { custody: 'scrutineers', holders } } } });
    expect((after as Assembled).scrutineerKeys).toEqual({});
    given(...sealed)
      .when(one, offer(one)[1])
      .refuses({ type: 'ScrutineerKeyTaken' });
  });
  test('V45 at the close what was returned is fixed, and two keys are awaited', () => {
    const { decision, after } = given(...offered, openTheirs).when(zhuchi, close[1]);
    expect(decision).toEqual({ ok: true, events: [{ type: 'BallotsSealed', payload: { voteId: v1, ...returnedBy(here) } }] });
    expect(after).toMatchObject({ motions: { m1: { phase: 'sealed' } }, secretVotes: { v1: { phase: 'sealed', handedIn: [] } } });
  });
  test('V20 who was out of reach at the close is said then, to the office alone, and stands when the ballots are opened', () => {
    const before = [...offered, openTheirs] as const;
    const meeting = fold(played(...before));
    const [returned, missed] = [here.slice(0, 5), here[5] ?? wei];
    const stood = { ...stamped(zhuchi, close[1], 1e13, meeting), unreachable: [one, missed] };
    const counts = { [v1]: { as: 'returned', ...returnedBy(returned) } } as const;
    const fact = { type: 'VotersUnreachable', payload: { motionIds: [m1], persons: [missed] } } as const;
    const decision = decide(meeting, { ...stood, counts });
    expect(decision).toEqual({ ok: true, events: [{ type: 'BallotsSealed', payload: { voteId: v1, ...returnedBy(returned) } }, fact] });
    expect(decide(meeting, { ...stood, counts, unreachable: [one] })).toMatchObject({ events: [{ type: 'BallotsSealed' }] });

    const facts = [...played(...sealed, handIn(one)), { ...fact, by: zhuchi, at: 1e13 }];
    const seenBy = (person: PersonId, role: 'secretary' | 'member') => view(fold(facts), { person, role });
    expect(seenBy(mishu, 'secretary')).toMatchObject({ motions: { m1: { phase: 'sealed', unreachable: [missed] } } });
    expect(JSON.stringify(seenBy(one, 'member'))).not.toContain('unreachable');

    const opening = decide(fold(facts), stamped(three, handIn(three)[1], 1e13, fold(facts)));
    const events = opening.ok ? opening.events.map((event) => ({ ...event, by: three, at: 1e13 })) : [];
    expect(fold([...facts, ...events])).toMatchObject({ motions: { m1: { phase: 'closed', unreachable: [missed] } } });
  });
  test('V45 the first key is noted, again it says nothing, the second opens the ballots', () => {
    given(...sealed)
      .when(one, handIn(one)[1])
      .then({ type: 'KeyHandedIn', payload: { voteId: v1, person: one } });
    given(...sealed, handIn(one))
      .when(one, handIn(one)[1])
      .saysNothing();
    const { decision, after } = given(...sealed, handIn(one)).when(three, handIn(three)[1]);
    expect(decision).toMatchObject({ events: [{ type: 'KeyHandedIn' }, { type: 'BallotsCounted' }, { type: 'VotingClosed' }] });
    expect(JSON.stringify(decision)).not.toContain('privateKey');
    expect(after).toMatchObject({ motions: { m1: { phase: 'closed', result: { form: 'secret', tally: { approve: 6 } } } } });
  });
  test('V16, V45 the quorum is asked when the voting ends, whoever leaves or comes back until the keys are there', () => {
    const [first, ...others] = here;
    const away = (persons: readonly PersonId[]): readonly Step[] => persons.map((person) => [mishu, { type: 'MarkLeft', person }]);
    const gone = given(...sealed, handIn(one), ...away(others.slice(2))).when(three, handIn(three)[1]);
    expect(gone.after).toMatchObject({ motions: { m1: { result: { passed: true, quorum: { needed: 4, atClosing: 6, met: true } } } } });
    const back = others.slice(2).map((person): Step => [person, { type: 'CheckIn' }]);
    const few = [...offered, openTheirs, ...away(others.slice(2)), close, ...back, handIn(first ?? one)];
    const { after } = given(...few).when(three, handIn(three)[1]);
    expect(after).toMatchObject({ motions: { m1: { result: { passed: false, quorum: { atOpening: 6, atClosing: 3, met: false } } } } });
  });
  test('V45 others hand in nothing, and nobody a wrong key', () => {
    const fourth = here[3] ?? wei;
    given(...sealed)
      .when(fourth, handIn(fourth)[1])
      .refuses({ type: 'NotAKeyHolder', voteId: v1 });
    given(...offered, openTheirs)
      .when(one, handIn(one)[1])
      .refuses({ type: 'NoKeyAwaited', voteId: v1 });
    const meeting = fold(played(...sealed));
    expect(decide(meeting, { ...stamped(one, handIn(one)[1], 1e13, meeting), handIn: 'wrong' })).toEqual({
      ok: false,
      refusal: { type: 'WrongKey', voteId: v1 },
    });
  });
  test('V13 while keys are awaited the meeting does not go on to the next stage', () => {
    given(...sealed)
      .when(zhuchi, { type: 'ConcludeMeeting' })
      .refuses({ type: 'VotingIsOpen', motionIds: [m1] });
  });
  test('V46 opened with other ballots than were returned it is void', () => {
    const meeting = [...sealed, handIn(one)];
    const count = approvedBy(voteIn(meeting), here, { hashes: hashesOf(7).slice(1) });
    expect(ending(meeting, handIn(two), { as: 'counted', count })).toMatchObject({
      events: [
        { type: 'KeyHandedIn' },
        { type: 'BallotsVoided', payload: { reason: 'countsDisagree' } },
        { type: 'VotingVoided', payload: { motionIds: [m1], rule: 'countsDisagree' } },
      ],
    });
  });
  test('V46 the moderator voids what cannot be opened any more', () => {
    const { after } = given(...sealed).when(zhuchi, { type: 'VoidVoting', motionIds: [m1], reason: '两位监票人的手机丢失' });
    expect(after).toMatchObject({ motions: { m1: { phase: 'voided' } }, secretVotes: { v1: { phase: 'void', reason: 'byChair' } } });
  });
});

describe('V44 the count', () => {
  test('closing any of it closes the whole ballot; spoilt ballots are not pressed', () => {
    const tallies = { m1: { approve: 2, oppose: 0, abstain: 1 }, m2: { approve: 0, oppose: 1, abstain: 0 } };
    const count = approvedBy(voteIn(opened), here.slice(0, 4), { spoilt: 1, tallies });
    const decision = ending(opened, close, { as: 'counted', count });
    const secret = { voteId: v1, issued: 6, returned: 4 };
    expect(decision).toMatchObject({
      events: [
        { type: 'BallotsCounted', payload: { voteId: v1, count } },
        {
          type: 'VotingClosed',
          payload: {
            motions: [
              { motionId: m1, form: 'secret', tally: { approve: 2, oppose: 0, abstain: 1, notPressed: 3 }, spoilt: 1, votes: [], secret },
              { motionId: m2, form: 'secret', tally: { approve: 0, oppose: 1, abstain: 0, notPressed: 5 }, spoilt: 1, votes: [], secret },
            ],
          },
        },
      ],
    });
  });
  test('without a count nothing closes', () => {
    const meeting = fold(played(...opened));
    expect(decide(meeting, stamped(zhuchi, close[1], 1e13))).toEqual({ ok: false, refusal: { type: 'BallotsNotCounted', voteId: v1 } });
  });
  test('nobody’s vote is in the facts, and what they reach is everybody', () => {
    const facts = played(...opened, close);
    expect(facts.filter(({ type }) => type === 'VoteCast')).toEqual([]);
    for (const fact of facts.filter(({ type }) => type.startsWith('Ballots'))) expect(audienceOf(fact).circles).toContain('public');
  });
});

describe('V46 the identities', () => {
  test.each([
    ['more returned than issued', { returned: 7, participants: voters(7), hashes: hashesOf(7) }, 'moreThanIssued'],
    ['fewer names than ballots', { returned: 3, participants: here.slice(0, 2) }, 'countsDisagree'],
    ['a name twice', { participants: [one, one, two] }, 'countsDisagree'],
    ['a name twice beside all the others', { participants: [one, one, two, three] }, 'countsDisagree'],
    ['a name that is not on the roll', { participants: [one, two, zhang] }, 'countsDisagree'],
    ['a hash twice', { hashes: ['a', 'a', 'b'] }, 'countsDisagree'],
    ['more marks than valid ballots', { spoilt: 1 }, 'countsDisagree'],
    ['more spoilt than returned', { spoilt: 4 }, 'countsDisagree'],
    ['an item that was not put', { tallies: { m9: { approve: 0, oppose: 0, abstain: 0 } } }, 'countsDisagree'],
    ['a negative mark', { tallies: { m1: { approve: -1, oppose: 0, abstain: 0 } } }, 'countsDisagree'],
    ['a list that adds up to something else', { list: [{ item: 'm1', mark: 'approve', tag: '1' }] }, 'countsDisagree'],
    ['a list with what was not put', { tallies: {}, list: [{ item: 'm9', mark: 'approve', tag: '1' }] }, 'countsDisagree'],
    ['another number issued', { issued: 5 }, 'countsDisagree'],
  ] as const)('%s: void, and its motions with it', (_name, otherwise, reason) => {
    expect(ending(opened, close, counted(otherwise as Partial<SealedCount>))).toEqual({
      ok: true,
      events: [
        { type: 'BallotsVoided', payload: { voteId: v1, reason } },
        { type: 'VotingVoided', payload: { motionIds: [m1, m2], reason: '', rule: reason } },
      ],
    });
  });
  test('a sound count holds, with its list', () => {
    const tallies = { m1: { approve: 1, oppose: 1, abstain: 0 }, m2: { approve: 0, oppose: 0, abstain: 1 } };
    const list = [
      { item: 'm1', mark: 'approve', tag: '1' },
      { item: 'm2', mark: 'abstain', tag: '2' },
      { item: 'm1', mark: 'oppose', tag: '3' },
    ] as const;
    expect(ending(opened, close, counted({ tallies, list }))).toMatchObject({
      events: [{ type: 'BallotsCounted' }, { type: 'VotingClosed' }],
    });
  });
  test('a key that is gone voids it, at the close and as soon as the server knows', () => {
    const lost = {
      ok: true,
      events: [
        { type: 'BallotsVoided', payload: { voteId: v1, reason: 'keyLost' } },
        { type: 'VotingVoided', payload: { motionIds: [m1, m2], reason: '', rule: 'keyLost' } },
      ],
    };
    expect(ending(opened, close, { as: 'keyLost' })).toEqual(lost);
    expect(given(...opened).when(clock, { type: 'VoidLostBallots', voteId: v1 }).decision).toEqual(lost);
    given(...opened, close)
      .when(clock, { type: 'VoidLostBallots', voteId: v1 })
      .saysNothing();
  });
  test('what is void may be put again', () => {
    const voided = [...opened, [clock, { type: 'VoidLostBallots', voteId: v1 }] as Step];
    const again = given(...voided).when(zhuchi, { type: 'OpenVoting', motionIds: [m1], terms: inCustodyOf('server', 'v9') });
    expect(again.after).toMatchObject({ motions: { m1: { phase: 'voting', round: 2 } } });
  });
});

describe('V47 what a count gives away', () => {
  const revealed = (otherwise: Partial<SealedCount>, participants = here) =>
    revealing({
      ...voteIn(opened),
      phase: 'counted',
      count: approvedBy(voteIn(opened), participants, otherwise),
      endedAt: 1,
      destroyedAt: 1,
    });
  test('unanimity says how each of them chose', () => {
    expect(revealed({})).toEqual([
      { by: 'unanimous', item: m1 },
      { by: 'unanimous', item: m2 },
    ]);
    const mixed = { m1: { approve: 5, oppose: 1, abstain: 0 }, m2: { approve: 3, oppose: 3, abstain: 0 } };
    expect(revealed({ tallies: mixed })).toEqual([]);
  });
  test('so do few ballots, nearly', () => {
    const tallies = { m1: { approve: 2, oppose: 1, abstain: 0 }, m2: { approve: 2, oppose: 1, abstain: 0 } };
    expect(revealed({ tallies }, here.slice(0, 3))).toEqual([{ by: 'fewBallots' }]);
    expect(revealed({ tallies: { m1: { approve: 0, oppose: 0, abstain: 0 } } }, [])).toEqual([]);
    expect(revealing(voteIn(opened))).toEqual([]);
  });
});

describe('V48 destroying', () => {
  const closed = [...opened, close] as const;
  const destroy: Step = [clock, { type: 'DestroyBallots', voteId: v1 }];
  test('the clock asks for it at once, until it is done', () => {
    const ended = played(...closed).at(-1)?.at;
    expect(timersOf(fold(played(...closed)))).toEqual([{ command: 'clock.destroyBallots.v1', at: ended, body: destroy[1] }]);
    expect(timersOf(fold(played(...closed, destroy)))).toEqual([]);
  });
  test('it is a fact once, and not before the count', () => {
    given(...closed)
      .when(clock, destroy[1])
      .then({ type: 'BallotsDestroyed', payload: { voteId: v1 } });
    given(...closed, destroy)
      .when(clock, destroy[1])
      .saysNothing();
    given(...opened)
      .when(clock, destroy[1])
      .saysNothing();
  });
  test('also of a void vote, and when the meeting is over', () => {
    given(...opened, [clock, { type: 'VoidLostBallots', voteId: v1 }])
      .when(clock, destroy[1])
      .then({ type: 'BallotsDestroyed', payload: { voteId: v1 } });
    const over = [...closed, [zhuchi, { type: 'ConcludeMeeting' }] as Step] as const;
    expect(timersOf(fold(played(...over)))).toHaveLength(1);
    given(...over)
      .when(clock, destroy[1])
      .then({ type: 'BallotsDestroyed', payload: { voteId: v1 } });
  });
});
