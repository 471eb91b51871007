// Knows how to make up what is put to a meeting: single commands of every kind, races, and scenes that lead somewhere; not the answers.
import { motionId, requestId, type Choice, type Command, type PersonId, type VoteTerms } from '@xieshang/meeting';
import {
  askOf,
  bumen1,
  commandTypes,
  digestOf,
  li,
  mishu,
  mishu2,
  p1,
  p2,
  wang,
  wei,
  zhang,
  zhuchi,
  zhuchi2,
} from '@xieshang/meeting/testing';
import fc from 'fast-check';
import type { Ask } from './cells.ts';
import type { Round } from './course.ts';
import { election } from './election-scene.ts';
import { screening } from './screen-scene.ts';
import { secretElection, secretVote } from './secret-scene.ts';

const anyAsk: fc.Arbitrary<Ask> = fc.oneof(...commandTypes.map(askOf));
const alone = anyAsk.map((ask): readonly Ask[] => [ask]);
const several = fc.array(anyAsk, { minLength: 2, maxLength: 3, size: 'max' });
const anyRound: fc.Arbitrary<readonly Round[]> = fc
  .record({
    ms: fc.constantFrom(0, 1, 1000, 20_000, 180_000, -500),
    asks: fc.oneof({ weight: 5, arbitrary: alone }, { weight: 1, arbitrary: several }),
  })
  .map((round) => [round]);

const at = (by: PersonId, body: Command): Round => ({ ms: 1000, asks: [[by, body]] });
const personOfTime = 'clock' as PersonId;
const members = [zhang, li, wang, wei];
const choice: fc.Arbitrary<Choice | null> = fc.constantFrom('approve', 'approve', 'oppose', 'abstain', null);

/** A counted vote under a rule of its own, with the votes at once and one of them racing the close. */
const vote: fc.Arbitrary<readonly Round[]> = fc
  .record({
    id: fc.constantFrom('m1', 'm2', 'm3').map(motionId),
    again: fc.boolean(),
    base: fc.constantFrom('eligible', 'present', 'cast', 'valid'),
    kind: fc.constantFrom('moreThan', 'atLeast'),
    of: fc.constantFrom(2, 3),
    cast: fc.tuple(choice, choice, choice, choice),
    late: choice,
  })
  .map(({ id, again, base, kind, of, cast, late }) => {
    const votes = cast.flatMap((one, place): Ask[] =>
      one ? [[members[place] ?? zhang, { type: 'CastVote', motionId: id, choice: one }]] : [],
    );
    const racing: Ask[] = late ? [[li, { type: 'CastVote', motionId: id, choice: late }]] : [];
    return [
      at(zhuchi, { type: 'ChangeVoteRule', base, threshold: { kind, parts: 1, of }, reason: '' }),
      at(zhuchi, again ? { type: 'RepeatVoting', motionIds: [id], reason: '' } : { type: 'OpenVoting', motionIds: [id] }),
      ...(votes.length > 0 ? [{ ms: 1000, asks: votes }] : []),
      { ms: 1000, asks: [...racing, [zhuchi, { type: 'CloseVoting', motionIds: [id] }]] },
    ];
  });

/** A vote in any form, with what officers enter; it is closed by whoever may, or voided, then confirmed and reserved about. */
const form: fc.Arbitrary<readonly Round[]> = fc
  .record({
    id: fc.constantFrom('m1', 'm2', 'm3').map(motionId),
    terms: fc.constantFrom<VoteTerms>(
      { form: 'unnamed' },
      { form: 'named' },
      { form: 'showOfHands', counting: 'byName' },
      { form: 'showOfHands', counting: 'byCount' },
      { form: 'paper' },
    ),
    closing: fc.constantFrom('chair', 'chair', 'clock'),
    cast: fc.tuple(choice, choice, choice),
    counts: fc.constantFrom([1, 1], [1, 1], [1, 2]),
    end: fc.constantFrom('CloseVoting', 'CloseVoting', 'CloseVoting', 'VoidVoting'),
  })
  .map(({ id, terms, closing, cast, counts, end }) => {
    const keys = terms.form === 'named' || terms.form === 'unnamed';
    const given = cast.flatMap((one, place): Ask[] => {
      const by = members[place] ?? zhang;
      if (!one) return [];
      if (keys) return [[by, { type: 'CastVote', motionId: id, choice: one, round: 1 }]];
      return [[mishu, { type: 'EnterVote', motionId: id, voter: by, choice: one, reason: '代操作' }]];
    });
    const entered = counts.map((approve, place): Ask => {
      return [place === 0 ? mishu : mishu2, { type: 'EnterCount', motionId: id, approve, oppose: 0, abstain: 0, spoilt: 0 }];
    });
    const rounds = [1];
    const ender: Ask = [
      zhuchi,
      end === 'VoidVoting' ? { type: end, motionIds: [id], rounds, reason: '' } : { type: end, motionIds: [id], rounds },
    ];
    const timed: readonly Round[] = [{ ms: 70_000, asks: [[personOfTime, { type: 'CloseVoting', motionIds: [id] }]] }];
    return [
      at(mishu, { type: 'NameScrutineers', persons: [zhang, wang] }),
      at(wei, { type: 'GrantProxy', to: zhang }),
      at(zhuchi, { type: 'OpenVoting', motionIds: [id], terms, ...(keys && { closing }) }),
      ...(given.length > 0 ? [{ ms: 1000, asks: given }] : []),
      at(zhang, { type: 'CastVote', motionId: id, choice: 'approve', for: wei }),
      { ms: 1000, asks: entered },
      ...(keys && closing === 'clock' ? timed : [{ ms: 1000, asks: [ender] }]),
      at(zhang, { type: 'ConfirmCount', motionIds: [id], rounds: [2] }),
      at(zhang, { type: 'ConfirmCount', motionIds: [id] }),
      at(li, { type: 'DeclareReservation', motionId: id, note: '保留' }),
    ];
  });

/** Somebody asks, perhaps twice, is given the floor and has it measured. */
const speech: fc.Arbitrary<readonly Round[]> = fc
  .record({
    by: fc.constantFrom(zhang, li, wang, bumen1),
    id: fc.constantFrom('q1', 'q2', 'q3').map(requestId),
    other: fc.constantFrom('q4', 'q5').map(requestId),
    ms: fc.constantFrom(60_000, -60_000, 400_000),
    last: fc.constantFrom('EndSpeech', 'PauseSpeech', 'MarkOvertime'),
  })
  .map(({ by, id, other, ms, last }) => [
    at(by, { type: 'RequestFloor', requestId: id, kind: 'openFloorSpeech', addressedTo: [bumen1] }),
    at(by, { type: 'RequestFloor', requestId: other, kind: 'openFloorSpeech' }),
    at(zhuchi, { type: 'GiveFloor', requestId: id }),
    at(zhuchi, { type: 'ExtendSpeech', ms }),
    { ms: 180_000, asks: [last === 'MarkOvertime' ? [personOfTime, { type: last, requestId: id }] : [zhuchi, { type: last }]] },
  ]);

/** Somebody online has the floor and loses the line; what the chair does meanwhile is left to chance. */
const lostLine: fc.Arbitrary<readonly Round[]> = fc
  .record({
    id: fc.constantFrom('q1', 'q2', 'q3').map(requestId),
    meanwhile: fc.constantFrom<Command | null>(
      null,
      { type: 'PauseSpeech' },
      { type: 'ResumeSpeech' },
      { type: 'ExtendSpeech', ms: 60_000 },
      { type: 'SuspendMeeting' },
      { type: 'Interpose', requestId: requestId('q6') },
    ),
    agoMs: fc.constantFrom(500, 1000, 20_000, 70_000),
  })
  .map(({ id, meanwhile, agoMs }) => {
    const lose: Round = { ms: 60_000, asks: [[personOfTime, { type: 'LoseSpeaker', requestId: id, since: -agoMs }]] };
    const found = at(personOfTime, { type: 'FindSpeaker', requestId: id });
    return [
      at(wang, { type: 'CheckIn', where: 'online' }),
      at(mishu, { type: 'EnterRequest', requestId: id, person: wang, kind: 'openFloorSpeech' }),
      at(mishu, { type: 'EnterRequest', requestId: requestId('q6'), person: zhang, kind: 'pointOfOrder', matter: 'time' }),
      at(zhuchi, { type: 'EndSpeech' }),
      at(zhuchi, { type: 'GiveFloor', requestId: id }),
      lose,
      ...(meanwhile ? [at(zhuchi, meanwhile)] : []),
      found,
      lose,
      at(zhuchi, { type: 'EndSpeech' }),
      found,
    ];
  });

/** The minutes go some steps of their way, with who takes which left to chance. */
const minutes: fc.Arbitrary<readonly Round[]> = fc
  .record({
    first: fc.constantFrom(mishu, mishu2),
    second: fc.constantFrom(mishu, mishu2),
    signer: fc.constantFrom(zhuchi, zhuchi2),
    third: fc.constantFrom('CountersignMinutes', 'ReturnMinutes', 'IssueMinutes'),
  })
  .map(({ first, second, signer, third }) => [
    at(first, { type: 'SubmitMinutes' }),
    at(second, { type: 'PassMinutes' }),
    at(
      signer,
      third === 'CountersignMinutes'
        ? { type: third }
        : third === 'ReturnMinutes'
          ? { type: third, reason: '' }
          : { type: third, number: '1' },
    ),
    at(signer, { type: 'IssueMinutes', number: '2' }),
  ]);

/** Speakers are asked and answer, countersigners are named and sign, and somebody tries to issue; what comes of it is left to chance. */
const signing: fc.Arbitrary<readonly Round[]> = fc
  .record({
    speaker: fc.constantFrom(zhang, li),
    said: fc.constantFrom('建议一链一策', '建议'),
    shown: fc.constantFrom('建议一链一策', '建议'),
    answer: fc.constantFrom('ConfirmSpeechDigest', 'ContestSpeechDigest', 'none'),
    named: fc.constantFrom<readonly PersonId[]>([bumen1], [bumen1, zhuchi2], [zhuchi]),
    department: fc.constantFrom<Command>({ type: 'CountersignMinutes' }, { type: 'ReturnMinutes', reason: '' }),
    ms: fc.constantFrom(1000, 4_000_000),
  })
  .map(({ speaker, said, shown, answer, named, department, ms }) => {
    const requestId = speaker === zhang ? p1 : p2;
    const { hash } = digestOf(requestId, shown);
    const answers: readonly Round[] =
      answer === 'none'
        ? [at(mishu, { type: 'ExcuseSpeaker', requestId, reason: '' })]
        : [
            at(
              speaker,
              answer === 'ConfirmSpeechDigest' ? { type: answer, requestId, hash } : { type: answer, requestId, hash, wish: '改' },
            ),
          ];
    return [
      at(mishu, { type: 'AskSpeakers', digests: [digestOf(requestId, said)] }),
      at(mishu, { type: 'SubmitMinutes' }),
      at(mishu2, { type: 'PassMinutes' }),
      at(zhuchi, { type: 'NameCountersigners', persons: named }),
      ...answers,
      {
        ms: 1000,
        asks: [
          [bumen1, department],
          [zhuchi, { type: 'CountersignMinutes' }],
        ],
      },
      { ms, asks: [[zhuchi, { type: 'IssueMinutes', number: '3' }]] },
    ];
  });

/** Two members wish a clause to read otherwise; one wish is merged, declined or voted on, and the clause is put. */
const amending: fc.Arbitrary<readonly Round[]> = fc
  .record({
    id: fc.constantFrom('m1', 'm2', 'm3').map(motionId),
    fate: fc.constantFrom('MergeAmendments', 'DeclineAmendment', 'RebaseAmendment', 'vote', 'acclamation'),
    version: fc.constantFrom(1, 1, 2, 3),
    passes: fc.boolean(),
  })
  .map(({ id, fate, version, passes }) => {
    const [one, other] = [motionId(`${id}.x1`), motionId(`${id}.x2`)];
    const wish = (by: PersonId, amendmentId: typeof one, text: string): Ask => [
      by,
      { type: 'ProposeAmendment', amendmentId, motionId: id, version, text },
    ];
    const vote = fate === 'acclamation' ? 'OpenAcclamation' : 'OpenVoting';
    const ballots = [zhang, li, wang].map((by): Ask => [by, { type: 'CastVote', motionId: one, choice: passes ? 'approve' : 'oppose' }]);
    const merge = { motionId: id, amendmentIds: [one, other], version, text: '建议丙', reason: '合并' };
    const fates: Readonly<Record<typeof fate, readonly Round[]>> = {
      MergeAmendments: [at(mishu, { type: 'MergeAmendments', ...merge })],
      DeclineAmendment: [at(mishu, { type: 'DeclineAmendment', amendmentId: one, reason: '已有' })],
      RebaseAmendment: [
        at(mishu, { type: 'ReviseRecommendation', motionId: id, text: '建议丁', reason: '' }),
        at(mishu, { type: 'RebaseAmendment', amendmentId: one, version: version + 1, text: '建议丁甲' }),
      ],
      vote: [{ ms: 1000, asks: ballots }, at(zhuchi, { type: 'CloseVoting', motionIds: [one] })],
      acclamation: [{ ms: 30_000, asks: [[personOfTime, { type: 'CloseAcclamation', motionIds: [one] }]] }],
    };
    return [
      { ms: 1000, asks: [wish(zhang, one, '建议甲'), wish(li, other, '建议乙')] },
      ...(fate === 'vote' || fate === 'acclamation' ? [at(zhuchi, { type: vote, motionIds: [one] })] : []),
      ...fates[fate],
      at(li, { type: 'WithdrawAmendment', amendmentId: other }),
      at(zhuchi, { type: 'OpenVoting', motionIds: [id] }),
    ];
  });

const anyScene = fc.oneof(
  { weight: 3, arbitrary: vote },
  { weight: 3, arbitrary: form },
  { weight: 3, arbitrary: speech },
  { weight: 3, arbitrary: lostLine },
  { weight: 1, arbitrary: minutes },
  { weight: 2, arbitrary: signing },
  { weight: 3, arbitrary: amending },
  { weight: 3, arbitrary: election },
  { weight: 2, arbitrary: screening },
  { weight: 3, arbitrary: secretVote },
  { weight: 2, arbitrary: secretElection },
);

/** A course of at least `length` commands. */
export const courseOf = (length: number): fc.Arbitrary<readonly Round[]> =>
  fc
    .array(fc.oneof({ weight: 16, arbitrary: anyRound }, { weight: 1, arbitrary: anyScene }), { minLength: length, maxLength: length })
    .map((chunks) => chunks.flat());
