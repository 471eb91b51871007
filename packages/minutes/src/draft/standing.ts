// Knows how a draft stands against the text: written, outdated, changed by hand or not there; not how it is put in.
import { share } from './alike.ts';
import { passageText, type Passage } from './passage.ts';

/** A block of the text that prose can stand in, in order. `section`: the one it stands under. */
export interface TextBlock {
  readonly text: string;
  readonly section: Passage['section'];
}

/**
 * `current`: stands as it would be drafted now. `outdated`: stands as it was drafted earlier, untouched. `changed`: somebody has written
 * in it. `absent`: not there; `removed` when it was drafted before. `void`: stands untouched, but the record no longer yields it.
 */
export type Standing =
  | { readonly state: 'current' | 'outdated' | 'changed'; readonly passage: Passage; readonly text: string; readonly at: number }
  | { readonly state: 'absent' | 'removed'; readonly passage: Passage; readonly text: string }
  | { readonly state: 'void'; readonly id: string; readonly section: Passage['section']; readonly at: number };

/** All texts ever drafted, by the passage's id. */
export type Drafted = ReadonlyMap<string, readonly string[]>;

/** A paragraph that holds so much of a drafted one is taken for it, changed by hand. */
const changedFrom = 0.6;

/**
 * N2. Each passage of the draft against the text, then what has become void. `at` is the place among `blocks`; no block is taken twice.
 * Only text that was drafted and that nobody has touched is ever called outdated or void.
 */
export function standingOf(passages: readonly Passage[], blocks: readonly TextBlock[], drafted: Drafted): readonly Standing[] {
  const taken = new Set<number>();
  const take = (text: string): number => {
    const at = blocks.findIndex((block, place) => !taken.has(place) && block.text === text);
    if (at >= 0) taken.add(at);
    return at;
  };
  const exact = new Map(passages.map((passage) => [passage.id, take(passageText(passage))] as const));
  const earlier = new Map(
    passages.filter(({ id }) => (exact.get(id) ?? -1) < 0).map(({ id }) => [id, takeFirst(drafted.get(id) ?? [], take)] as const),
  );
  const standings = passages.map((passage): Standing => {
    const text = passageText(passage);
    const now = exact.get(passage.id) ?? -1;
    if (now >= 0) return { state: 'current', passage, text, at: now };
    const before = earlier.get(passage.id) ?? -1;
    if (before >= 0) return { state: 'outdated', passage, text, at: before };
    const changed = mostAlike([text, ...(drafted.get(passage.id) ?? [])], passage.section, blocks, taken);
    if (changed >= 0) taken.add(changed);
    if (changed >= 0) return { state: 'changed', passage, text, at: changed };
    return { state: drafted.has(passage.id) ? 'removed' : 'absent', passage, text };
  });
  const known = new Set(passages.map(({ id }) => id));
  const voided = [...drafted]
    .filter(([id]) => !known.has(id))
    .flatMap(([id, texts]): Standing[] => {
      const at = takeFirst(texts, take);
      return at < 0 ? [] : [{ state: 'void', id, section: blocks[at]?.section ?? 'course', at }];
    });
  return [...standings, ...voided];
}

/** The latest first. */
function takeFirst(texts: readonly string[], take: (text: string) => number): number {
  for (const text of texts.toReversed()) {
    const at = take(text);
    if (at >= 0) return at;
  }
  return -1;
}

function mostAlike(
  texts: readonly string[],
  section: Passage['section'],
  blocks: readonly TextBlock[],
  taken: ReadonlySet<number>,
): number {
  let [best, most] = [-1, changedFrom];
  for (const [place, block] of blocks.entries()) {
    if (taken.has(place) || block.section !== section || block.text.length < 4) continue;
    const value = Math.max(...texts.map((text) => share(text, block.text)));
    if (value > most) [best, most] = [place, value];
  }
  return best;
}
