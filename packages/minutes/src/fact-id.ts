// Knows the names of the facts that stand in minutes; not where they stand nor how they read.
import { electionId, motionId, requestId, stageId, type ElectionId, type MotionId, type RequestId, type StageId } from '@xieshang/meeting';

declare const brand: unique symbol;
/** `roll` · `stage.<stage>.<visit>` · `speech.<request>` · `answers.<request>` · `vote.<motion>.<round>` · `election.<election>.<round>` · `names` */
export type FactId = string & { readonly [brand]: 'fact' };
export const factId = (text: string): FactId => text as FactId;

/** What a fact's id says. */
export type FactName =
  | { readonly kind: 'roll' | 'names' }
  /** `visit`: the how-manieth time the meeting came to the stage, from 1. */
  | { readonly kind: 'stage'; readonly stageId: StageId; readonly visit: number }
  | { readonly kind: 'speech' | 'answers'; readonly requestId: RequestId }
  | { readonly kind: 'vote'; readonly motionId: MotionId; readonly round: number }
  | { readonly kind: 'election'; readonly electionId: ElectionId; readonly round: number };

const longest = 300;

/** The parts of a fact's id, or null for what is none. */
export function readFactId(id: string): FactName | null {
  if (id.length > longest) return null;
  if (id === 'roll' || id === 'names') return { kind: id };
  const [, kind, rest = ''] = /^(speech|answers|stage|vote|election)\.([\w.~:-]+)$/.exec(id) ?? [];
  if (kind === 'speech' || kind === 'answers') return { kind, requestId: requestId(rest) };
  const [, name = '', count = ''] = /^(.+)\.([1-9]\d{0,4})$/.exec(rest) ?? [];
  if (name === '') return null;
  if (kind === 'election') return { kind, electionId: electionId(name), round: Number(count) };
  return kind === 'stage'
    ? { kind, stageId: stageId(name), visit: Number(count) }
    : { kind: 'vote', motionId: motionId(name), round: Number(count) };
}
