// Knows the edits that bring the prose of an earlier version back into the text that is open now; facts stay as they are (law 9).
import { Fragment, type Node } from '@tiptap/pm/model';
import type { DocumentJson, NodeJson } from '../document-json.ts';
import { factId, type FactId } from '../fact-id.ts';
import { placeAmong, type FactPlace } from '../insert-facts.ts';
import { isHeadedSection } from '../section.ts';
import { listDifference, proseDifference } from './prose.ts';

/** Puts `content` in the place of what stands between two positions. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly content: Fragment;
}

const factOf = ({ type, attrs }: NodeJson): FactId | null => (type === 'fact' ? factId(String(attrs?.['fact'])) : null);
const factOfNode = (node: Node): FactId | null => (node.type.name === 'fact' ? factId(String(node.attrs['fact'])) : null);

/**
 * The edits to be made one after the other, each by itself: the last place first, so that none moves the next. No edit touches a fact;
 * what was not there yet in the earlier version keeps its place in its section, and all facts their order. Empty when nothing differs.
 */
export function restoring(now: Node, past: DocumentJson, places: readonly FactPlace[]): readonly Edit[] {
  const present = now.children.flatMap((node) => factOfNode(node) ?? []);
  const wanted = proseBetween(withFacts(past, present, places), now);
  const found = gapsOf(now);
  return found.flatMap((gap, place) => editsOf(gap, wanted[place] ?? [])).toReversed();
}

/** The earlier blocks with as many facts as stand now: only where they stand counts, which one stands there is today's affair. */
function withFacts({ content }: DocumentJson, present: readonly FactId[], places: readonly FactPlace[]): readonly (NodeJson | FactId)[] {
  const blocks = content.flatMap((block): readonly (NodeJson | FactId)[] => {
    const fact = factOf(block);
    return fact === null ? [block] : present.includes(fact) ? [fact] : [];
  });
  const there = new Set(blocks.filter((block) => typeof block === 'string'));
  for (const fact of present) {
    if (there.has(fact)) continue;
    there.add(fact);
    const section = places.find((one) => one.fact === fact)?.section ?? 'course';
    blocks.splice(placeAmong(blocks.map(markOf), section), 0, fact);
  }
  return blocks;
}

const markOf = (block: NodeJson | FactId) => {
  if (typeof block === 'string') return { fact: block, begins: null };
  const section = block.type === 'heading' ? block.attrs?.['section'] : null;
  return { fact: null, begins: isHeadedSection(section) ? section : null };
};

/** What stands before the first fact, between each two, and after the last. */
function proseBetween(blocks: readonly (NodeJson | FactId)[], { type }: Node): readonly (readonly Node[])[] {
  const gaps: Node[][] = [[]];
  for (const block of blocks) {
    if (typeof block === 'string') gaps.push([]);
    else gaps.at(-1)?.push(type.schema.nodeFromJSON(block));
  }
  return gaps;
}

interface Gap {
  readonly blocks: readonly Node[];
  /** Where the first of them stands, or would. */
  readonly at: number;
}

function gapsOf(now: Node): readonly Gap[] {
  const gaps: { blocks: Node[]; at: number }[] = [{ blocks: [], at: 0 }];
  now.forEach((node, offset) => {
    if (factOfNode(node) !== null) gaps.push({ blocks: [], at: offset + node.nodeSize });
    else gaps.at(-1)?.blocks.push(node);
  });
  return gaps;
}

const keyOf = (node: Node): string => JSON.stringify(node.toJSON());
const sizeOf = (nodes: readonly Node[]): number => nodes.reduce((sum, { nodeSize }) => sum + nodeSize, 0);

/** In the order of the text. */
function editsOf({ blocks, at }: Gap, wanted: readonly Node[]): readonly Edit[] {
  const edits: Edit[] = [];
  let [removed, added]: [readonly Node[], readonly Node[]] = [[], []];
  let [old, now, place] = [0, 0, at];
  const flush = (): void => {
    edits.push(...replacing(removed, added, place));
    place += sizeOf(removed);
    [removed, added] = [[], []];
  };
  for (const { change, units } of listDifference(blocks.map(keyOf), wanted.map(keyOf))) {
    const length = units.length;
    if (change === 'same') {
      flush();
      place += sizeOf(blocks.slice(old, old + length));
    } else if (change === 'removed') removed = [...removed, ...blocks.slice(old, old + length)];
    else added = [...added, ...wanted.slice(now, now + length)];
    if (change !== 'added') old += length;
    if (change !== 'removed') now += length;
  }
  flush();
  return edits;
}

/** Block by block as far as they are of a kind, so that words which stay remain their writer's; the rest at once. */
function replacing(removed: readonly Node[], added: readonly Node[], at: number): readonly Edit[] {
  const edits: Edit[] = [];
  let place = at;
  let paired = 0;
  for (; paired < removed.length && paired < added.length; paired += 1) {
    const [before, after] = [removed[paired], added[paired]];
    if (!before || !after || !before.isTextblock || !before.sameMarkup(after)) break;
    edits.push(...wordsOf(before, after, place + 1));
    place += before.nodeSize;
  }
  const [left, more] = [removed.slice(paired), added.slice(paired)];
  if (left.length + more.length > 0) edits.push({ from: place, to: place + sizeOf(left), content: Fragment.fromArray([...more]) });
  return edits;
}

const holdsTextOnly = (node: Node): boolean => node.children.every(({ isText, marks }) => isText && marks.length === 0);

/** The words of a block that differ; a block with marks or breaks is replaced whole. */
function wordsOf(before: Node, after: Node, at: number): readonly Edit[] {
  if (!holdsTextOnly(before) || !holdsTextOnly(after)) return [{ from: at, to: at + before.content.size, content: after.content }];
  const edits: Edit[] = [];
  let [from, to, now] = [at, at, 0];
  let content = Fragment.empty;
  const flush = (): void => {
    if (to > from || content.size > 0) edits.push({ from, to, content });
    content = Fragment.empty;
  };
  for (const { change, text } of proseDifference(before.textContent, after.textContent)) {
    if (change === 'same') {
      flush();
      from = to + text.length;
      to = from;
    } else if (change === 'removed') to += text.length;
    else content = after.slice(now, now + text.length).content;
    if (change !== 'removed') now += text.length;
  }
  flush();
  return edits;
}
