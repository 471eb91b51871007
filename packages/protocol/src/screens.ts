// Knows how what is put on a screen is spelled on the wire, with its limits; not whether it may be shown.
import { z } from 'zod';
import { longestScreenName, screenName, type ElectionId, type MotionId, type ScreenName, type Showing } from '@xieshang/meeting';
import { id, instant, line, paragraph, type Shape } from './shapes.ts';

const motionId = id<MotionId>();

/** One line of at most 20 characters. */
export const screenSchema: Shape<ScreenName> = line(longestScreenName).transform(screenName);

export const showingSchema: Shape<Showing> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['meeting', 'floor', 'speakers', 'agenda', 'vote', 'emblem']) }),
  z.strictObject({ kind: z.enum(['text', 'pulse']), motionId }),
  z.strictObject({ kind: z.literal('result'), motionIds: z.array(motionId).min(1).max(200) }),
  z.strictObject({ kind: z.literal('elected'), electionId: id<ElectionId>() }),
  z.strictObject({ kind: z.literal('notice'), text: paragraph(200) }),
  z.strictObject({ kind: z.literal('break'), until: z.nullable(instant) }),
]);
