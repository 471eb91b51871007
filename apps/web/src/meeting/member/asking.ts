// Knows what a member's request for the floor may be at this moment; asks the meeting instead of judging.
import type { Command, FloorKind, Refusal, RequestId } from '@xieshang/meeting';
import type { Held } from '../shared/held.ts';
import { heardSpeeches, type Heard } from '../shared/questions.ts';

/** What a member asks for by hand; briefings and responses are arranged by the office. */
const kinds: readonly FloorKind[] = ['keynoteSpeech', 'openFloorSpeech', 'followUpQuestion', 'interjection'];

export interface Asking {
  /** That of the stage first. */
  readonly kinds: readonly FloorKind[];
  /** Q19. Whether a point of order can be raised, also where nothing else can be asked for. */
  readonly order: 'open' | 'shut';
  /** Why none is taken now, or null. */
  readonly refusal: Refusal | null;
  /** The request that already stands, to be withdrawn. */
  readonly standing: RequestId | null;
}

export function askingOf(meeting: Held, requestId: RequestId, may: (body: Command) => Refusal | null): Asking {
  const stage = meeting.phase === 'inSession' ? meeting.agenda.stages.find(({ stageId }) => stageId === meeting.stageId) : undefined;
  const usual = stage?.speechKind;
  const ordered =
    usual && kinds.includes(usual) ? [usual, ...kinds.filter((kind) => kind !== usual && kind !== 'keynoteSpeech')] : kinds.slice(1);
  const refusals = ordered.map((kind) => may({ type: 'RequestFloor', requestId, kind }));
  const open = ordered.filter((_, at) => refusals[at] === null);
  const refusal = open.length > 0 ? null : (refusals[0] ?? null);
  const order = may({ type: 'RequestFloor', requestId, kind: 'pointOfOrder', matter: 'proceedings' });
  return {
    kinds: open,
    order: order === null ? 'open' : 'shut',
    refusal,
    standing: refusal?.type === 'AlreadyInQueue' ? refusal.requestId : null,
  };
}

/** The speech a follow-up would belong to: the one running, else the last. */
export const speechBefore = ({ queue }: Held): Heard | null => heardSpeeches(queue).at(-1) ?? null;
