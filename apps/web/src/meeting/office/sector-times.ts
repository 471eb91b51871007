// Knows how long each 界别 has spoken so far; not how it is drawn.
import { attendeeOf, spokenMs, type Instant, type PersonId, type Queue, type Roll } from '@xieshang/meeting';
import { roomWords as words } from '../../words/zh/room.ts';

/** As the hall says it: rolls write `民建` here and `民建界` there, and mean one. */
const sectorOf = (roll: Roll, person: PersonId): string => {
  const sector = attendeeOf(roll, person)?.sector;
  return sector ? words.sector(sector) : '';
};

export interface SectorTime {
  readonly sector: string;
  readonly ms: number;
}

export interface SectorTimes {
  /** Those heard so far, longest first. */
  readonly heard: readonly SectorTime[];
  /** Sectors of the roll that have not spoken, in the order of the roll. */
  readonly silent: readonly string[];
  readonly totalMs: number;
}

/** Only members have a sector; what departments say stands in no row. */
export function sectorTimes(roll: Roll, queue: Queue, now: Instant): SectorTimes {
  const times = new Map<string, number>();
  for (const { sector, role } of roll.attendees) if (role === 'member' && sector) times.set(words.sector(sector), 0);
  const add = (person: PersonId, ms: number) => {
    const sector = sectorOf(roll, person);
    if (sector) times.set(sector, (times.get(sector) ?? 0) + ms);
  };
  for (const { person, spokenMs: ms } of queue.speeches) add(person, ms);
  if (queue.floor.phase !== 'empty') add(queue.floor.request.person, Math.max(spokenMs(queue.floor, now), 1));
  const all = Array.from(times, ([sector, ms]) => ({ sector, ms }));
  const heard = all.filter(({ ms }) => ms > 0).sort((one, other) => other.ms - one.ms);
  return {
    heard,
    silent: all.filter(({ ms }) => ms === 0).map(({ sector }) => sector),
    totalMs: heard.reduce((sum, { ms }) => sum + ms, 0),
  };
}

/** How often a person has spoken, without the speech that is running. */
export const timesSpoken = (queue: Queue, person: PersonId): number => queue.speeches.filter((speech) => speech.person === person).length;

export const sectorHasSpoken = (roll: Roll, queue: Queue, sector: string): boolean =>
  [...queue.speeches.map(({ person }) => person), ...(queue.floor.phase === 'empty' ? [] : [queue.floor.request.person])].some(
    (person) => sectorOf(roll, person) === words.sector(sector),
  );
