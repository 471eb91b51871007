// Knows how amendments are proposed, withdrawn, carried over, merged and declined; not how they are voted on.
import type { Decision } from '../decision.ts';
import { no, yes } from '../decision.ts';
import type { Stamped } from '../envelope.ts';
import type { MotionId } from '../ids.ts';
import type { Assembled } from '../meeting.ts';
import { lookUp } from '../record.ts';
import { isUnderVote, amendmentsOf, textMayMove } from './standing.ts';
import type { Amendment, AmendmentsCommand } from './types.ts';
import { textIsFrozen } from '../vote/putting.ts';

/** X1. What one member may have before the office on one clause, and may have asked for on it in all. */
export const mostOpenAmendments = 3;
const mostAmendments = 20;

/** X1–X5. From the convening to the end of the meeting, in a break too. */
export function decideAmendments(meeting: Assembled, command: Stamped<AmendmentsCommand>): Decision {
  switch (command.type) {
    case 'ProposeAmendment':
      return propose(meeting, command);
    case 'MergeAmendments':
      return merge(meeting, command);
  }
  const { amendmentId, by } = command;
  const amendment = lookUp(meeting.amendments, amendmentId);
  if (!amendment) return no({ type: 'UnknownAmendment', amendmentId });
  const { motionId, standing } = amendment;
  const of = { amendmentId, motionId };
  const foreign = amendment.by !== by;
  switch (command.type) {
    case 'WithdrawAmendment':
      if (foreign) return no({ type: 'NotYourAmendment', amendmentId });
      if (standing.phase === 'withdrawn') return yes();
      return whileOpen(meeting, amendment) ?? yes({ type: 'AmendmentWithdrawn', payload: of });
    case 'DeclineAmendment': {
      const { reason } = command;
      if (standing.phase === 'declined' && standing.reason === reason) return yes();
      return whileOpen(meeting, amendment) ?? yes({ type: 'AmendmentDeclined', payload: { ...of, reason } });
    }
    case 'RebaseAmendment':
      if (foreign && meeting.roll.attendees.some(({ person, role }) => person === by && role === 'member')) {
        return no({ type: 'NotYourAmendment', amendmentId });
      }
      return rebase(meeting, amendment, command);
  }
}

/** X1. Nobody amends a text that was not read: it starts from the clause as it stands. */
function propose(meeting: Assembled, command: Stamped<Extract<AmendmentsCommand, { type: 'ProposeAmendment' }>>): Decision {
  const { amendmentId, motionId, version, by } = command;
  const text = command.text.trim();
  const clause = lookUp(meeting.recommendations, motionId);
  if (!clause) return no({ type: 'UnknownMotion', motionId });
  const known = lookUp(meeting.amendments, amendmentId);
  if (known) {
    return known.by === by && known.motionId === motionId && known.text === text
      ? yes()
      : no({ type: 'MotionIdTaken', motionId: amendmentId });
  }
  if (lookUp(meeting.recommendations, amendmentId) || lookUp(meeting.motions, amendmentId)) {
    return no({ type: 'MotionIdTaken', motionId: amendmentId });
  }
  if (textIsFrozen(meeting.motions, motionId)) return no({ type: 'TextIsFrozen', motionId });
  if (version !== clause.version) return no({ type: 'TextHasMovedOn', motionId, version: clause.version });
  if (text === clause.text) return no({ type: 'AmendmentChangesNothing' });
  const own = amendmentsOf(meeting, motionId).filter((one) => one.by === by);
  const open = own.filter(({ standing }) => standing.phase === 'open');
  if (open.some((one) => one.text === text && one.version === version)) return yes();
  if (open.length >= mostOpenAmendments || own.length >= mostAmendments) {
    return no({ type: 'TooManyAmendments', motionId, most: open.length >= mostOpenAmendments ? mostOpenAmendments : mostAmendments });
  }
  const reason = (command.reason ?? '').trim();
  return yes({ type: 'AmendmentProposed', payload: { amendmentId, motionId, by, version, text, reason } });
}

/** X3. One revision of the clause with what it is made of; where the text stands already, only the amendments are marked. */
function merge(meeting: Assembled, command: Stamped<Extract<AmendmentsCommand, { type: 'MergeAmendments' }>>): Decision {
  const { motionId, version, reason } = command;
  const text = command.text.trim();
  const clause = lookUp(meeting.recommendations, motionId);
  if (!clause) return no({ type: 'UnknownMotion', motionId });
  const amendmentIds: readonly MotionId[] = [...new Set(command.amendmentIds)];
  const named = [];
  for (const amendmentId of amendmentIds) {
    const amendment = lookUp(meeting.amendments, amendmentId);
    if (amendment?.motionId !== motionId) return no({ type: 'UnknownAmendment', amendmentId });
    named.push(amendment);
  }
  if (text === clause.text && named.every(({ standing }) => standing.phase === 'merged')) return yes();
  for (const amendment of named) {
    const refused = whileOpen(meeting, amendment);
    if (refused) return refused;
  }
  const may = textMayMove(meeting, motionId);
  if (!may.ok) return may;
  if (version !== clause.version) return no({ type: 'TextHasMovedOn', motionId, version: clause.version });
  if (text === clause.text) return yes({ type: 'AmendmentsMerged', payload: { motionId, amendmentIds, version, reason } });
  return yes(
    { type: 'RecommendationRevised', payload: { motionId, text, version: version + 1, reason, amendmentIds } },
    { type: 'AmendmentsMerged', payload: { motionId, amendmentIds, version: version + 1, reason } },
  );
}

/** X5. Carried over to the text as it stands, by whoever proposed it or a secretary. */
function rebase(
  meeting: Assembled,
  amendment: Amendment,
  command: Stamped<Extract<AmendmentsCommand, { type: 'RebaseAmendment' }>>,
): Decision {
  const { amendmentId, motionId } = amendment;
  const { version } = command;
  const text = command.text.trim();
  const refused = whileOpen(meeting, amendment);
  if (refused) return refused;
  const clause = lookUp(meeting.recommendations, motionId);
  if (!clause) return no({ type: 'UnknownMotion', motionId });
  if (amendment.version === clause.version) return amendment.text === text ? yes() : no({ type: 'AmendmentNotStale', amendmentId });
  const may = textMayMove(meeting, motionId);
  if (!may.ok) return may;
  if (version !== clause.version) return no({ type: 'TextHasMovedOn', motionId, version: clause.version });
  if (text === clause.text) return no({ type: 'AmendmentChangesNothing' });
  return yes({ type: 'AmendmentRebased', payload: { amendmentId, motionId, version, text } });
}

/** What is decided stays decided, and what is being voted on is decided by the vote. */
function whileOpen({ motions }: Assembled, { amendmentId, standing }: Amendment): Decision | undefined {
  if (isUnderVote(motions, amendmentId)) return no({ type: 'AmendmentUnderVote', amendmentId });
  return standing.phase === 'open' ? undefined : no({ type: 'AmendmentIsSettled', amendmentId });
}
