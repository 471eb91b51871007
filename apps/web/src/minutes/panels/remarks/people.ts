// Knows how those who can be mentioned are written; not who that is.
import type { Meeting } from '@xieshang/meeting';
import { mentionable, type Named } from '@xieshang/minutes';
import { fullName } from '../../../meeting/shared/people.ts';

/** By the names that the page shows them under. */
export const mentionNames = (meeting: Meeting): readonly Named[] =>
  mentionable(meeting).map((one) => ({ person: one.person, name: fullName(one) }));
