// Knows how it is said what became of an amendment; not who may see it.
import { isUnderVote, type Amendment, type Motions } from '@xieshang/meeting';
import { amendmentWords as words } from '../../words/zh/amendments.ts';
import type { Tone } from '../../ui/Tag.tsx';

/** In two words, with the tone it is said in, and why where somebody said why. */
export function standingText({ amendmentId, standing }: Amendment, motions: Motions): { text: string; tone: Tone; reason: string } {
  if (isUnderVote(motions, amendmentId)) return { text: words.standing.voting, tone: 'seal', reason: '' };
  switch (standing.phase) {
    case 'open':
      return { text: words.standing.open, tone: 'amber', reason: '' };
    case 'withdrawn':
      return { text: words.standing.withdrawn, tone: 'grey', reason: '' };
    case 'merged':
      return { text: words.standing.merged(standing.version), tone: 'jade', reason: standing.reason };
    case 'declined':
      return { text: words.standing.declined, tone: 'grey', reason: standing.reason };
    case 'voted':
      return standing.passed
        ? { text: words.standing.passed, tone: 'jade', reason: '' }
        : { text: words.standing.rejected, tone: 'grey', reason: '' };
  }
}
