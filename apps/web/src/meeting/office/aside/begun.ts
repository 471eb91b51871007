// Keeps the words of asides that were begun and not sent, as long as the room is open; not what becomes of those that are sent.
import type { PersonId } from '@xieshang/meeting';
import { createContext, useContext, useState } from 'react';

/** By whom they are for. It goes with the room: what is said to one alone must not wait for the next who signs in. */
export const AsidesBegun = createContext<Map<PersonId, string>>(new Map());

/** The words for one person: a dialog that was closed in passing has them again. `write('')` forgets them. */
export function useBegunWords(person: PersonId): readonly [string, (text: string) => void] {
  const begun = useContext(AsidesBegun);
  const [text, setText] = useState(begun.get(person) ?? '');
  const write = (line: string) => {
    setText(line);
    if (line === '') begun.delete(person);
    else begun.set(person, line);
  };
  return [text, write];
}
