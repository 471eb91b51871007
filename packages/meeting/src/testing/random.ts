// Knows how to make up commands, sensible and hostile; not what the answer should be.
import fc from 'fast-check';
import type { Command, CommandType } from '../command.ts';
import {
  answerId,
  asideId,
  clock,
  materialId,
  meetingId,
  motionId,
  personId,
  pulseId,
  requestId,
  screenName,
  stageId,
  voteId,
  type PersonId,
} from '../ids.ts';
import { permissions } from '../permissions.ts';
import { answerKinds, ratings } from '../queue/index.ts';
import { pulseTurns, stances } from '../pulses/index.ts';
import { floorKinds, orderMatters } from '../rules.ts';
import { mainScreen, type Showing } from '../screens.ts';
import { choices, type VoteTerms } from '../vote/index.ts';
import {
  attendees,
  bumen1,
  bumen2,
  keynote,
  li,
  m1,
  m2,
  openFloor,
  p1,
  mishu,
  p2,
  plan,
  recommendation,
  rules,
  stages,
  t0,
  wang,
  wei,
  zhang,
  zhuchi,
  zhuchi2,
} from './builders.ts';
import { e1, electionAsks, electionPaper } from './elections.ts';
import { digestOf, type Step } from './play.ts';

/** Ids that every object would find something under. */
export const hostile = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', ''] as const;

const among = <Id extends string>(brand: (text: string) => Id, ...ids: readonly string[]): fc.Arbitrary<Id> =>
  fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...ids) }, { weight: 1, arbitrary: fc.constantFrom(...hostile) }).map(brand);

const person = among(personId, ...attendees.map((one) => one.person), 'stranger', clock);
const department = fc.oneof({ weight: 3, arbitrary: fc.constant(bumen1) }, person);
const writer = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(zhang, li) }, person);
const stage = among(stageId, ...stages.map((one) => one.stageId), openFloor, 'unknown');
const request = among(requestId, p1, p1, p2, 'q1', 'q1', 'q2', 'q3', 'unknown');
const motion = among(motionId, m1, m1, m1, m2, m2, 'm3');
const amendment = among(motionId, 'x1', 'x1', 'x2', 'x2', 'x3', 'm1');
const version = fc.constantFrom(1, 1, 1, 2, 3);
const wish = fc.constantFrom('建议一', '建议甲', '建议乙，建议丙');
const motions = fc.array(fc.oneof({ weight: 6, arbitrary: motion }, { weight: 1, arbitrary: amendment }), { minLength: 1, maxLength: 2 });
const officer = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(zhuchi, zhuchi, mishu) }, person);
const aside = { asideId: among(asideId, 's1', 's1', 's2') };
const pulse = among(pulseId, 'l1', 'l1', 'l2');
const screen = among(screenName, mainScreen, mainScreen, '侧屏', '走廊');
const material = among(materialId, 'd1', 'd2');
const text = fc.constantFrom('', ' ', '理由', '<script>');
const kind = fc.constantFrom(...floorKinds);
const speech = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(p1, p2) }, request);
const words = fc.constantFrom('建议一链一策', '建议');
const hash = words.map((said) => digestOf(p1, said).hash);
const signer = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(bumen1, bumen2, zhuchi2) }, person);
const ms = fc.constantFrom(0, 1, 60_000, -60_000);
const optional = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> => fc.option(value, { nil: undefined });

const asking = {
  requestId: request,
  kind,
  topic: optional(text),
  addressedTo: optional(fc.array(department, { maxLength: 2 })),
  inReplyTo: optional(request),
  matter: optional(fc.constantFrom(...orderMatters)),
};

const terms: fc.Arbitrary<VoteTerms | undefined> = optional(
  fc.constantFrom<VoteTerms>(
    { form: 'named' },
    { form: 'unnamed' },
    { form: 'showOfHands', counting: 'byName' },
    { form: 'showOfHands', counting: 'byCount' },
    { form: 'paper' },
    { form: 'secret', voteId: voteId('v1'), receipt: 'hash', custody: 'server', change: 'untilClose', few: 'accepted' },
    { form: 'secret', voteId: voteId('v2'), receipt: 'hash', custody: 'scrutineers', change: 'untilClose' },
  ),
);
const vote = fc.constantFrom('v1', 'v1', 'v2').map(voteId);
const closing = fc.option(fc.constant('clock' as const), { nil: undefined, freq: 4 });

const showing: fc.Arbitrary<Showing> = fc.oneof(
  fc.constantFrom(...(['meeting', 'floor', 'speakers', 'agenda', 'vote', 'emblem'] as const)).map((kind) => ({ kind })),
  fc.record({ kind: fc.constantFrom('text', 'pulse'), motionId: motion }),
  fc.record({ kind: fc.constant('result'), motionIds: motions }),
  fc.constant({ kind: 'elected', electionId: e1 } as const),
  fc.record({ kind: fc.constant('notice'), text }),
  fc.record({ kind: fc.constant('break'), until: fc.option(fc.constantFrom(t0, t0 + 86_400_000)) }),
);

type Bodies = { readonly [Type in CommandType]: fc.Arbitrary<Omit<Extract<Command, { type: Type }>, 'type'>> };

const bodies: Bodies = {
  ConveneMeeting: fc.constant({ plan: plan({ rules: { ...rules, proxies: { most: 1 }, graceMs: 1000, lease: { graceMs: 1000 } } }) }),
  CheckIn: fc.record({ where: optional(fc.constantFrom('hall', 'online')) }),
  CheckInFor: fc.record({ person, reason: text }),
  UndoCheckIn: fc.record({ person, reason: text }),
  MarkLeft: fc.record({ person }),
  RequestLeave: fc.record({ reasonDigest: text }),
  WithdrawLeave: fc.constant({}),
  ApproveLeave: fc.record({ person }),
  DeclineLeave: fc.record({ person }),
  AddAttendee: fc.record({
    attendee: fc.record({ person, name: text, role: fc.constantFrom('member', 'departmentRep', 'moderator') }),
    reason: text,
  }),
  RemoveAttendee: fc.record({ person, reason: text }),
  OpenMeeting: fc.constant({}),
  MoveToStage: fc.record({ stageId: stage }),
  SuspendMeeting: fc.record({ reason: optional(text) }),
  ResumeMeeting: fc.constant({}),
  ConcludeMeeting: fc.record({ reason: optional(text) }),
  PostponeMeeting: fc.record({ startsAt: fc.nat(), reason: text }),
  CancelMeeting: fc.record({ reason: text }),
  HandOverChair: fc.record({ to: fc.oneof(fc.constantFrom(zhuchi, zhuchi, zhuchi2), person) }),
  ReviseStage: fc.record({ stageId: stage, minutes: fc.nat(99), reason: text }),
  AddMaterial: fc.record({
    material: fc.record({
      materialId: material,
      name: text,
      mime: fc.constant('text/plain'),
      bytes: fc.nat(),
      sha256: text,
      circle: fc.constantFrom('members', 'public'),
    }),
  }),
  WithdrawMaterial: fc.record({ materialId: material, reason: text }),
  RequestFloor: fc.record(asking),
  EnterRequest: fc.record({ ...asking, person }),
  WithdrawRequest: fc.record({ requestId: request }),
  RemoveRequest: fc.record({ requestId: request, reason: text }),
  MoveRequest: fc.record({ requestId: request, before: fc.option(request), seen: optional(fc.nat(2)) }),
  RestoreOrder: fc.constant({}),
  CloseQueue: fc.constant({}),
  ReopenQueue: fc.constant({}),
  Interpose: fc.record({ requestId: request }),
  HandInSpeech: fc.record({ requestId: request, topic: text, text, addressedTo: optional(fc.array(department, { maxLength: 1 })) }),
  EnterWrittenSpeech: fc.record({ requestId: request, person, topic: text, text }),
  SkipRequest: fc.record({ requestId: request }),
  PutBack: fc.record({ requestId: speech, as: request }),
  CutLimits: fc.record({ ms: fc.constantFrom(60_000, 120_000) }),
  BarWithdrawal: fc.constant({}),
  AllowWithdrawal: fc.constant({}),
  GiveFloor: fc.record({ requestId: request, reason: optional(text) }),
  PauseSpeech: fc.constant({}),
  ResumeSpeech: fc.constant({}),
  ExtendSpeech: fc.record({ ms }),
  EndSpeech: fc.record({ requestId: optional(request) }),
  MarkOvertime: fc.record({ requestId: request }),
  LoseSpeaker: fc.record({ requestId: speech, since: fc.constantFrom(t0 + 60_000, t0 + 300_000, t0 + 900_000) }),
  FindSpeaker: fc.record({ requestId: speech }),
  AddressSpeech: fc.record({ requestId: request, departments: fc.array(department, { maxLength: 2 }) }),
  AnswerSpeech: fc.record({
    answerId: among(answerId, 'a1', 'a2', 'a3'),
    requestId: request,
    kind: fc.constantFrom(...answerKinds),
    note: optional(text),
    dueDate: optional(fc.constant('2022-06-10')),
    department: optional(department),
  }),
  RateAnswer: fc.record({ answerId: among(answerId, 'a1', 'a1', 'a2'), rating: fc.constantFrom(...ratings) }),
  TableRecommendation: fc.record({ recommendation: motion.map((id) => ({ ...recommendation(id, 3), motionId: id })) }),
  ReviseRecommendation: fc.record({ motionId: motion, text, reason: text }),
  ProposeAmendment: fc.record({ amendmentId: amendment, motionId: motion, version, text: wish, reason: optional(text) }),
  WithdrawAmendment: fc.record({ amendmentId: amendment }),
  RebaseAmendment: fc.record({ amendmentId: amendment, version, text: wish }),
  MergeAmendments: fc.record({
    ...{ motionId: motion, amendmentIds: fc.array(amendment, { minLength: 1, maxLength: 2 }) },
    ...{ version, text: wish, reason: text },
  }),
  DeclineAmendment: fc.record({ amendmentId: amendment, reason: text }),
  OpenVoting: fc.record({ motionIds: motions, ms: optional(ms), terms, closing }),
  CastVote: fc.record({
    motionId: fc.oneof({ weight: 4, arbitrary: motion }, { weight: 1, arbitrary: amendment }),
    choice: fc.constantFrom(...choices),
    round: optional(fc.constantFrom(1, 1, 2)),
    for: fc.option(fc.oneof(fc.constantFrom(zhang, li), person), { nil: undefined, freq: 5 }),
  }),
  EnterVote: fc.record({
    motionId: motion,
    voter: writer,
    choice: fc.constantFrom(...choices, 'notPressed'),
    reason: optional(text),
  }),
  EnterCount: fc.record({
    motionId: motion,
    approve: fc.nat(3),
    oppose: fc.nat(1),
    abstain: fc.nat(1),
    spoilt: optional(fc.nat(1)),
  }),
  CloseVoting: fc.record({ motionIds: motions }),
  AnnounceResult: fc.record({ motionIds: motions }),
  VoidVoting: fc.record({ motionIds: motions, reason: text }),
  RepeatVoting: fc.record({ motionIds: motions, reason: text, ms: optional(ms), terms, closing }),
  OpenAcclamation: fc.record({ motionIds: motions, ms: optional(ms) }),
  RaiseObjection: fc.record({ motionId: motion }),
  CloseAcclamation: fc.record({ motionIds: motions }),
  NameScrutineers: fc.record({ persons: fc.array(writer, { maxLength: 2 }) }),
  ConfirmCount: fc.record({ motionIds: motions }),
  DeclareReservation: fc.record({ motionId: motion, note: optional(text) }),
  WithdrawReservation: fc.record({ motionId: motion }),
  GrantProxy: fc.record({ to: writer }),
  RevokeProxy: fc.constant({}),
  OpenPulse: fc.record({ pulseId: pulse, motionId: motion, turn: fc.constantFrom(...pulseTurns) }),
  TakePulse: fc.record({ pulseId: pulse, stance: fc.constantFrom(...stances) }),
  ClosePulse: fc.record({ pulseId: pulse }),
  ...electionAsks(hostile, text, ms),
  CastSealedBallot: fc.record({ voteId: vote, revision: fc.constantFrom(0, 1, 2), ciphertext: text }),
  OfferScrutineerKey: fc.record({ publicKey: fc.constantFrom('k1', 'k2') }),
  HandInKey: fc.record({ voteId: vote, privateKey: text }),
  VoidLostBallots: fc.record({ voteId: vote }),
  DestroyBallots: fc.record({ voteId: vote }),
  SendAside: fc.record({ ...aside, to: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(zhang, li, bumen1) }, person), digest: text }),
  WithdrawAside: fc.record(aside),
  ReceiveAside: fc.record({ ...aside, from: officer }),
  AcknowledgeAside: fc.record({ ...aside, from: officer }),
  AnswerAside: fc.record({ ...aside, from: officer, digest: text }),
  PermitWriter: fc.record({ person: writer }),
  DismissWriter: fc.record({ person: writer }),
  SubmitMinutes: fc.constant({}),
  PassMinutes: fc.constant({}),
  ReturnMinutes: fc.record({ reason: text }),
  CountersignMinutes: fc.constant({}),
  IssueMinutes: fc.record({ number: text, copyTo: optional(text) }),
  CorrectMinutes: fc.record({ passage: text, correction: text, reason: text }),
  AskSpeakers: fc.record({
    digests: fc.array(fc.tuple(speech, words), { minLength: 1, maxLength: 2 }).map((all) => all.map(([id, said]) => digestOf(id, said))),
    dueAt: optional(fc.constantFrom(t0, t0 + 7_200_000)),
  }),
  ConfirmSpeechDigest: fc.record({ requestId: speech, hash }),
  ContestSpeechDigest: fc.record({ requestId: speech, hash, wish: text }),
  ConfirmSpeechDigestFor: fc.record({ requestId: speech, hash, reason: text }),
  ExcuseSpeaker: fc.record({ requestId: speech, reason: text }),
  NameCountersigners: fc.record({ persons: fc.array(signer, { minLength: 1, maxLength: 2 }) }),
  ExcuseCountersigner: fc.record({ person: signer, reason: text }),
  CloseOpenItem: fc.record({
    from: fc.constantFrom('small', 'earlier').map(meetingId),
    item: fc.constantFrom('vote.m1', 'reply.p1.bumen1'),
    title: text,
    reference: text,
  }),
  AddScreen: fc.record({ screen }),
  RemoveScreen: fc.record({ screen }),
  ShowOnScreen: fc.record({ screen, showing }),
  ChangeVoteRule: fc.record({
    base: fc.constantFrom('eligible', 'present', 'cast', 'valid'),
    threshold: fc.oneof(
      fc.constant({ kind: 'consensus' } as const),
      fc.record({ kind: fc.constantFrom('moreThan', 'atLeast'), parts: fc.nat(3), of: fc.nat(3) }),
    ),
    reason: text,
  }),
};

export const inCustodyOf = (custody: 'server' | 'scrutineers', vote: string) =>
  ({ form: 'secret', voteId: voteId(vote), receipt: 'hash', custody, change: 'untilClose', few: 'accepted' }) as const;

/** Every command there is. */
export const commandTypes = Object.keys(bodies) as readonly CommandType[];

/** Steps that end a meeting, or empty it, come seldom, so that the others meet a living one. */
const seldom: readonly CommandType[] = [
  'ConcludeMeeting',
  'CancelMeeting',
  'ConveneMeeting',
  'SuspendMeeting',
  'CloseQueue',
  'RemoveAttendee',
  'UndoCheckIn',
  'MarkLeft',
  'HandOverChair',
  'VoidElection',
  'WithdrawElection',
  'RemoveScreen',
];
const often: readonly CommandType[] = [
  'CastVote',
  'OpenVoting',
  'CloseVoting',
  'AnnounceResult',
  'ConfirmCount',
  'WithdrawReservation',
  'OpenElection',
  'CastElection',
  'EnterElection',
  'EnterElectionCount',
  'CloseElection',
  'RequestFloor',
  'GiveFloor',
  'PauseSpeech',
  'ResumeSpeech',
  'MarkOvertime',
  'AnswerSpeech',
  'RateAnswer',
  'CheckIn',
  'ContestSpeechDigest',
];

const weightOf = (type: CommandType): number => (seldom.includes(type) ? 1 : often.includes(type) ? 12 : 4);

/** Somebody who may send it, mostly; the moderator is mostly the one who presides. */
const senderOf = (type: CommandType): fc.Arbitrary<PersonId> => {
  const fitting = attendees.filter(({ role }) => permissions[type].includes(role)).map((one) => one.person);
  const right = permissions[type].includes('clock') ? [clock] : fitting.includes(zhuchi) ? [zhuchi, zhuchi, zhuchi, ...fitting] : fitting;
  return fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...right) }, { weight: 1, arbitrary: person });
};

/** A made-up command of one type. */
export const commandOf = <Type extends CommandType>(type: Type): fc.Arbitrary<Command> =>
  (bodies[type] as fc.Arbitrary<object>).map((body) => ({ type, ...body }) as Command);

/** A command of one type by somebody. */
export const askOf = (type: CommandType): fc.Arbitrary<readonly [PersonId, Command]> => fc.tuple(senderOf(type), commandOf(type));

/** One command by somebody. */
export const anyAsk: fc.Arbitrary<readonly [PersonId, Command]> = fc.oneof(
  ...commandTypes.map((type) => ({ weight: weightOf(type), arbitrary: askOf(type) })),
);

/** What a course is mostly about: a few commands, so that they meet one another however many there are. */
const anyFocus: fc.Arbitrary<readonly CommandType[]> = fc.uniqueArray(fc.constantFrom(...commandTypes), { minLength: 4, maxLength: 8 });

/** A course of commands with the ms that pass before each; time may stand still, or go back a little. */
export const anyCourse = (maxLength = 80): fc.Arbitrary<readonly (readonly [readonly [PersonId, Command], number])[]> =>
  anyFocus.chain((focus) =>
    fc.array(
      fc.tuple(
        fc.oneof({ weight: focus.length, arbitrary: anyAsk }, ...focus.map((type) => ({ weight: 1, arbitrary: askOf(type) }))),
        fc.constantFrom(0, 1, 1000, 20_000, 180_000, -500),
      ),
      {
        minLength: Math.floor(maxLength / 4),
        maxLength,
        size: 'max',
      },
    ),
  );

/** What a hostile roll looks like: people and motions named after what objects inherit. */
export const hostilePlan = plan({
  rules: { ...rules, lease: { graceMs: 1000 } },
  attendees: [...attendees, ...hostile.map((id) => ({ person: personId(id), name: '奇', role: 'member' as const }))],
  recommendations: [m1, m2, ...hostile].map((id, place) => recommendation(id, place + 1)),
  onLeave: [zhang],
});

/** A meeting that weighs votes, allows proxies and closes by the clock; members of other weights, scrutineers, one motion decided with a reservation, one open. */
export const formsStart = (weights: 'equal' | 'weighted'): readonly Step[] => [
  [
    mishu,
    {
      type: 'ConveneMeeting',
      plan: plan({
        rules: { ...rules, weights, proxies: { most: 1 }, graceMs: 1000 },
        attendees: attendees.map((one) => (one.person === zhang ? { ...one, weight: 3 } : one)),
      }),
    },
  ],
  [wang, { type: 'GrantProxy', to: zhang }],
  ...[zhang, li, wei].map((by): Step => [by, { type: 'CheckIn' }]),
  [zhuchi, { type: 'OpenMeeting' }],
  [zhuchi, { type: 'NameScrutineers', persons: [zhang, li] }],
  [zhuchi, { type: 'OpenVoting', motionIds: [m2] }],
  [zhuchi, { type: 'CloseVoting', motionIds: [m2] }],
  [zhang, { type: 'DeclareReservation', motionId: m2 }],
  [zhuchi, { type: 'OpenVoting', motionIds: [m1], terms: weights === 'equal' ? { form: 'paper' } : { form: 'unnamed' } }],
];

/** A secret vote whose ballots wait for two of three scrutineers, and another that is open in the server's custody. */
export const sealedStart: readonly Step[] = [
  [mishu, { type: 'ConveneMeeting', plan: plan() }],
  ...[zhang, li, wang].map((by): Step => [by, { type: 'CheckIn' }]),
  [zhuchi, { type: 'OpenMeeting' }],
  [zhuchi, { type: 'NameScrutineers', persons: [zhang, li, wang] }],
  ...[zhang, li, wang].map((by): Step => [by, { type: 'OfferScrutineerKey', publicKey: `key of ${by}` }]),
  [zhuchi, { type: 'OpenVoting', motionIds: [m1], terms: inCustodyOf('scrutineers', 'v2') }],
  [zhuchi, { type: 'CloseVoting', motionIds: [m1] }],
  [zhuchi, { type: 'OpenVoting', motionIds: [m2], terms: inCustodyOf('server', 'v1') }],
];

/** The beginning of a course that is worth going on from. */
export const livelyStart: readonly Step[] = [
  [personId('mishu1'), { type: 'ConveneMeeting', plan: hostilePlan }],
  ...[zhang, li, ...hostile.map(personId)].map((by): Step => [by, { type: 'CheckIn' }]),
  [zhuchi, { type: 'OpenMeeting' }],
  [zhuchi, { type: 'MoveToStage', stageId: keynote }],
  [personId('mishu1'), { type: 'TableElection', electionId: e1, paper: electionPaper() }],
];
