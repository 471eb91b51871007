// Knows how a secret vote and a secret election that come to their counts are made up: keys, ballots good and bad, what ends them; not the answers.
import { candidateId, electionId, motionId, voteId, type Command, type PersonId, type SecretTerms } from '@xieshang/meeting';
import { electionPaper, li, mishu, wang, wei, zhang, zhuchi } from '@xieshang/meeting/testing';
import fc from 'fast-check';
import { privateKeyOf } from './box.ts';
import type { Ask } from './cells.ts';
import type { Round } from './course.ts';

const at = (...asks: readonly Ask[]): Round => ({ ms: 1000, asks });
const time = 'clock' as PersonId;
const members = [zhang, li, wang];
const publicKeyOf = (vote: string, person: PersonId): string => `${vote} of ${person}`;

/** Some good, some that say what they may not, some blank, some left out. */
const ballotsOver = (items: readonly string[], marks: readonly string[]): fc.Arbitrary<readonly (string | null)[]> => {
  const marked = fc
    .subarray([...items])
    .chain((some) => fc.tuple(...some.map((item) => fc.constantFrom(...marks).map((mark) => `${item}=${mark}`))));
  const good = marked.map((all) => all.join(' '));
  const one = fc.oneof(
    { weight: 8, arbitrary: good },
    { weight: 1, arbitrary: fc.constantFrom('m1=perhaps', 'm1', 'm1=approve m1=oppose', 'c9=approve') },
    { weight: 1, arbitrary: fc.constant(null) },
  );
  return fc.tuple(one, one, one, one);
};

const terms: fc.Arbitrary<SecretTerms> = fc.record({
  form: fc.constant('secret' as const),
  voteId: fc.constantFrom('v3', 'v4', 'v5').map(voteId),
  receipt: fc.constantFrom('hash', 'tag'),
  custody: fc.constantFrom('server', 'scrutineers'),
  change: fc.constantFrom('untilClose', 'untilClose', 'never'),
  few: fc.constant('accepted' as const),
});

type End = 'close' | 'clock' | 'void' | 'lost';
const end: fc.Arbitrary<End> = fc.constantFrom('close', 'close', 'clock', 'void', 'lost');
const order = fc.shuffledSubarray(members, { minLength: 1, maxLength: 3 });
/** Where nobody holds a key they are refused. */
const handing = (vote: SecretTerms['voteId'], by: PersonId, key = privateKeyOf(publicKeyOf(vote, by))): Ask => [
  by,
  { type: 'HandInKey', voteId: vote, privateKey: key },
];

interface Course {
  readonly terms: SecretTerms;
  readonly ballots: readonly (string | null)[];
  readonly end: End;
  readonly order: readonly PersonId[];
  readonly open: Command;
  readonly close: Command;
  readonly void: Command;
}

/** From the keys to the destruction; a ballot races the close, one is changed, one sent again, a key handed in twice. */
function held({ terms: { voteId: vote }, ballots, end: ending, order: handers, open, close, void: undo }: Course): readonly Round[] {
  const cast = (by: PersonId, revision: number, text: string): Ask => [
    by,
    { type: 'CastSealedBallot', voteId: vote, revision, ciphertext: text },
  ];
  const given = members.flatMap((by, place): Ask[] => {
    const text = ballots[place];
    return text === null || text === undefined ? [] : [cast(by, 1, text)];
  });
  const late = ballots[3] ?? '';
  const ends: Readonly<Record<End, Round>> = {
    close: at(cast(li, 3, late), [zhuchi, close]),
    clock: { ms: 70_000, asks: [[time, close]] },
    void: at([zhuchi, undo]),
    lost: at([time, { type: 'VoidLostBallots', voteId: vote }]),
  };
  return [
    at([mishu, { type: 'NameScrutineers', persons: members }]),
    at(...members.map((by): Ask => [by, { type: 'OfferScrutineerKey', publicKey: publicKeyOf(vote, by) }])),
    at([zhuchi, open]),
    ...(given.length > 0 ? [at(...given)] : []),
    at(cast(zhang, 2, late)),
    at(cast(zhang, 1, late), cast(wei, 1, late)),
    ends[ending],
    at(handing(vote, li, 'another key')),
    ...[...handers.slice(0, 1), ...handers].map((by) => at(handing(vote, by))),
    at([time, { type: 'DestroyBallots', voteId: vote }]),
    at([time, { type: 'DestroyBallots', voteId: vote }]),
  ];
}

export const secretVote: fc.Arbitrary<readonly Round[]> = fc
  .record({
    ids: fc.constantFrom(['m1'], ['m2'], ['m1', 'm2'], ['m3']),
    terms,
    ballots: ballotsOver(['m1', 'm2'], ['approve', 'approve', 'oppose', 'abstain']),
    end,
    order,
  })
  .map(({ ids, terms: secret, ballots, end: ending, order: handers }) => {
    const motionIds = ids.map(motionId);
    const closing = ending === 'clock' ? ({ closing: 'clock' } as const) : {};
    const course = held({
      ...{ terms: secret, ballots, end: ending, order: handers },
      open: { type: 'OpenVoting', motionIds, terms: secret, ms: 1000, ...closing },
      close: { type: 'CloseVoting', motionIds: motionIds.slice(0, 1) },
      void: { type: 'VoidVoting', motionIds, reason: '' },
    });
    return [...course, at([zhang, { type: 'ConfirmCount', motionIds }]), at([zhuchi, { type: 'AnnounceResult', motionIds }])];
  });

export const secretElection: fc.Arbitrary<readonly Round[]> = fc
  .record({
    id: fc.constantFrom('e3', 'e4').map(electionId),
    seats: fc.constantFrom(1, 2),
    writeIns: fc.constantFrom('none', 'fromRoll'),
    terms,
    ballots: ballotsOver(['c1', 'c2', 'person:wei'], ['approve']),
    end,
    order,
  })
  .map(({ id, seats, writeIns, terms: secret, ballots, end: ending, order: handers }) => {
    const closing = ending === 'clock' ? ({ closing: 'clock' } as const) : {};
    const candidates = ['c1', 'c2', 'c3'].map((one) => ({ candidateId: candidateId(one), name: `候选人${one}` }));
    const course = held({
      ...{ terms: secret, ballots, end: ending, order: handers },
      open: { type: 'OpenElection', electionId: id, terms: secret, ms: 1000, ...closing },
      close: { type: 'CloseElection', electionId: id },
      void: { type: 'VoidElection', electionId: id, reason: '' },
    });
    const paper = electionPaper({ seats, candidates, writeIns, rule: 'plurality' });
    return [
      at([mishu, { type: 'TableElection', electionId: id, paper }]),
      ...course,
      at([zhang, { type: 'ConfirmElectionCount', electionId: id }]),
      at([zhuchi, { type: 'AnnounceElection', electionId: id }]),
    ];
  });
