// Knows which motions may be put to the vote and with which paper; not in which form, nor how it goes.
import { putRefusal } from '../amendments/standing.ts';
import { openElections } from '../elections/index.ts';
import type { MotionId } from '../ids.ts';
import type { Assembled } from '../meeting.ts';
import { lookUp } from '../record.ts';
import type { Refusal } from '../refusal.ts';
import type { Meant } from './commands.ts';
import type { Motion, Motions, Paper, RoundResult } from './types.ts';

/** V13, V45. Those being voted on, with an objection window open, or whose ballots await their keys. */
export const openMotions = (motions: Motions): readonly MotionId[] =>
  (Object.keys(motions) as MotionId[]).filter((id) => isOpen(motions[id]));

export const isOpen = (motion: Motion | undefined): boolean =>
  motion?.phase === 'voting' || motion?.phase === 'objection' || motion?.phase === 'sealed';

export interface Put {
  readonly motionId: MotionId;
  readonly paper: Paper;
  readonly round: number;
}

export type Putting = { readonly ok: true; readonly put: readonly Put[] } | { readonly ok: false; readonly refusal: Refusal };

/** How a motion is put: for the first time, for a show of assent, or again with a reason. */
export type Turn = 'first' | 'acclaimed' | 'again';

/** V2, V3, V12, V21. All the motions or none, each once; whatever else a motion has to wait for is asked here. */
export function putting(meeting: Assembled, motionIds: readonly MotionId[], turn: Turn): Putting {
  const electionIds = openElections(meeting.elections);
  if (electionIds.length > 0) return { ok: false, refusal: { type: 'ElectionIsOpen', electionIds } };
  const put = [];
  const together = new Set(motionIds);
  for (const motionId of together) {
    const paper = paperOf(meeting, motionId);
    if (!paper) return { ok: false, refusal: { type: 'UnknownMotion', motionId } };
    const motion = lookUp(meeting.motions, motionId);
    const refusal = standsAgainst(motion, motionId, turn) ?? putRefusal(meeting, motionId, together);
    if (refusal) return { ok: false, refusal };
    put.push({ motionId, paper, round: motion ? motion.round + 1 : 1 });
  }
  return { ok: true, put };
}

function standsAgainst(motion: Motion | undefined, motionId: MotionId, turn: Turn): Refusal | undefined {
  if (isOpen(motion)) return { type: 'VotingIsOpen', motionIds: [motionId] };
  const decided = motion?.phase === 'closed' || motion?.phase === 'announced';
  if (turn === 'again') return decided ? undefined : { type: 'MotionNotVotedOn', motionId };
  if (decided || (turn === 'acclaimed' && motion?.phase === 'objected')) return { type: 'MotionAlreadyPut', motionId };
  return undefined;
}

export function paperOf({ recommendations, amendments, motions }: Assembled, motionId: MotionId): Paper | undefined {
  const amendment = lookUp(amendments, motionId);
  const clause = amendment && lookUp(recommendations, amendment.motionId);
  if (clause) {
    const { motionId: amends, ...paper } = clause;
    const { text, version, original } = amendment;
    return { ...paper, text, version, amends, original };
  }
  const draft = lookUp(recommendations, motionId);
  if (draft) {
    const { motionId: _own, ...paper } = draft;
    return paper;
  }
  const motion = lookUp(motions, motionId);
  return motion && ('paper' in motion ? motion.paper : motion.result.paper);
}

/** D2, V21. Whether the text has been put, and not voided since. */
export function textIsFrozen(motions: Motions, motionId: MotionId): boolean {
  const motion = lookUp(motions, motionId);
  return motion !== undefined && motion.phase !== 'voided';
}

/** V51. A motion that is at another round than the one meant. */
export const atOtherRound = (motions: Motions, { motionIds, rounds = [] }: Meant): MotionId | undefined =>
  motionIds.find((motionId, place) => {
    const meant = rounds[place];
    return meant !== undefined && meant !== lookUp(motions, motionId)?.round;
  });

/** What earlier rounds came to, oldest first. */
export function resultsOf(motion: Motion | undefined): readonly RoundResult[] {
  if (!motion) return [];
  if (motion.phase === 'announced') return [...motion.earlier, { ...motion.result, announcedAt: motion.announcedAt }];
  return motion.phase === 'closed' ? [...motion.earlier, motion.result] : motion.earlier;
}
