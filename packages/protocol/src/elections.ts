// Knows what a browser may say about an election, with its limits; not the answer.
import { z } from 'zod';
import type { Candidate, CandidateId, Command, ElectionCommand, ElectionPaper, ElectionTerms } from '@xieshang/meeting';
import { voteRuleSchema } from './plan.ts';
import { id, isId, line, span, type Shape } from './shapes.ts';
import { secretTermsSchema } from './vote-terms.ts';

type Of<Type extends ElectionCommand['type']> = Extract<Command, { type: Type }>;

const electionId = id<Of<'OpenElection'>['electionId']>();
const candidateId = id<CandidateId>();
const person = id<NonNullable<Candidate['person']>>();
const reason = line(200);
const round = z.optional(z.int().min(1).max(1000));

/** Somebody who was written in stands in a run-off as `person:` and the id. */
const nominee = z.custom<CandidateId>((text) => typeof text === 'string' && isId(text.replace(/^person:/, '')), 'id');

/** At most 50 candidates and 50 seats. */
const paper = z.strictObject({
  title: line(100),
  seats: z.int().min(1).max(50),
  candidates: z
    .array(z.strictObject({ candidateId, name: line(40), note: z.optional(line(120)), person: z.optional(person) }))
    .min(1)
    .max(50),
  writeIns: z.enum(['none', 'fromRoll']),
  rule: z.union([z.literal('plurality'), voteRuleSchema]),
}) satisfies Shape<ElectionPaper>;

const terms = z.discriminatedUnion('form', [
  z.strictObject({ form: z.literal('named') }),
  z.strictObject({ form: z.literal('paper') }),
  secretTermsSchema,
]) satisfies Shape<ElectionTerms>;

const opening = { electionId, ms: z.optional(span), terms: z.optional(terms), closing: z.optional(z.enum(['chair', 'clock'])) };
const number = z.int().min(0).max(2000);

export const electionBodies: { readonly [Type in ElectionCommand['type']]: Shape<Of<Type>> } = {
  TableElection: z.strictObject({ type: z.literal('TableElection'), electionId, paper }),
  ReviseElection: z.strictObject({ type: z.literal('ReviseElection'), electionId, paper, reason }),
  WithdrawElection: z.strictObject({ type: z.literal('WithdrawElection'), electionId, reason }),
  OpenElection: z.strictObject({ type: z.literal('OpenElection'), ...opening }),
  RepeatElection: z.strictObject({
    type: z.literal('RepeatElection'),
    ...opening,
    reason,
    candidates: z.optional(z.array(nominee).min(1).max(50)),
  }),
  CastElection: z.strictObject({
    type: z.literal('CastElection'),
    electionId,
    chosen: z.array(nominee).max(50),
    writeIns: z.array(person).max(50),
    round,
  }),
  EnterElection: z.strictObject({
    type: z.literal('EnterElection'),
    electionId,
    voter: person,
    ballot: z.nullable(z.strictObject({ chosen: z.array(nominee).max(50), writeIns: z.array(person).max(50) })),
    reason,
  }),
  EnterElectionCount: z.strictObject({
    type: z.literal('EnterElectionCount'),
    electionId,
    marked: number,
    blank: number,
    spoilt: number,
    votes: z.array(z.strictObject({ candidateId: nominee, votes: number })).max(50),
    writeIns: z.array(z.strictObject({ person, votes: number })).max(200),
  }),
  CloseElection: z.strictObject({ type: z.literal('CloseElection'), electionId, round }),
  VoidElection: z.strictObject({ type: z.literal('VoidElection'), electionId, round, reason }),
  ConfirmElectionCount: z.strictObject({ type: z.literal('ConfirmElectionCount'), electionId, round }),
  AnnounceElection: z.strictObject({ type: z.literal('AnnounceElection'), electionId, round }),
};
