// Knows which colour and which line stand for whom: the colour of the person's caret, another where two would share one. Draws nothing.
import { colorPlaceOf, personColors } from '@xieshang/minutes';

/** Index of a colour for each person, in the order given; beyond the number of colours they are used again. */
export function paletteOf(people: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const taken = new Set<number>();
  for (const person of people) {
    let place = colorPlaceOf(person);
    if (taken.size < personColors.length) while (taken.has(place)) place = (place + 1) % personColors.length;
    taken.add(place);
    places.set(person, place);
  }
  return places;
}

export const colorAt = (place: number | undefined): string => (place === undefined ? '#656c76' : (personColors[place] ?? '#656c76'));

const lines = ['solid', 'dashed', 'dotted', 'double'] as const;
/** Colours alone tell nobody apart who does not see them. */
export const lineAt = (place: number | undefined): string => lines[(place ?? 0) % lines.length] ?? 'solid';
