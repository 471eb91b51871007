// Knows what was chosen at each place where wishes collide; not how it is asked.
import type { Stretch } from '@xieshang/minutes/amending';

/** The place of a reading, the words that stand, words of one's own, or nothing yet. */
export type Choice =
  | { readonly kind: 'reading'; readonly place: number }
  | { readonly kind: 'original' }
  | { readonly kind: 'own'; readonly text: string };
export type Choices = readonly (Choice | undefined)[];

/** What is to stand at each collision, in order; null where nobody has chosen. */
export function chosenTexts<Id extends string>(stretches: readonly Stretch<Id>[], choices: Choices): readonly (string | null)[] {
  const collisions = stretches.filter((one) => one.kind === 'collision');
  return collisions.map(({ original, readings }, place) => {
    const choice = choices[place];
    switch (choice?.kind) {
      case undefined:
        return null;
      case 'original':
        return original;
      case 'own':
        return choice.text;
      case 'reading':
        return readings[choice.place]?.text ?? null;
    }
  });
}
