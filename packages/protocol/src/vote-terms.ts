// Knows the shape of the terms a vote is opened on; not whether a meeting offers them.
import { z } from 'zod';
import type { SecretTerms, VoteId, VoteTerms } from '@xieshang/meeting';
import { id, type Shape } from './shapes.ts';

export const secretTermsSchema = z.strictObject({
  form: z.literal('secret'),
  voteId: id<VoteId>(),
  receipt: z.enum(['hash', 'tag']),
  custody: z.enum(['server', 'scrutineers']),
  change: z.enum(['untilClose', 'never']),
  few: z.optional(z.literal('accepted')),
}) satisfies Shape<SecretTerms>;

export const voteTermsSchema = z.union([
  z.strictObject({ form: z.enum(['named', 'unnamed', 'paper']) }),
  z.strictObject({ form: z.literal('showOfHands'), counting: z.enum(['byName', 'byCount']) }),
  secretTermsSchema,
]) satisfies Shape<VoteTerms>;
