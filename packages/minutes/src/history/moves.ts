// Knows when words are only moved, so that they stay their writer's: a split paragraph, a list made of lines, cut and put in again, undone.
import * as Y from 'yjs';
import type { Lives, UnitId } from './lives.ts';
import { listDifference, unitsOf } from './prose.ts';

export interface Moves {
  /** Looks through a change that has just been taken in, before Yjs joins what lies side by side. */
  follow(transaction: Y.Transaction, author: string | null, seq: number): void;
}

/** Characters one after the other in one text. */
interface Run {
  readonly text: string;
  /** One for each code unit. */
  readonly ids: readonly UnitId[];
  readonly items: readonly Y.Item[];
}

/** Words that somebody took away and puts in elsewhere are told from words that just read alike from so many characters on. */
const leastRemembered = 8;
/** Where words were replaced, a piece that reads as before is the old piece from so many characters on. */
const leastKept = 4;
/** Longer texts are not compared piece by piece. */
const longestCompared = 20_000;

const isText = (item: Y.Item): boolean => item.content instanceof Y.ContentString;
const textOf = ({ content }: Y.Item): string => (content instanceof Y.ContentString ? content.str : '');
const idsOf = ({ id, length }: Y.Item): readonly UnitId[] =>
  Array.from({ length }, (_, place) => ({ client: id.client, clock: id.clock + place }));

export function openMoves(lives: Lives): Moves {
  /** What was taken away, by its words; the last time counts. */
  const taken = new Map<string, Run>();

  const copy = (copies: readonly UnitId[], of: readonly UnitId[]): void => {
    for (const [place, id] of copies.entries()) {
      const source = of[place];
      if (source) lives.copies(id, source);
    }
  };

  /** Words that stand right beside the very same ones which this person took away before: undone, letter by letter or whole. */
  const undone = ({ text, ids, items }: Run, seq: number, isMine: (seq: number) => boolean): boolean => {
    const [first, last] = [items[0], items.at(-1)];
    for (const [start, step] of [
      [last?.right ?? null, 'right'],
      [first?.left ?? null, 'left'],
    ] as const) {
      let [found, of]: [string, readonly UnitId[]] = ['', []];
      for (let item = start; item !== null && found.length < text.length; item = item[step]) {
        if (!isText(item)) continue;
        const died = lives.died(item.id);
        if (died === 0 || died === seq || !isMine(died)) break;
        found = step === 'right' ? found + textOf(item) : textOf(item) + found;
        of = step === 'right' ? [...of, ...idsOf(item)] : [...idsOf(item), ...of];
      }
      const from = step === 'right' ? 0 : found.length - text.length;
      if (from < 0 || found.slice(from, from + text.length) !== text) continue;
      copy(ids, of.slice(from, from + text.length));
      return true;
    }
    return false;
  };

  const authors: (string | null)[] = [];

  return {
    follow: (transaction, author, seq) => {
      authors[seq] = author;
      const gone = takenAway(transaction, lives, seq);
      for (const run of gone) if (run.text.length >= leastRemembered) taken.set(run.text, run);
      const left = new Set(gone);
      for (const run of broughtIn(transaction, lives, seq)) {
        const same = [...left].find(({ text }) => text === run.text);
        const before = taken.get(run.text);
        if (same) {
          copy(run.ids, same.ids);
          left.delete(same);
        } else if (before && !gone.includes(before)) copy(run.ids, before.ids);
        else if (!undone(run, seq, (died) => authors[died] === author)) {
          for (const [from, ids] of keptIn(run, [...left])) copy(run.ids.slice(from, from + ids.length), ids);
        }
      }
    },
  };
}

type Kept = readonly [from: number, ids: readonly UnitId[]];

/** Which parts of words that came in are words that went in the same change: both ends of a joined paragraph, what a replacement left as it was. */
function keptIn(run: Run, gone: readonly Run[]): readonly Kept[] {
  const parent = run.items[0]?.parent;
  const ends = endsAlike(
    run,
    gone.filter(({ items }) => items[0]?.parent !== parent),
  );
  if (ends.length > 0) return ends;
  const here = gone.find(({ items }) => items[0]?.parent === parent);
  return here && Math.max(run.text.length, here.text.length) <= longestCompared ? piecesAlike(run, here) : [];
}

/** How the words begin and how they end, each as words that went: typed over from the middle of one paragraph to the middle of the next, both are kept. */
function endsAlike(run: Run, gone: readonly Run[]): readonly Kept[] {
  const longest = (alike: (run: Run, one: Run, most: number) => number) =>
    gone
      .map((one) => ({ one, length: alike(run, one, Math.min(run.text.length, one.text.length)) }))
      .toSorted((one, other) => other.length - one.length)[0];
  const [begins, ends] = [longest(beginningAlike), longest(endAlike)];
  if (!begins || !ends) return [];
  // No character comes in twice, and none goes to two places: the longer one is whole.
  const room = Math.min(run.text.length, begins.one === ends.one ? begins.one.text.length : Number.POSITIVE_INFINITY);
  const endsFirst = ends.length >= begins.length;
  const beginning = endsFirst ? Math.min(begins.length, room - ends.length) : begins.length;
  const end = endsFirst ? ends.length : Math.min(ends.length, room - begins.length);
  const kept: readonly Kept[] = [
    [0, begins.one.ids.slice(0, beginning)],
    [run.text.length - end, ends.one.ids.slice(ends.one.ids.length - end)],
  ];
  return kept.filter(([, ids]) => ids.length > 0);
}

function endAlike(run: Run, gone: Run, most: number): number {
  let length = 0;
  while (length < most && run.text.at(-1 - length) === gone.text.at(-1 - length)) length += 1;
  return length;
}

function beginningAlike(run: Run, gone: Run, most: number): number {
  let length = 0;
  while (length < most && run.text[length] === gone.text[length]) length += 1;
  return length;
}

function piecesAlike(run: Run, gone: Run): readonly Kept[] {
  const kept: Kept[] = [];
  let [old, now] = [0, 0];
  for (const { change, units } of listDifference(unitsOf(gone.text), unitsOf(run.text))) {
    const { length } = units.join('');
    if (change === 'same' && length >= leastKept) kept.push([now, gone.ids.slice(old, old + length)]);
    if (change !== 'added') old += length;
    if (change !== 'removed') now += length;
  }
  return kept;
}

/** Runs of text that stood before and that this change has taken. */
function takenAway(transaction: Y.Transaction, lives: Lives, seq: number): readonly Run[] {
  const items = new Set<Y.Item>();
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (struct instanceof Y.Item && isText(struct) && lives.died(struct.id) === seq && lives.born(struct.id) < seq) items.add(struct);
  });
  return runsOf(items, (item) => lives.died(item.id) === 0 && lives.born(item.id) < seq);
}

/** Runs of text that this change has brought. */
function broughtIn(transaction: Y.Transaction, lives: Lives, seq: number): readonly Run[] {
  const items = new Set<Y.Item>();
  for (const [client, after] of transaction.afterState) {
    const before = transaction.beforeState.get(client) ?? 0;
    if (after <= before) continue;
    const structs = transaction.doc.store.clients.get(client) ?? [];
    for (let place = Y.findIndexSS(structs, before); place < structs.length; place += 1) {
      const struct = structs[place];
      if (struct instanceof Y.Item && isText(struct)) items.add(struct);
    }
  }
  return runsOf(items, (item) => lives.died(item.id) === 0 && lives.born(item.id) < seq);
}

/** Joins items that follow one another; `parts` says of any other text between them whether it keeps them apart. */
function runsOf(items: ReadonlySet<Y.Item>, parts: (item: Y.Item) => boolean): readonly Run[] {
  const near = (item: Y.Item, step: 'left' | 'right'): Y.Item | null => {
    for (let next = item[step]; next !== null; next = next[step]) {
      if (items.has(next)) return next;
      if (isText(next) && parts(next)) return null;
    }
    return null;
  };
  const runs: Run[] = [];
  for (const item of items) {
    if (near(item, 'left')) continue;
    const all: Y.Item[] = [];
    for (let next: Y.Item | null = item; next !== null; next = near(next, 'right')) all.push(next);
    runs.push({ items: all, text: all.map(textOf).join(''), ids: all.flatMap(idsOf) });
  }
  return runs;
}
