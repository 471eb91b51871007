// Knows what belongs on a screen while nobody speaks or votes, stage by stage; not how it looks.
import { attendance, undecidedAmendments, votersNow, type Amendment, type Quorum, type Request, type VoteRule } from '@xieshang/meeting';
import type { Held } from '../shared/held.ts';
import { stageIdNow, stageNow } from '../shared/stage-now.ts';

/** The stages at which the drafts are gone through and put to the vote, as the templates name them. */
const [deliberation, voting] = ['deliberation', 'voting'];

/** K7. Of those who wait, whom one awaits here: at a stage that is for speeches everybody, at others who was entered since it began. */
export function awaitedNow(meeting: Held, waiting: readonly Request[]): readonly Request[] {
  if (stageNow(meeting)?.speechKind !== null) return waiting;
  const since = meeting.agenda.course.at(-1)?.from ?? 0;
  return waiting.filter(({ askedAt }) => askedAt >= since);
}

/** While the drafts are gone through: what is still to be decided on, clause by clause. */
export function discussedNow(meeting: Held): readonly Amendment[] {
  if (stageIdNow(meeting) !== deliberation) return [];
  return Object.values(meeting.recommendations)
    .toSorted((one, other) => one.number - other.number)
    .flatMap(({ motionId }) => undecidedAmendments(meeting, motionId));
}

export interface VoteAhead {
  readonly rule: VoteRule;
  readonly eligible: number;
  readonly mayVote: number;
  readonly quorum: Quorum;
}

/** K7. Where votes are taken, by what the next one would be decided as things stand: read before it is opened. */
export function voteAhead(meeting: Held): VoteAhead | null {
  if (stageIdNow(meeting) !== voting) return null;
  const { needed, present } = attendance(meeting.roll, meeting.rules.quorum);
  const { eligible, mayVote } = votersNow(meeting, 'named');
  return { rule: meeting.rules.vote, eligible, mayVote, quorum: { needed, present } };
}
