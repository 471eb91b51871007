// Knows which of the texts that stand no more are worth showing first, and how they are searched; draws nothing.
import type { FoundText } from '@xieshang/minutes/history';

/** Slips of the pen, and words that only moved: shown when they are asked for. */
const smallLetters = 4;

export const isSmall = ({ text, stands }: FoundText): boolean => stands || [...text.trim()].length < smallLetters;

export interface Wish {
  readonly search: string;
  /** An account, or empty for everybody. */
  readonly by: string;
  readonly small: boolean;
}

/** Those last taken away first; spaces say nothing. */
export function matching(texts: readonly FoundText[], { search, by, small }: Wish): readonly FoundText[] {
  const wanted = search.replaceAll(/\s/g, '').toLowerCase();
  return texts
    .filter((text) => small || !isSmall(text))
    .filter(({ text }) => text.trim() !== '' && text.replaceAll(/\s/g, '').toLowerCase().includes(wanted))
    .filter(({ pieces }) => by === '' || pieces.some(({ written }) => written.by === by))
    .toSorted((one, other) => other.taken.at - one.taken.at);
}

export const writersOfFound = (texts: readonly FoundText[]): readonly string[] => [
  ...new Set(texts.flatMap(({ pieces }) => pieces.flatMap(({ written }) => written.by ?? []))),
];
