// Knows whether one person is connected, and since when not; not why anybody asks.
import type { Instant, PersonId, PersonLine } from '@xieshang/meeting';
import type { Hall } from './audience.ts';

/**
 * F12. Remembers since when the person asked about last has had no seat, on whatever device. While the hall is empty, as after a start, nothing is
 * known of anybody: what is counted from then on begins anew.
 */
export function speakerLine(hall: Pick<Hall, 'isEmpty' | 'isSeated'>, now: () => Instant): (person: PersonId | null) => PersonLine {
  let away: { readonly person: PersonId; readonly since: Instant } | null = null;
  return (person) => {
    if (person === null || hall.isEmpty() || hall.isSeated(person)) {
      away = null;
      return { state: person !== null && hall.isSeated(person) ? 'connected' : 'unknown' };
    }
    if (away?.person !== person) away = { person, since: now() };
    return { state: 'away', since: away.since };
  };
}
