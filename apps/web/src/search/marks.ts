// Knows which part of a found text is shown and where in it what was typed stands; not how it was found.

/** Characters shown before the first mark, and in all. */
const before = 30;
const longest = 160;

export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

/** [from, to) in UTF-16, none of them overlapping; what only folding finds stays unmarked. */
function marksIn(text: string, typed: string): readonly (readonly [number, number])[] {
  const low = text.toLowerCase();
  // A letter that becomes two in lower case would move all marks behind it.
  if (low.length !== text.length) return [];
  const found = (folded(typed).match(/\S+/gu) ?? []).flatMap((word) => {
    const places: (readonly [number, number])[] = [];
    for (let at = low.indexOf(word); at >= 0; at = low.indexOf(word, at + word.length)) places.push([at, at + word.length]);
    return places;
  });
  const kept: (readonly [number, number])[] = [];
  for (const mark of found.toSorted(([from, to], [other, end]) => from - other || end - to)) {
    if (mark[0] >= (kept.at(-1)?.[1] ?? 0)) kept.push(mark);
  }
  return kept;
}

/** The text around the first mark, cut into marked and other pieces, with … where it goes on. */
export function excerpt(text: string, typed: string): readonly Piece[] {
  const marks = marksIn(text, typed);
  const from = Math.max(0, (marks[0]?.[0] ?? 0) - before);
  const to = Math.min(text.length, from + longest);
  const pieces: Piece[] = from > 0 ? [{ text: '…', marked: false }] : [];
  let at = from;
  for (const [start, end] of marks.filter(([, end]) => end <= to)) {
    pieces.push({ text: text.slice(at, start), marked: false }, { text: text.slice(start, end), marked: true });
    at = end;
  }
  pieces.push({ text: text.slice(at, to), marked: false });
  if (to < text.length) pieces.push({ text: '…', marked: false });
  return pieces.filter((piece) => piece.text !== '');
}
