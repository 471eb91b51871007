// Knows the rows of the table of speaking time, by 界别 and by person; not how they are drawn.
import {
  isOwnSpeech,
  isPresent,
  sectorName,
  speakingTimes,
  type Instant,
  type PersonId,
  type Queue,
  type Roll,
  type SpeakingTime,
} from '@xieshang/meeting';
import { roomWords as words } from '../../words/zh/room.ts';
import { affiliationOf, nameOf } from './people.ts';

export interface SpeakingRow extends SpeakingTime {
  readonly id: string;
  readonly name: string;
  /** 界别: how many of its members are here. Person: 界别 or department. */
  readonly aside: string;
  /** Of all that has been said, 0–1. */
  readonly share: number;
}

export interface SpeakingRows {
  /** Those heard so far, longest first. */
  readonly sectors: readonly SpeakingRow[];
  readonly persons: readonly SpeakingRow[];
  /** 界别 of the roll with somebody here that have not spoken, in the order of the roll. */
  readonly silent: readonly string[];
  readonly totalMs: number;
}

/** Q11. Departments stand in no 界别 but among the persons. */
export function speakingRows(roll: Roll, queue: Queue, now: Instant): SpeakingRows {
  const { byPerson, bySector } = speakingTimes(queue, roll, now);
  const here = new Map<string, number>();
  for (const attendee of roll.attendees) {
    const sector = sectorName(attendee);
    if (sector !== undefined) here.set(sector, (here.get(sector) ?? 0) + Number(isPresent(roll, attendee.person)));
  }
  const totalMs = [...byPerson.values()].reduce((sum, { ms }) => sum + ms, 0);
  const shareOf = (ms: number): number => (totalMs > 0 ? ms / totalMs : 0);
  const longestFirst = (rows: readonly SpeakingRow[]) => rows.toSorted((one, other) => other.ms - one.ms);
  const sectors = Array.from(bySector, ([sector, time]): SpeakingRow => {
    return { id: sector, name: words.sector(sector), aside: words.people(here.get(sector) ?? 0), share: shareOf(time.ms), ...time };
  });
  const persons = Array.from(byPerson, ([person, time]): SpeakingRow => {
    return { id: person, name: nameOf(roll, person), aside: affiliationOf(roll, person), share: shareOf(time.ms), ...time };
  });
  const silent = [...here].filter(([sector, count]) => count > 0 && !bySector.has(sector)).map(([sector]) => words.sector(sector));
  return { sectors: longestFirst(sectors), persons: longestFirst(persons), silent, totalMs };
}

/** How often a person has spoken, without the speech that is running. */
export const timesSpoken = (queue: Queue, person: PersonId): number =>
  queue.speeches.filter((speech) => speech.person === person && isOwnSpeech(speech.kind)).length;
