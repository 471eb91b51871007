// Knows the written speeches of a meeting and which of them a word is found in; not how they are shown.
import type { Queue, Roll, Speech } from '@xieshang/meeting';
import { affiliationOf, nameOf } from '../shared/people.ts';

export type WrittenSpeech = Speech & { readonly text: string };

/** Q20. Newest first. */
export const writtenOf = ({ speeches }: Queue): readonly WrittenSpeech[] =>
  speeches.filter((speech): speech is WrittenSpeech => speech.kind === 'writtenSpeech' && speech.text !== undefined).toReversed();

/** In whose name, 界别, topic or text every word stands; all for no word. */
export function withWords(speeches: readonly WrittenSpeech[], roll: Roll, sought: string): readonly WrittenSpeech[] {
  const words = sought.trim().split(/\s+/).filter(Boolean);
  return speeches.filter(({ person, topic, text }) => {
    const read = [nameOf(roll, person), affiliationOf(roll, person), topic, text].join('\n');
    return words.every((word) => read.includes(word));
  });
}
