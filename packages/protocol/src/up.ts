// Knows everything a browser may say to the server, with its limits; not the answer.
import { z } from 'zod';
import type { Command, CommandType, MeetingId, CommandId, ScreenName } from '@xieshang/meeting';
import { answerKinds, choices, floorKinds, orderMatters, pulseTurns, ratings, stances } from '@xieshang/meeting';
import { electionBodies } from './elections.ts';
import { attendeeSchema, materialSchema, planSchema, recommendationSchema, thresholdSchema, voteBaseSchema } from './plan.ts';
import { id, instant, isoDate, itemName, line, paragraph, remark, sha256Hex, span, type Shape } from './shapes.ts';
import { screenSchema, showingSchema } from './screens.ts';
import { speechDigestHash } from './speech-digest.ts';
import { voteTermsSchema } from './vote-terms.ts';

export { planSchema, rulesSchema } from './plan.ts';
export { isId } from './shapes.ts';

type Of<Type extends CommandType> = Extract<Command, { type: Type }>;
type Ids = {
  person: Of<'MarkLeft'>['person'];
  stage: Of<'MoveToStage'>['stageId'];
  request: Of<'GiveFloor'>['requestId'];
  motion: Of<'CastVote'>['motionId'];
};

const person = id<Ids['person']>();
const stageId = id<Ids['stage']>();
const requestId = id<Ids['request']>();
const pulseId = id<Of<'TakePulse'>['pulseId']>();
const asideId = id<Of<'SendAside'>['asideId']>();
const motionId = id<Ids['motion']>();
const voteId = id<Of<'HandInKey'>['voteId']>();
/** Lower-case hex; how long exactly follows from the vote. */
const ciphertext = z
  .string()
  .max(200_000)
  .regex(/^(?:[0-9a-f]{2})+$/);
const motionIds = z.array(motionId).min(1).max(200);
/** V51. Of the motions, one by one. */
const rounds = z.optional(z.array(z.int().min(1).max(999)).max(200));
const reason = line(200);
/** Of a clause. */
const textVersion = z.int().min(1).max(10_000);
const votes = z.int().min(0).max(2_000_000);
const opening = { ms: z.optional(span), terms: z.optional(voteTermsSchema), closing: z.optional(z.enum(['chair', 'clock'])) };

const asking = {
  requestId,
  kind: z.enum(floorKinds),
  matter: z.optional(z.enum(orderMatters)),
  topic: z.optional(remark(200)),
  addressedTo: z.optional(z.array(person).max(30)),
  inReplyTo: z.optional(requestId),
};

const handingIn = { requestId, topic: remark(200), text: paragraph(4000), addressedTo: z.optional(z.array(person).max(30)) };

/** A hash that is not of the words it comes with is no hash: nobody is shown one thing and confirms another. */
const askedDigest = z
  .strictObject({ requestId, fact: paragraph(1000), text: remark(500), hash: sha256Hex })
  .refine((asked) => speechDigestHash(asked) === asked.hash, 'hash');
const ofDigest = { requestId, hash: sha256Hex };

/** One schema a command; strict, so that a forged `by` or `at` is refused. Keyed by type: a missing one does not compile. */
const bodies: { readonly [Type in CommandType]: Shape<Of<Type>> } = {
  ConveneMeeting: z.strictObject({ type: z.literal('ConveneMeeting'), plan: planSchema }),

  CheckIn: z.strictObject({ type: z.literal('CheckIn'), where: z.optional(z.enum(['hall', 'online'])) }),
  CheckInFor: z.strictObject({ type: z.literal('CheckInFor'), person, reason }),
  UndoCheckIn: z.strictObject({ type: z.literal('UndoCheckIn'), person, reason }),
  MarkLeft: z.strictObject({ type: z.literal('MarkLeft'), person }),
  RequestLeave: z.strictObject({ type: z.literal('RequestLeave'), reasonDigest: sha256Hex }),
  WithdrawLeave: z.strictObject({ type: z.literal('WithdrawLeave') }),
  ApproveLeave: z.strictObject({ type: z.literal('ApproveLeave'), person }),
  DeclineLeave: z.strictObject({ type: z.literal('DeclineLeave'), person }),
  AddAttendee: z.strictObject({ type: z.literal('AddAttendee'), attendee: attendeeSchema, reason }),
  RemoveAttendee: z.strictObject({ type: z.literal('RemoveAttendee'), person, reason }),

  OpenMeeting: z.strictObject({ type: z.literal('OpenMeeting') }),
  MoveToStage: z.strictObject({ type: z.literal('MoveToStage'), stageId }),
  SuspendMeeting: z.strictObject({ type: z.literal('SuspendMeeting'), reason: z.optional(reason) }),
  ResumeMeeting: z.strictObject({ type: z.literal('ResumeMeeting') }),
  ConcludeMeeting: z.strictObject({ type: z.literal('ConcludeMeeting'), reason: z.optional(reason) }),
  PostponeMeeting: z.strictObject({ type: z.literal('PostponeMeeting'), startsAt: instant, reason }),
  CancelMeeting: z.strictObject({ type: z.literal('CancelMeeting'), reason }),
  HandOverChair: z.strictObject({ type: z.literal('HandOverChair'), to: person }),
  ReviseStage: z.strictObject({ type: z.literal('ReviseStage'), stageId, minutes: z.int().min(0).max(600), reason }),
  AddMaterial: z.strictObject({ type: z.literal('AddMaterial'), material: materialSchema }),
  WithdrawMaterial: z.strictObject({ type: z.literal('WithdrawMaterial'), materialId: id<Of<'WithdrawMaterial'>['materialId']>(), reason }),

  RequestFloor: z.strictObject({ type: z.literal('RequestFloor'), ...asking }),
  EnterRequest: z.strictObject({ type: z.literal('EnterRequest'), person, ...asking }),
  WithdrawRequest: z.strictObject({ type: z.literal('WithdrawRequest'), requestId }),
  RemoveRequest: z.strictObject({ type: z.literal('RemoveRequest'), requestId, reason }),
  MoveRequest: z.strictObject({
    type: z.literal('MoveRequest'),
    requestId,
    before: z.nullable(requestId),
    seen: z.optional(z.int().min(0)),
  }),
  RestoreOrder: z.strictObject({ type: z.literal('RestoreOrder') }),
  CloseQueue: z.strictObject({ type: z.literal('CloseQueue') }),
  ReopenQueue: z.strictObject({ type: z.literal('ReopenQueue') }),
  Interpose: z.strictObject({ type: z.literal('Interpose'), requestId }),
  HandInSpeech: z.strictObject({ type: z.literal('HandInSpeech'), ...handingIn }),
  EnterWrittenSpeech: z.strictObject({ type: z.literal('EnterWrittenSpeech'), person, ...handingIn }),
  SkipRequest: z.strictObject({ type: z.literal('SkipRequest'), requestId }),
  PutBack: z.strictObject({ type: z.literal('PutBack'), requestId, as: requestId }),
  CutLimits: z.strictObject({ type: z.literal('CutLimits'), ms: span }),
  BarWithdrawal: z.strictObject({ type: z.literal('BarWithdrawal') }),
  AllowWithdrawal: z.strictObject({ type: z.literal('AllowWithdrawal') }),
  GiveFloor: z.strictObject({ type: z.literal('GiveFloor'), requestId, reason: z.optional(reason) }),
  PauseSpeech: z.strictObject({ type: z.literal('PauseSpeech') }),
  ResumeSpeech: z.strictObject({ type: z.literal('ResumeSpeech') }),
  ExtendSpeech: z.strictObject({ type: z.literal('ExtendSpeech'), ms: z.int().min(-3_600_000).max(3_600_000) }),
  EndSpeech: z.strictObject({ type: z.literal('EndSpeech'), requestId: z.optional(requestId) }),
  MarkOvertime: z.strictObject({ type: z.literal('MarkOvertime'), requestId }),
  LoseSpeaker: z.strictObject({ type: z.literal('LoseSpeaker'), requestId, since: instant }),
  FindSpeaker: z.strictObject({ type: z.literal('FindSpeaker'), requestId }),
  AddressSpeech: z.strictObject({ type: z.literal('AddressSpeech'), requestId, departments: z.array(person).max(30) }),
  AnswerSpeech: z.strictObject({
    type: z.literal('AnswerSpeech'),
    answerId: id<Of<'AnswerSpeech'>['answerId']>(),
    requestId,
    kind: z.enum(answerKinds),
    note: z.optional(remark(2000)),
    dueDate: z.optional(isoDate),
    department: z.optional(person),
  }),

  RateAnswer: z.strictObject({ type: z.literal('RateAnswer'), answerId: id<Of<'AnswerSpeech'>['answerId']>(), rating: z.enum(ratings) }),

  TableRecommendation: z.strictObject({ type: z.literal('TableRecommendation'), recommendation: recommendationSchema }),
  ReviseRecommendation: z.strictObject({ type: z.literal('ReviseRecommendation'), motionId, text: paragraph(4000), reason }),

  ProposeAmendment: z.strictObject({
    type: z.literal('ProposeAmendment'),
    ...{ amendmentId: motionId, motionId, version: textVersion, text: paragraph(4000) },
    reason: z.optional(remark(500)),
  }),
  WithdrawAmendment: z.strictObject({ type: z.literal('WithdrawAmendment'), amendmentId: motionId }),
  RebaseAmendment: z.strictObject({
    type: z.literal('RebaseAmendment'),
    ...{ amendmentId: motionId, version: textVersion, text: paragraph(4000) },
  }),
  MergeAmendments: z.strictObject({
    type: z.literal('MergeAmendments'),
    ...{ motionId, amendmentIds: motionIds, version: textVersion, text: paragraph(4000), reason },
  }),
  DeclineAmendment: z.strictObject({ type: z.literal('DeclineAmendment'), amendmentId: motionId, reason }),

  OpenVoting: z.strictObject({ type: z.literal('OpenVoting'), motionIds, ...opening }),
  CastVote: z.strictObject({
    type: z.literal('CastVote'),
    motionId,
    choice: z.enum(choices),
    round: z.optional(z.int().min(1).max(999)),
    for: z.optional(person),
  }),
  EnterVote: z.strictObject({
    type: z.literal('EnterVote'),
    motionId,
    voter: person,
    choice: z.enum([...choices, 'notPressed']),
    reason: z.optional(reason),
  }),
  EnterCount: z.strictObject({
    type: z.literal('EnterCount'),
    motionId,
    approve: votes,
    oppose: votes,
    abstain: votes,
    spoilt: z.optional(votes),
  }),
  CloseVoting: z.strictObject({ type: z.literal('CloseVoting'), motionIds, rounds }),
  AnnounceResult: z.strictObject({ type: z.literal('AnnounceResult'), motionIds, rounds }),
  VoidVoting: z.strictObject({ type: z.literal('VoidVoting'), motionIds, rounds, reason }),
  RepeatVoting: z.strictObject({ type: z.literal('RepeatVoting'), motionIds, reason, ...opening }),
  OpenAcclamation: z.strictObject({ type: z.literal('OpenAcclamation'), motionIds, ms: z.optional(span) }),
  RaiseObjection: z.strictObject({ type: z.literal('RaiseObjection'), motionId }),
  CloseAcclamation: z.strictObject({ type: z.literal('CloseAcclamation'), motionIds }),
  ChangeVoteRule: z.strictObject({ type: z.literal('ChangeVoteRule'), base: voteBaseSchema, threshold: thresholdSchema, reason }),
  NameScrutineers: z.strictObject({ type: z.literal('NameScrutineers'), persons: z.array(person).max(30) }),
  ConfirmCount: z.strictObject({ type: z.literal('ConfirmCount'), motionIds, rounds }),
  DeclareReservation: z.strictObject({ type: z.literal('DeclareReservation'), motionId, note: z.optional(remark(500)) }),
  WithdrawReservation: z.strictObject({ type: z.literal('WithdrawReservation'), motionId }),
  GrantProxy: z.strictObject({ type: z.literal('GrantProxy'), to: person }),
  RevokeProxy: z.strictObject({ type: z.literal('RevokeProxy') }),
  CastSealedBallot: z.strictObject({ type: z.literal('CastSealedBallot'), voteId, revision: z.int().min(1).max(1_000_000), ciphertext }),
  OfferScrutineerKey: z.strictObject({ type: z.literal('OfferScrutineerKey'), publicKey: sha256Hex }),
  HandInKey: z.strictObject({ type: z.literal('HandInKey'), voteId, privateKey: sha256Hex }),
  VoidLostBallots: z.strictObject({ type: z.literal('VoidLostBallots'), voteId }),
  DestroyBallots: z.strictObject({ type: z.literal('DestroyBallots'), voteId }),

  OpenPulse: z.strictObject({ type: z.literal('OpenPulse'), pulseId, motionId, turn: z.enum(pulseTurns) }),
  TakePulse: z.strictObject({ type: z.literal('TakePulse'), pulseId, stance: z.enum(stances) }),
  ClosePulse: z.strictObject({ type: z.literal('ClosePulse'), pulseId }),
  ...electionBodies,

  SendAside: z.strictObject({ type: z.literal('SendAside'), asideId, to: person, digest: sha256Hex }),
  WithdrawAside: z.strictObject({ type: z.literal('WithdrawAside'), asideId }),
  ReceiveAside: z.strictObject({ type: z.literal('ReceiveAside'), from: person, asideId }),
  AcknowledgeAside: z.strictObject({ type: z.literal('AcknowledgeAside'), from: person, asideId }),
  AnswerAside: z.strictObject({ type: z.literal('AnswerAside'), from: person, asideId, digest: sha256Hex }),

  PermitWriter: z.strictObject({ type: z.literal('PermitWriter'), person }),
  DismissWriter: z.strictObject({ type: z.literal('DismissWriter'), person }),
  SubmitMinutes: z.strictObject({ type: z.literal('SubmitMinutes') }),
  PassMinutes: z.strictObject({ type: z.literal('PassMinutes') }),
  ReturnMinutes: z.strictObject({ type: z.literal('ReturnMinutes'), reason }),
  CountersignMinutes: z.strictObject({ type: z.literal('CountersignMinutes') }),
  IssueMinutes: z.strictObject({ type: z.literal('IssueMinutes'), number: line(40), copyTo: z.optional(remark(300)) }),
  CorrectMinutes: z.strictObject({ type: z.literal('CorrectMinutes'), passage: paragraph(1000), correction: paragraph(1000), reason }),

  AskSpeakers: z.strictObject({
    type: z.literal('AskSpeakers'),
    digests: z.array(askedDigest).min(1).max(100),
    dueAt: z.optional(instant),
  }),
  ConfirmSpeechDigest: z.strictObject({ type: z.literal('ConfirmSpeechDigest'), ...ofDigest }),
  ContestSpeechDigest: z.strictObject({ type: z.literal('ContestSpeechDigest'), ...ofDigest, wish: paragraph(500) }),
  ConfirmSpeechDigestFor: z.strictObject({ type: z.literal('ConfirmSpeechDigestFor'), ...ofDigest, reason }),
  ExcuseSpeaker: z.strictObject({ type: z.literal('ExcuseSpeaker'), requestId, reason }),
  NameCountersigners: z.strictObject({ type: z.literal('NameCountersigners'), persons: z.array(person).min(1).max(30) }),
  ExcuseCountersigner: z.strictObject({ type: z.literal('ExcuseCountersigner'), person, reason }),
  CloseOpenItem: z.strictObject({
    type: z.literal('CloseOpenItem'),
    from: id<MeetingId>(),
    item: itemName,
    title: line(300),
    reference: line(200),
  }),

  AddScreen: z.strictObject({ type: z.literal('AddScreen'), screen: screenSchema }),
  RemoveScreen: z.strictObject({ type: z.literal('RemoveScreen'), screen: screenSchema }),
  ShowOnScreen: z.strictObject({ type: z.literal('ShowOnScreen'), screen: screenSchema, showing: showingSchema }),
};

export interface Hello {
  readonly protocol: number;
  readonly meetingId: MeetingId;
  readonly lastSeq: number;
  /** The page is a screen of the house, called so. */
  readonly screen?: ScreenName | undefined;
}

const helloSchema = z.strictObject({
  protocol: z.int(),
  meetingId: id<MeetingId>(),
  lastSeq: z.int().min(0),
  screen: z.optional(screenSchema),
}) satisfies Shape<Hello>;

const shownSchema = z.strictObject({ seq: z.int().min(0) });

const frameSchema = z.looseObject({ id: id<CommandId>(), meetingId: id<MeetingId>(), type: z.string() });

export interface CommandFrame {
  readonly id: CommandId;
  readonly meetingId: MeetingId;
  readonly body: Command;
}

/** A frame as read, or where it goes wrong (a path, never its content). */
export type Read<Frame> = { readonly ok: true; readonly frame: Frame } | { readonly ok: false; readonly problem: string };

export function readHello(frame: unknown): Read<Hello> {
  const read = helloSchema.safeParse(frame);
  return read.success ? { ok: true, frame: read.data } : { ok: false, problem: where(read.error) };
}

/** What a screen says of itself: the newest fact it has drawn. */
export function readShown(frame: unknown): Read<{ readonly seq: number }> {
  const read = shownSchema.safeParse(frame);
  return read.success ? { ok: true, frame: read.data } : { ok: false, problem: where(read.error) };
}

export function readCommand(frame: unknown): Read<CommandFrame> {
  const outer = frameSchema.safeParse(frame);
  if (!outer.success) return { ok: false, problem: where(outer.error) };
  const { id: command, meetingId, ...rest } = outer.data;
  if (!isCommandType(rest.type)) return { ok: false, problem: 'type' };
  const body = bodies[rest.type].safeParse(rest);
  return body.success ? { ok: true, frame: { id: command, meetingId, body: body.data } } : { ok: false, problem: where(body.error) };
}

const isCommandType = (type: string): type is CommandType => Object.hasOwn(bodies, type);

const where = (error: z.ZodError): string => error.issues[0]?.path.join('.') || (error.issues[0]?.code ?? 'frame');

/** The shape of all that goes up as JSON Schema, for the lock test of the protocol number. */
export const upwardShape = (): unknown => ({
  hello: z.toJSONSchema(helloSchema, { unrepresentable: 'any', io: 'input' }),
  shown: z.toJSONSchema(shownSchema, { unrepresentable: 'any', io: 'input' }),
  ...Object.fromEntries(
    Object.entries(bodies).map(([type, schema]) => [type, z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' })]),
  ),
});
