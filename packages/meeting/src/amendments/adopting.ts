// Knows that an amendment which passes revises its clause in the same decision; not how it was voted on.
import type { Decision } from '../decision.ts';
import type { MeetingEvent } from '../event.ts';
import type { Assembled } from '../meeting.ts';
import { lookUp } from '../record.ts';
import type { Motion, Paper } from '../vote/index.ts';
import { outcomesOf } from './evolve.ts';

/** X6. The facts of the vote, and the revision of every clause whose amendment they say has passed. */
export function adopting(meeting: Assembled, decision: Decision): Decision {
  if (!decision.ok) return decision;
  const adopted = decision.events.flatMap((event) => revisions(meeting, event));
  return adopted.length === 0 ? decision : { ok: true, events: [...decision.events, ...adopted] };
}

function revisions(meeting: Assembled, event: MeetingEvent): readonly MeetingEvent[] {
  if (event.type !== 'VotingClosed' && event.type !== 'AcclamationClosed') return [];
  return outcomesOf(event).flatMap(({ motionId: amendmentId, passed }): readonly MeetingEvent[] => {
    const amendment = lookUp(meeting.amendments, amendmentId);
    const clause = amendment && lookUp(meeting.recommendations, amendment.motionId);
    const motion = lookUp(meeting.motions, amendmentId);
    if (!passed || !amendment || !clause || !motion) return [];
    const { motionId, reason } = amendment;
    // The words that were put, not those that are wished by now.
    const { text } = paperIn(motion);
    const amendmentIds = [amendmentId];
    return [{ type: 'RecommendationRevised', payload: { motionId, text, version: clause.version + 1, reason, amendmentIds } }];
  });
}

const paperIn = (motion: Motion): Paper => ('paper' in motion ? motion.paper : motion.result.paper);
