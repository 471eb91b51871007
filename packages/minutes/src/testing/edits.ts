// Knows what editors of this schema do: every command of the toolbar and the keyboard by name; not where nor when.
import { setBlockType, splitBlock, toggleMark, deleteSelection, joinBackward, lift } from '@tiptap/pm/commands';
import { liftListItem, sinkListItem, splitListItem, wrapInList } from '@tiptap/pm/schema-list';
import type { Node } from '@tiptap/pm/model';
import { TextSelection, type Command } from '@tiptap/pm/state';
import {
  addColumnAfter,
  addRowAfter,
  cellAround,
  CellSelection,
  deleteColumn,
  deleteRow,
  deleteTable,
  mergeCells,
  splitCell,
} from '@tiptap/pm/tables';
import { schema } from '../schema.ts';

const type = (name: string) => {
  const found = schema.nodes[name];
  if (!found) throw new Error(name);
  return found;
};

export const typing =
  (text: string): Command =>
  (state, dispatch) => {
    if (!state.selection.$from.parent.isTextblock) return false;
    dispatch?.(state.tr.insertText(text));
    return true;
  };

const table: Command = (state, dispatch) => {
  const cell = () => type('tableCell').create(null, type('paragraph').create());
  const rows = [0, 1].map(() => type('tableRow').create(null, [cell(), cell()]));
  dispatch?.(state.tr.replaceSelectionWith(type('table').create(null, rows)));
  return true;
};

/** Cells are merged by a selection of cells: those of the row or the column that the cursor stands in. */
const mergeLine =
  (line: 'row' | 'column'): Command =>
  (state, dispatch) => {
    const cell = cellAround(state.selection.$from);
    if (!cell) return false;
    const selection = line === 'row' ? CellSelection.rowSelection(cell) : CellSelection.colSelection(cell);
    return mergeCells(state.apply(state.tr.setSelection(selection)), dispatch);
  };

const mark = (name: string) => {
  const found = schema.marks[name];
  if (!found) throw new Error(name);
  return found;
};

/** All there is to do with a selection. A command that does not apply answers false. */
export const commands: Readonly<Record<string, Command>> = {
  type: typing('会议指出，'),
  typeEmoji: typing('😀'),
  break: (state, dispatch) => {
    dispatch?.(state.tr.replaceSelectionWith(type('hardBreak').create()));
    return true;
  },
  split: splitBlock,
  delete: deleteSelection,
  join: joinBackward,
  lift,
  bold: toggleMark(mark('bold')),
  strike: toggleMark(mark('strike')),
  heading: setBlockType(type('heading'), { level: 2 }),
  paragraph: setBlockType(type('paragraph')),
  bullets: wrapInList(type('bulletList')),
  numbers: wrapInList(type('orderedList')),
  splitItem: splitListItem(type('listItem')),
  sink: sinkListItem(type('listItem')),
  liftItem: liftListItem(type('listItem')),
  table,
  mergeRow: mergeLine('row'),
  mergeColumn: mergeLine('column'),
  ...{ addRowAfter, addColumnAfter, deleteRow, deleteColumn, deleteTable, splitCell },
};

/** Somewhere among the blocks that anybody may change: `at` chooses the place, `length` how far the selection goes. */
export interface Spot {
  readonly at: number;
  readonly length: number;
}

/**
 * The command over a selection in some text of the blocks that are not kept. Not applied when it would change, move or take away one of
 * those that are, as an editor does with facts (law 9).
 */
export const keeping =
  (isKept: (block: Node) => boolean, { at, length }: Spot, command: Command): Command =>
  (state, dispatch) => {
    const texts = placesOfText(state.doc, isKept);
    const [from = 0, end = 0] = texts[at % Math.max(texts.length, 1)] ?? [];
    if (from === 0) return false;
    const anchor = from + (at % (end - from + 1));
    const selection = TextSelection.between(
      state.doc.resolve(anchor),
      state.doc.resolve(Math.min(anchor + length, state.doc.content.size)),
    );
    const kept = keptOf(state.doc, isKept);
    let done = false;
    const guarded = (transaction: Parameters<NonNullable<typeof dispatch>>[0]): void => {
      if (keptOf(transaction.doc, isKept) !== kept) return;
      done = true;
      dispatch?.(transaction);
    };
    return command(state.apply(state.tr.setSelection(selection)), guarded) && done;
  };

const keptOf = (doc: Node, isKept: (block: Node) => boolean): string =>
  JSON.stringify(doc.children.filter(isKept).map((block) => block.toJSON()));

/** From and to of every text in blocks that are not kept. */
function placesOfText(doc: Node, isKept: (block: Node) => boolean): readonly (readonly [number, number])[] {
  const places: (readonly [number, number])[] = [];
  doc.descendants((node, at, parent) => {
    if (parent === doc && isKept(node)) return false;
    if (node.isTextblock) places.push([at + 1, at + 1 + node.content.size]);
    return !node.isTextblock;
  });
  return places;
}
