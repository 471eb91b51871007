// Knows how people are mentioned in what is written, by an @ and their name; not who may be.
import type { PersonId } from '@xieshang/meeting';

export interface Named {
  readonly person: PersonId;
  readonly name: string;
}

/**
 * Those whose names stand behind an @, each once, in the order of the text. Of a name that begins like another the longer one is meant;
 * of people with one name those who were `chosen`, or all of them.
 */
export function mentionedIn(text: string, people: readonly Named[], chosen: readonly PersonId[] = []): readonly PersonId[] {
  const longestFirst = people.toSorted((one, other) => other.name.length - one.name.length);
  const mentioned = new Set<PersonId>();
  for (const { index } of text.matchAll(/[@＠]/g)) {
    const behind = text.slice(index + 1);
    const name = longestFirst.find((one) => one.name !== '' && behind.startsWith(one.name))?.name;
    const meant = people.filter((one) => one.name === name);
    const picked = meant.filter(({ person }) => chosen.includes(person));
    for (const { person } of picked.length > 0 ? picked : meant) mentioned.add(person);
  }
  return [...mentioned];
}

/** What is typed behind an @ at the end of the text before the caret; null when no name is being typed there. */
export const typedMention = (beforeCaret: string): string | null => /[@＠]([^@＠\s]{0,20})$/.exec(beforeCaret)?.[1] ?? null;
