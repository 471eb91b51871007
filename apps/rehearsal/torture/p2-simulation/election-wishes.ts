// Knows a meeting that holds elections and what people want in it: ballots of every form, run-offs, voids, proxies that must not count; not the answers.
import { candidateId, electionId, personId, voteId, type Command, type ElectionTerms, type PersonId } from '@xieshang/meeting';
import {
  anyAsk,
  attendees,
  c1,
  c2,
  c3,
  e1,
  electionPaper,
  li,
  m1,
  mishu,
  mishu2,
  plan,
  rules,
  wang,
  wei,
  zhang,
  zhuchi,
  type Step,
} from '@xieshang/meeting/testing';
import { plainMarks } from '@xieshang/room/testing';
import fc from 'fast-check';

type Wish = readonly [PersonId, Command];

const e2 = electionId('e2');
/** Members who have no device here, and whom others may write in. */
const silent = ['toString', '__proto__'].map(personId);
const others = silent.map((person) => candidateId(`person:${person}`));
const electors = [zhang, li, wang, wei];
const scrutineers = [zhang, li, wei];

/** Two elections are prepared and one is open; three scrutineers have keys, and who is not here has given a proxy, which counts in votes alone. */
export const electionStart: readonly Step[] = [
  [
    mishu,
    {
      type: 'ConveneMeeting',
      plan: plan({
        rules: { ...rules, proxies: { most: 1 }, graceMs: 1000 },
        attendees: [...attendees, ...silent.map((person) => ({ person, name: '奇', role: 'member' as const }))],
      }),
    },
  ],
  [wang, { type: 'GrantProxy', to: zhang }],
  ...[zhang, li, wei, ...silent].map((by): Step => [by, { type: 'CheckIn' }]),
  [zhuchi, { type: 'OpenMeeting' }],
  [mishu, { type: 'NameScrutineers', persons: scrutineers }],
  ...scrutineers.map((by): Step => [by, { type: 'OfferScrutineerKey', publicKey: `key of ${by}` }]),
  [mishu, { type: 'TableElection', electionId: e1, paper: electionPaper({ rule: 'plurality' }) }],
  [
    mishu,
    {
      type: 'TableElection',
      electionId: e2,
      paper: electionPaper({ seats: 1, writeIns: 'none', rule: { base: 'cast', threshold: { kind: 'moreThan', parts: 1, of: 3 } } }),
    },
  ],
  [zhuchi, { type: 'OpenElection', electionId: e1, closing: 'clock' }],
];

const id = fc.constantFrom(e1, e1, e2);
const elector = fc.constantFrom(...electors);
const officer = fc.constantFrom(mishu, mishu2);
const scrutineer = fc.constantFrom(...scrutineers);
const vote = fc.constantFrom('w1', 'w2', 'w3', 'w4').map(voteId);
/** Mostly those who stood; they are looked through for who is left. */
const remaining = fc.oneof(
  fc.constantFrom([c2], [c3], [c2, c3], [c1, c3]),
  fc.subarray([c1, c2, c3, ...others], { minLength: 1, maxLength: 3 }),
);
const marks = fc.shuffledSubarray([c1, c2, c3, ...others], { maxLength: 3 });

const terms: fc.Arbitrary<ElectionTerms> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ form: 'named' } as const) },
  { weight: 1, arbitrary: fc.constant({ form: 'paper' } as const) },
  {
    weight: 4,
    arbitrary: fc.record({
      form: fc.constant('secret' as const),
      voteId: vote,
      receipt: fc.constant('hash' as const),
      custody: fc.constantFrom('server', 'scrutineers'),
      change: fc.constantFrom('untilClose', 'untilClose', 'never'),
      few: fc.constant('accepted' as const),
    }),
  },
);
const closing = fc.option(fc.constant('clock' as const), { nil: undefined, freq: 3 });
const opening = { electionId: id, terms, closing, ms: fc.constantFrom(undefined, 20_000) };

const by = (who: fc.Arbitrary<PersonId>, body: fc.Arbitrary<Command>): fc.Arbitrary<Wish> => fc.tuple(who, body);
const chair = (body: fc.Arbitrary<Command>): fc.Arbitrary<Wish> => by(fc.constant(zhuchi), body);
const often = (weight: number, arbitrary: fc.Arbitrary<Wish>) => ({ weight, arbitrary });
const ballot = {
  chosen: fc.subarray([c1, c2, c3, ...others], { maxLength: 3 }),
  writeIns: fc.subarray([...silent, wang, wei], { maxLength: 1 }),
};

export const anyElectionWish: fc.Arbitrary<Wish> = fc.oneof(
  often(16, anyAsk),
  often(
    100,
    by(elector, fc.record({ type: fc.constant('CastElection'), electionId: id, ...ballot, round: fc.constantFrom(undefined, 1, 2, 3) })),
  ),
  often(
    160,
    by(
      elector,
      fc.record({
        type: fc.constant('CastSealedBallot'),
        voteId: vote,
        revision: fc.nat(3),
        ciphertext: marks.map((all) => all.join(' ')),
      }),
    ),
  ),
  often(
    10,
    by(
      officer,
      fc.record({
        type: fc.constant('EnterElection'),
        electionId: id,
        voter: elector,
        ballot: fc.option(fc.record(ballot), { nil: null }),
        reason: fc.constantFrom('平板故障', ''),
      }),
    ),
  ),
  often(
    30,
    by(
      officer,
      id.map((electionId) => ({
        type: 'EnterElectionCount',
        electionId,
        marked: 2,
        blank: 0,
        spoilt: 1,
        votes: [{ candidateId: c1, votes: 2 }],
        writeIns: [],
      })),
    ),
  ),
  often(16, chair(fc.record({ type: fc.constant('OpenElection'), ...opening }))),
  often(
    20,
    chair(
      fc.record({
        type: fc.constant('RepeatElection'),
        ...opening,
        reason: fc.constant('重选'),
        candidates: fc.option(remaining, { nil: undefined, freq: 3 }),
      }),
    ),
  ),
  often(5, chair(id.map((electionId) => ({ type: 'CloseElection', electionId })))),
  often(2, chair(id.map((electionId) => ({ type: 'VoidElection', electionId, reason: '选票有误' })))),
  often(
    1,
    by(
      scrutineer,
      id.map((electionId) => ({ type: 'ConfirmElectionCount', electionId })),
    ),
  ),
  often(1, chair(id.map((electionId) => ({ type: 'AnnounceElection', electionId })))),
  often(30, by(scrutineer, fc.record({ type: fc.constant('HandInKey'), voteId: vote, privateKey: fc.constant('key') }))),
  often(1, by(scrutineer, fc.constant({ type: 'OfferScrutineerKey', publicKey: '' }))),
  often(3, by(fc.constantFrom(wang, wei, li), fc.constant({ type: 'CheckIn' }))),
  often(
    3,
    by(
      fc.constant(mishu),
      fc.constantFrom(wang, wei, li).map((person) => ({ type: 'MarkLeft', person })),
    ),
  ),
  often(1, chair(fc.constant({ type: 'OpenVoting', motionIds: [m1] }))),
  often(2, chair(fc.constant({ type: 'CloseVoting', motionIds: [m1] }))),
);

/** No two sealed ballots and no two keys are alike; now and then one says what it may not. */
export function fitted(body: Command, place: number): Command {
  switch (body.type) {
    case 'CastSealedBallot': {
      const items = body.ciphertext.split(' ').filter((item) => item !== '');
      const said = place % 9 === 0 ? items.concat('c9') : items;
      return {
        ...body,
        ciphertext: plainMarks(
          said.map((item) => [item, place % 11 === 0 ? 'oppose' : 'approve']),
          place,
        ),
      };
    }
    case 'OfferScrutineerKey':
      return { ...body, publicKey: `key ${place}` };
    default:
      return body;
  }
}
