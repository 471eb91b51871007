// Knows the shape and limits of a plan as it comes from outside; not whether it can be convened.
import { z } from 'zod';
import type {
  Attendee,
  Material,
  Notice,
  Plan,
  PreparedSpeech,
  Recommendation,
  Rules,
  Stage,
  Threshold,
  VoteRule,
} from '@xieshang/meeting';
import { roles, secrecyLevels, floorKinds } from '@xieshang/meeting';
import { instant, isoDate, id, line, longSpan, paragraph, sha256Hex, span, type Shape } from './shapes.ts';

export const thresholdSchema = z.union([
  z.strictObject({ kind: z.enum(['moreThan', 'atLeast']), parts: z.int().min(1).max(99), of: z.int().min(1).max(100) }),
  z.strictObject({ kind: z.literal('consensus') }),
]) satisfies Shape<Threshold>;

export const voteBaseSchema = z.enum(['eligible', 'present', 'cast', 'valid']);

export const voteRuleSchema = z.strictObject({ base: voteBaseSchema, threshold: thresholdSchema }) satisfies Shape<VoteRule>;

export const rulesSchema = z.strictObject({
  quorum: thresholdSchema,
  vote: voteRuleSchema,
  votingMs: span,
  objectionMs: span,
  speechMs: z.strictObject({
    briefing: span,
    keynoteSpeech: span,
    openFloorSpeech: span,
    followUpQuestion: span,
    interjection: span,
    departmentResponse: span,
    pointOfOrder: z.optional(span),
  }),
  warningsMs: z.array(span).max(5),
  confirmationMs: z.optional(longSpan),
  cues: z.optional(z.strictObject({ sound: z.enum(['on', 'off']), vibration: z.enum(['on', 'off']) })),
  lease: z.optional(z.strictObject({ graceMs: z.int().min(1000).max(600_000) })),
  waitingEntries: z.optional(z.enum(['one', 'several'])),
  ballotConfirm: z.optional(z.enum(['once', 'twice'])),
  graceMs: z.optional(z.int().min(0).max(600_000)),
  leastBallots: z.optional(z.int().min(1).max(1000)),
  weights: z.optional(z.enum(['equal', 'weighted'])),
  proxies: z.optional(z.strictObject({ most: z.int().min(1).max(20) })),
}) satisfies Shape<Rules>;

export const attendeeSchema = z.strictObject({
  person: id<Attendee['person']>(),
  name: line(40),
  role: z.enum(roles),
  sector: z.optional(line(40)),
  unit: z.optional(line(80)),
  title: z.optional(line(80)),
  seat: z.optional(line(20)),
  weight: z.optional(z.int().min(1).max(1000)),
}) satisfies Shape<Attendee>;

export const stageSchema = z.strictObject({
  stageId: id<Stage['stageId']>(),
  name: line(40),
  minutes: z.int().min(0).max(600),
  speechKind: z.nullable(z.enum(floorKinds)),
  speechMs: z.optional(span),
}) satisfies Shape<Stage>;

export const materialSchema = z.strictObject({
  materialId: id<Material['materialId']>(),
  name: line(200),
  mime: line(120),
  bytes: z.int().min(0),
  sha256: sha256Hex,
  circle: z.enum(['members', 'public']),
  secrecy: z.optional(z.enum(secrecyLevels)),
}) satisfies Shape<Material>;

export const recommendationSchema = z.strictObject({
  motionId: id<Recommendation['motionId']>(),
  number: z.int().min(1).max(999),
  text: paragraph(4000),
  version: z.int().min(1),
  leadUnit: z.string().max(120),
  coUnits: z.array(line(120)).max(20),
  dueDate: z.nullable(isoDate),
}) satisfies Shape<Recommendation>;

const preparedSchema = z.strictObject({
  requestId: id<PreparedSpeech['requestId']>(),
  stageId: id<PreparedSpeech['stageId']>(),
  person: id<PreparedSpeech['person']>(),
  kind: z.enum(floorKinds),
  topic: z.string().max(200),
  addressedTo: z.array(id<PreparedSpeech['person']>()).max(30),
  limitMs: z.optional(span),
}) satisfies Shape<PreparedSpeech>;

const noticeSchema = z.strictObject({
  meeting: id<Notice['meeting']>(),
  kind: z.enum(['consultation', 'rehearsal']),
  title: line(200),
  topic: z.string().max(200),
  place: z.string().max(120),
  startsAt: instant,
  rehearses: z.optional(id<Notice['meeting']>()),
}) satisfies Shape<Notice>;

/** At most 2,000 people, 40 stages, 300 prepared speeches, 200 materials, 200 recommendations. */
export const planSchema = z.strictObject({
  notice: noticeSchema,
  rules: rulesSchema,
  attendees: z.array(attendeeSchema).max(2000),
  presiding: id<Plan['presiding']>(),
  stages: z.array(stageSchema).max(40),
  prepared: z.array(preparedSchema).max(300),
  materials: z.array(materialSchema).max(200),
  recommendations: z.array(recommendationSchema).max(200),
  onLeave: z.array(id<Plan['presiding']>()).max(2000),
}) satisfies Shape<Plan>;
