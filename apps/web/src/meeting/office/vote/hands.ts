// Knows which key records which hand, and who comes next; not how it is sent.
import type { Choice, NamedVote, PersonId } from '@xieshang/meeting';

export const handKeys: Readonly<Record<string, NamedVote['choice']>> = {
  '1': 'approve',
  '2': 'oppose',
  '3': 'abstain',
  '0': 'notPressed',
  Backspace: 'notPressed',
  Delete: 'notPressed',
};

/** The next after that person who has not been recorded, going round; undefined when there is nobody else. */
export function nextAwaited(
  people: readonly PersonId[],
  after: PersonId,
  given: (person: PersonId) => Choice | undefined,
): PersonId | undefined {
  const at = people.indexOf(after);
  return [...people.slice(at + 1), ...people.slice(0, at)].find((person) => given(person) === undefined);
}
