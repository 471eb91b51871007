// Knows which amendments of a clause are still to be decided and whether its text may move meanwhile; not how they are decided.
import type { Decision } from '../decision.ts';
import { no, yes } from '../decision.ts';
import type { MotionId } from '../ids.ts';
import type { Assembled } from '../meeting.ts';
import { lookUp } from '../record.ts';
import type { Refusal } from '../refusal.ts';
import type { Motions } from '../vote/index.ts';
import { isOpen, textIsFrozen } from '../vote/putting.ts';
import type { Amendment } from './types.ts';

type Parts = Pick<Assembled, 'amendments' | 'motions' | 'recommendations'>;

/** In the order they were proposed. */
export const amendmentsOf = ({ amendments }: Pick<Assembled, 'amendments'>, motionId: MotionId): readonly Amendment[] =>
  Object.values(amendments)
    .filter((one) => one.motionId === motionId)
    .toSorted((one, other) => one.at - other.at);

/** Being voted on, with an objection window open, or waiting for the keys of its ballots. */
export const isUnderVote = (motions: Motions, amendmentId: MotionId): boolean => isOpen(lookUp(motions, amendmentId));

/** X7. Those a clause waits for. */
export const undecidedAmendments = (meeting: Pick<Assembled, 'amendments' | 'motions'>, motionId: MotionId): readonly Amendment[] =>
  amendmentsOf(meeting, motionId).filter(
    ({ amendmentId, standing }) => standing.phase === 'open' || isUnderVote(meeting.motions, amendmentId),
  );

/** X6. The clause reads otherwise by now than where the amendment starts from. */
export const isStale = ({ recommendations }: Pick<Assembled, 'recommendations'>, { motionId, version }: Amendment): boolean =>
  lookUp(recommendations, motionId)?.version !== version;

/** D2, X6. Until it has been put a text may change, but not under an amendment that is being voted on. */
export function textMayMove(meeting: Parts, motionId: MotionId): Decision {
  if (textIsFrozen(meeting.motions, motionId)) return no({ type: 'TextIsFrozen', motionId });
  const voted = amendmentsOf(meeting, motionId).find(({ amendmentId }) => isUnderVote(meeting.motions, amendmentId));
  return voted ? no({ type: 'AmendmentUnderVote', amendmentId: voted.amendmentId }) : yes();
}

/** X6, X7. What keeps a clause, or an amendment, from being put together with the others named. */
export function putRefusal(meeting: Parts, motionId: MotionId, together: ReadonlySet<MotionId>): Refusal | undefined {
  const amendment = lookUp(meeting.amendments, motionId);
  if (!amendment) {
    const open = undecidedAmendments(meeting, motionId);
    return open.length === 0 ? undefined : { type: 'AmendmentsOpen', motionId, amendmentIds: open.map((one) => one.amendmentId) };
  }
  const { phase } = amendment.standing;
  if (phase !== 'open' && phase !== 'voted') return { type: 'AmendmentIsSettled', amendmentId: motionId };
  const may = textMayMove(meeting, amendment.motionId);
  if (!may.ok) return may.refusal;
  if (isStale(meeting, amendment)) return { type: 'AmendmentIsStale', amendmentId: motionId };
  const rival = amendmentsOf(meeting, amendment.motionId).find((one) => one !== amendment && together.has(one.amendmentId));
  return rival && { type: 'OneAmendmentAtATime', motionId: amendment.motionId };
}
