// Knows how several wishes for one text are read together: what goes together, and where they collide; decides no collision.
import { edited, editsOf, type TextEdit } from './edits.ts';

export interface Wish<Id extends string> {
  readonly id: Id;
  /** The whole text as wished. */
  readonly text: string;
}

/** One way to read a place where wishes collide, and who wishes it so. */
export interface Reading<Id extends string> {
  readonly text: string;
  readonly ids: readonly Id[];
}

export type Stretch<Id extends string> =
  | { readonly kind: 'same'; readonly text: string }
  /** Wished alike by all who touch the place. */
  | { readonly kind: 'change'; readonly original: string; readonly text: string; readonly ids: readonly Id[] }
  /** Touched by several who wish it differently: never joined, somebody has to choose. */
  | { readonly kind: 'collision'; readonly original: string; readonly readings: readonly Reading<Id>[] };

interface Own<Id extends string> extends TextEdit {
  readonly id: Id;
}

/** The original with all wishes in it. Edits that overlap, or meet without a character between them, collide unless they are the same. */
export function mergeOf<Id extends string>(original: string, wishes: readonly Wish<Id>[]): readonly Stretch<Id>[] {
  const all = wishes.flatMap(({ id, text }) => editsOf(original, text).map((edit): Own<Id> => ({ ...edit, id })));
  return mergeOfEdits(original, all);
}

export function mergeOfEdits<Id extends string>(original: string, edits: readonly Own<Id>[]): readonly Stretch<Id>[] {
  const stretches: Stretch<Id>[] = [];
  let at = 0;
  for (const group of touching(edits)) {
    const from = Math.min(...group.map((edit) => edit.from));
    const to = Math.max(...group.map((edit) => edit.to));
    if (from > at) stretches.push({ kind: 'same', text: original.slice(at, from) });
    const readings = readingsOf(original, group, from, to);
    const [only] = readings;
    stretches.push(
      only && readings.length === 1
        ? { kind: 'change', original: original.slice(from, to), ...only }
        : { kind: 'collision', original: original.slice(from, to), readings },
    );
    at = to;
  }
  return at < original.length ? [...stretches, { kind: 'same', text: original.slice(at) }] : stretches;
}

/** Edits in groups: within one each touches another, and none touches one of another group. */
function touching<Id extends string>(edits: readonly Own<Id>[]): readonly (readonly Own<Id>[])[] {
  const groups: Own<Id>[][] = [];
  let end = -1;
  for (const edit of edits.toSorted((one, other) => one.from - other.from || one.to - other.to)) {
    const last = groups.at(-1);
    if (last && edit.from <= end) last.push(edit);
    else groups.push([edit]);
    end = last && edit.from <= end ? Math.max(end, edit.to) : edit.to;
  }
  return groups;
}

function readingsOf<Id extends string>(original: string, group: readonly Own<Id>[], from: number, to: number): readonly Reading<Id>[] {
  const byText = new Map<string, Id[]>();
  for (const id of new Set(group.map((edit) => edit.id))) {
    const own = group.filter((edit) => edit.id === id);
    const text = edited(original, own, from, to);
    byText.set(text, [...(byText.get(text) ?? []), id]);
  }
  return [...byText].map(([text, ids]) => ({ text, ids }));
}

export const collisionsOf = <Id extends string>(
  stretches: readonly Stretch<Id>[],
): readonly Extract<Stretch<Id>, { kind: 'collision' }>[] => stretches.filter((one) => one.kind === 'collision');

/** The text that comes of it; `chosen`: what is to stand at each collision, in order. Null while one is not chosen. */
export function mergedText<Id extends string>(stretches: readonly Stretch<Id>[], chosen: readonly (string | null)[] = []): string | null {
  let collisions = 0;
  let text = '';
  for (const one of stretches) {
    const said = one.kind === 'collision' ? (chosen[collisions++] ?? null) : one.text;
    if (said === null) return null;
    text += said;
  }
  return text;
}

/** Carries a wish over to a text that was revised since: what was revised and what is wished, read together. */
export const rebaseOf = (original: string, wished: string, now: string): readonly Stretch<'now' | 'wish'>[] =>
  mergeOf(original, [
    { id: 'now', text: now },
    { id: 'wish', text: wished },
  ]);
