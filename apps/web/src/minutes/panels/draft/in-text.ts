// Knows how the draft is put into the open text, paragraph by paragraph; not which paragraphs, nor who asked.
import type { Node } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { isHeadedSection, standingOf, type Drafted, type Passage, type Section, type Standing, type TextBlock } from '@xieshang/minutes';

/** A block of the text that prose can stand in, with its place in the document. */
export interface PlacedBlock extends TextBlock {
  readonly from: number;
  readonly to: number;
}

/** Paragraphs under the section they stand in; what was drafted stands in no list and no table. */
export function blocksIn(doc: Node): readonly PlacedBlock[] {
  const blocks: PlacedBlock[] = [];
  let section: Section = 'opening';
  doc.forEach((node, from) => {
    const begun: unknown = node.attrs['section'];
    if (node.type.name === 'heading' && isHeadedSection(begun)) section = begun;
    if (node.type.name !== 'paragraph') return;
    blocks.push({ text: node.textBetween(0, node.content.size, undefined, '\n'), section, from, to: from + node.nodeSize });
  });
  return blocks;
}

const idOf = (standing: Standing): string => (standing.state === 'void' ? standing.id : standing.passage.id);

/**
 * N2. Puts in those of the passages that are not there, renews those nobody has touched, takes out what is void; of the others only
 * what `over` names is written over. Null when nothing is to be done. One step for undo.
 */
export function writeDraft(
  state: EditorState,
  passages: readonly Passage[],
  drafted: Drafted,
  wanted: ReadonlySet<string>,
  over: ReadonlySet<string> = new Set(),
): Transaction | null {
  const { tr } = state;
  const ids = [...passages.map(({ id }) => id), ...[...drafted.keys()].filter((id) => !passages.some((one) => one.id === id))];
  for (const id of ids.filter((one) => wanted.has(one))) {
    const blocks = blocksIn(tr.doc);
    const standings = standingOf(passages, blocks, drafted);
    const standing = standings.find((one) => idOf(one) === id);
    if (!standing || standing.state === 'current' || (standing.state === 'changed' && !over.has(id))) continue;
    if (!('at' in standing)) insert(tr, standing.passage, standing.text, blocks, standings);
    else replace(tr, blocks[standing.at], standing.state === 'void' ? null : standing.text);
  }
  return tr.docChanged ? tr.scrollIntoView() : null;
}

function replace(tr: Transaction, block: PlacedBlock | undefined, text: string | null): void {
  if (!block) return;
  if (text === null) tr.delete(block.from, block.to);
  else tr.replaceWith(block.from + 1, block.to - 1, tr.doc.type.schema.text(text));
}

/** Behind the passage before it in its section, otherwise where the section begins: in the empty paragraph that waits there. */
function insert(
  tr: Transaction,
  { id, section }: Passage,
  text: string,
  blocks: readonly PlacedBlock[],
  standings: readonly Standing[],
): void {
  const { schema } = tr.doc.type;
  const paragraph = schema.nodes['paragraph']?.create(null, schema.text(text));
  if (!paragraph) return;
  const before = standings
    .slice(
      0,
      standings.findIndex((one) => idOf(one) === id),
    )
    .findLast((one) => one.state !== 'void' && one.passage.section === section && 'at' in one);
  const behind = before && 'at' in before ? blocks[before.at] : undefined;
  const at = behind ? behind.to : beginningOf(tr.doc, section);
  const empty = tr.doc.nodeAt(at);
  const waits = empty?.type.name === 'paragraph' && empty.content.size === 0;
  tr.replaceWith(at, waits ? at + empty.nodeSize : at, paragraph);
}

/** Behind the heading of a section; of one whose heading is gone, before the closing list or at the end. */
function beginningOf(doc: Node, section: Section): number {
  if (section === 'opening') return 0;
  let [heading, closing] = [-1, doc.content.size];
  doc.forEach((node, from) => {
    if (node.type.name === 'heading' && node.attrs['section'] === section) heading = from + node.nodeSize;
    if (node.type.name === 'fact' && node.attrs['fact'] === 'names') closing = from;
  });
  return heading < 0 ? closing : heading;
}
