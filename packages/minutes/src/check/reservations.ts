// Knows how prose tells that somebody declared a reservation (声明保留), and whether they did; not what about the vote itself.
import { factId } from '../fact-id.ts';
import type { Outcome } from '../figures.ts';
import type { Mismatch } from './finding.ts';
import { clausesIn, numberOf, numeral } from './reading.ts';
import type { CheckRecord, Person } from './record.ts';

const declared = /(?<!没有|未|不|无人|是否)声明保留/g;
const clause = new RegExp(`(?:第\\s?(?<n>${numeral})条|建议(?<m>${numeral}))(?!例)`, 'g');

/** Who stands before the words, in the same clause. */
const named = (text: string, people: readonly Person[]): readonly { readonly person: Person; readonly at: number }[] => {
  const members = people.filter(({ attendee }) => attendee.role === 'member').toSorted((one, other) => other.name.length - one.name.length);
  let rest = text;
  return members.flatMap((person) => {
    const at = person.name === '' ? -1 : rest.indexOf(person.name);
    if (at < 0) return [];
    rest = rest.slice(0, at) + '\0'.repeat(person.name.length) + rest.slice(at + person.name.length);
    return [{ person, at }];
  });
};

const reservedIn = (outcomes: readonly Outcome[], { attendee }: Person): boolean =>
  outcomes.some(({ rounds }) => rounds.some(({ reservations }) => reservations.some(({ person }) => person === attendee.person)));

/** N3. A name said to have declared a reservation that the record does not hold, of that clause or of any. */
export function reservationMismatches(text: string, { people, outcomes }: CheckRecord): readonly Mismatch[] {
  if (!text.includes('声明保留')) return [];
  return clausesIn(text).flatMap((part) => {
    const places = [...part.text.matchAll(declared)];
    const [last] = places.slice(-1);
    if (last === undefined) return [];
    const before = part.text.slice(0, last.index);
    const numbers = new Set([...part.text.matchAll(clause)].map(({ groups }) => numberOf(groups?.['n'] ?? groups?.['m'] ?? '')));
    const meant = outcomes.filter(({ number }) => numbers.size === 0 || numbers.has(number));
    return named(before, people)
      .filter(({ person }) => !reservedIn(meant, person))
      .map(({ person: { name }, at }): Mismatch => {
        const [one] = meant;
        const fact = numbers.size > 0 && one?.last ? factId(`vote.${one.motionId}.${one.last.round}`) : null;
        const place = { from: part.from + at, to: part.from + at + name.length };
        const recorded = numbers.size > 0 && one ? `对第${one.number}条没有声明保留` : '没有声明保留';
        return { kind: 'name', ...place, written: `${name}声明保留`, recorded, plainly: true, record: '表决记录', fact };
      });
  });
}
