// Knows how long and how often everybody and every 界别 has spoken; not who should be next.
import type { Instant } from '../envelope.ts';
import type { PersonId } from '../ids.ts';
import { attendeeOf, type Attendee, type Roll } from '../roll.ts';
import type { SpeechKind } from '../rules.ts';
import { spokenMs } from './floor.ts';
import { begun } from './on-floor.ts';
import type { Queue } from './types.ts';

export interface SpeakingTime {
  /** Net, ms; every kind counts. */
  readonly ms: number;
  /** Speeches of one's own; questions, interjections, points of order and what is handed in are none (Q11). */
  readonly times: number;
}

export interface SpeakingTimes {
  readonly byPerson: ReadonlyMap<PersonId, SpeakingTime>;
  /** By 界别 of the members who spoke; departments stand in none. */
  readonly bySector: ReadonlyMap<string, SpeakingTime>;
}

/** Rolls write `民建` here and `民建界` there, and mean one. */
export const sectorName = ({ role, sector }: Attendee): string | undefined =>
  role === 'member' && sector ? sector.replace(/界$/, '') || sector : undefined;

/** Q11. Whether one who has given it has spoken: who only asked or interposed has not. */
export const isOwnSpeech = (kind: SpeechKind): boolean => !beside.has(kind);
const beside: ReadonlySet<SpeechKind> = new Set(['followUpQuestion', 'interjection', 'pointOfOrder', 'writtenSpeech']);

/** Q11. Up to `now`, with the speech that is running. */
export function speakingTimes({ speeches, floor }: Queue, roll: Roll, now: Instant): SpeakingTimes {
  const byPerson = new Map<PersonId, SpeakingTime>();
  const bySector = new Map<string, SpeakingTime>();
  const running = begun(floor).map((one) => ({ ...one.request, spokenMs: spokenMs(one, now) }));
  for (const { person, kind, spokenMs: ms } of [...speeches.filter((speech) => speech.kind !== 'writtenSpeech'), ...running]) {
    const speech = { ms, times: isOwnSpeech(kind) ? 1 : 0 };
    byPerson.set(person, sum(byPerson.get(person), speech));
    const attendee = attendeeOf(roll, person);
    const sector = attendee && sectorName(attendee);
    if (sector !== undefined) bySector.set(sector, sum(bySector.get(sector), speech));
  }
  return { byPerson, bySector };
}

const sum = (one: SpeakingTime | undefined, other: SpeakingTime): SpeakingTime =>
  one ? { ms: one.ms + other.ms, times: one.times + other.times } : other;
