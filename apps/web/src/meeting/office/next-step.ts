// Knows which one act of the moderator comes next at any moment of a meeting: it alone is the largest button; not how it is done.
import { mayInterrupt, openMotions, suggestedTurn, type StageId, type Turn } from '@xieshang/meeting';
import { electionOpen, electionsAt } from '../shared/elections.ts';
import type { Held } from '../shared/held.ts';
import { pulseOpen } from '../shared/pulses.ts';
import { motionsAt } from '../shared/scene.ts';
import { stageIdNow } from '../shared/stage-now.ts';
import { stageAfter } from './schedule.ts';
import { motionRows } from './vote/motion-rows.ts';

export type NextStep =
  | { readonly step: 'open' | 'resume' | 'pulse' | 'endSpeech' | 'conclude' | 'minutes' | 'none' }
  /** `what`: runs, is counted and not announced, or waits to be put. */
  | { readonly step: 'vote' | 'election'; readonly what: 'running' | 'counted' | 'toPut' }
  | { readonly step: 'call'; readonly turn: Turn }
  | { readonly step: 'enterStage'; readonly stageId: StageId; readonly name: string };

/** A vote comes before a pulse, a pulse before the next speaker, the speakers before the next stage. Who was interrupted comes before whoever may not interrupt (F10). */
export function nextStep(meeting: Held): NextStep {
  if (meeting.phase === 'convened') return { step: 'open' };
  if (meeting.phase === 'suspended') return { step: 'resume' };
  if (meeting.phase === 'concluded') return { step: 'minutes' };
  if (meeting.phase === 'cancelled') return { step: 'none' };
  if (openMotions(meeting.motions).length > 0) return { step: 'vote', what: 'running' };
  if (electionOpen(meeting)) return { step: 'election', what: 'running' };
  if (motionsAt(meeting, 'closed').length > 0) return { step: 'vote', what: 'counted' };
  if (electionsAt(meeting, 'closed').length > 0) return { step: 'election', what: 'counted' };
  if (pulseOpen(meeting)) return { step: 'pulse' };
  const after = stageAfter(meeting);
  const votes = stageIdNow(meeting) === 'voting';
  const turn = suggestedTurn(meeting.queue, meeting.roll);
  const { floor } = meeting.queue;
  if (floor.phase !== 'empty' && floor.beneath && !(turn && mayInterrupt(turn.request.kind, floor.request.kind)))
    return { step: 'endSpeech' };
  // Who was passed over at an earlier stage does not hold up the vote or the end.
  if (turn && !(turn.group === 'passedOver' && (votes || !after))) return { step: 'call', turn };
  if (floor.phase !== 'empty') return { step: 'endSpeech' };
  if (votes && motionRows(meeting).some(({ open }) => open)) return { step: 'vote', what: 'toPut' };
  if (votes && electionsAt(meeting, 'tabled').length > 0) return { step: 'election', what: 'toPut' };
  return after ? { step: 'enterStage', ...after } : { step: 'conclude' };
}
