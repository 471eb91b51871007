// Whose the words of the minutes are, change by change.
import { splitBlock } from '@tiptap/pm/commands';
import type { Command } from '@tiptap/pm/state';
import * as Y from 'yjs';
import { expect, test } from 'vitest';
import { element, factBlock, fragmentOf, paragraph } from '../blocks.ts';
import { factId } from '../fact-id.ts';
import { commands, logOf, openEditor, typing, type Log } from '../testing/index.ts';
import { authorshipOf } from './authorship.ts';
import { pageAt, type Piece } from './page.ts';

const blank = (): Y.Doc => {
  const doc = new Y.Doc({ gc: false });
  fragmentOf(doc).insert(0, [
    element('heading', { level: 1, section: 'course' }, [new Y.XmlText('协商情况')]),
    factBlock(factId('roll')),
    paragraph(),
  ]);
  return doc;
};
/** In the blank paragraph, behind the heading and the fact. */
const start = 8;
const minute = 60_000;

const told = ({ text, written, moved }: Piece): string =>
  `${written.by ?? '-'}@${written.at / minute}:${text}${moved ? ` (${moved.by ?? '-'}@${moved.at / minute})` : ''}`;
const lines = (log: Log, seq = log.changes.length): readonly (readonly string[])[] =>
  pageAt(log.annals(), seq).lines.map((line) =>
    line.kind === 'text' ? line.pieces.map(told) : [`#${line.kind === 'fact' ? line.fact : line.image}`],
  );
const deleting: Command = (state, dispatch) => {
  dispatch?.(state.tr.deleteSelection());
  return true;
};

test('what two wrote in one line is each one’s own, with the time', () => {
  const log = logOf(blank());
  log.writer('mishu1', 1).edit(typing('会议要求落实'), start);
  log.writer('mishu2', 2).edit(typing('认真'), start + 2, start + 2, 5);
  expect(lines(log)).toEqual([['-@0:协商情况'], ['#roll'], ['mishu1@1:会议', 'mishu2@6:认真', 'mishu1@1:要求落实']]);
  expect(lines(log, 2)).toEqual([['-@0:协商情况'], ['#roll'], ['mishu1@1:会议要求落实']]);
});

test('a paragraph that somebody else splits or lists stays its writer’s, and says who moved it', () => {
  const log = logOf(blank());
  const other = log.writer('mishu2', 2);
  log.writer('mishu1', 1).edit(typing('会议要求落实'), start);
  other.edit(splitBlock, start + 2);
  expect(lines(log).slice(2)).toEqual([['mishu1@1:会议'], ['mishu1@1:要求落实 (mishu2@2)']]);
  other.edit(commands['bullets'] ?? (() => false), start + 4);
  expect(lines(log).slice(2)).toEqual([['mishu1@1:会议'], ['mishu1@1:要求落实 (mishu2@3)']]);
});

test('what is taken away and undone letter by letter stays its writer’s', () => {
  const log = logOf(blank());
  const other = log.writer('mishu2', 2);
  log.writer('mishu1', 1).edit(typing('会议要求'), start);
  Y.applyUpdate(other.replica, Y.encodeStateAsUpdate(log.server));
  const undo = new Y.UndoManager(fragmentOf(other.replica), { trackedOrigins: new Set(['editor']), captureTimeout: 60_000 });
  for (const at of [start + 3, start + 2]) other.edit(deleting, at, at + 1);
  undo.undo();
  other.send();
  expect(lines(log).at(-1)).toEqual(['mishu1@1:会议', 'mishu1@1:要求 (mishu2@4)'].slice(0, 2));
});

test('words that somebody types are the typist’s, also where the same words were before', () => {
  const log = logOf(blank());
  const other = log.writer('mishu2', 2);
  log.writer('mishu1', 1).edit(typing('会议要求落实'), start);
  other.edit(deleting, start, start + 2);
  other.edit(typing('会议'), start + 4);
  expect(lines(log).at(-1)).toEqual(['mishu1@1:要求落实', 'mishu2@3:会议']);
});

test('after a restoration from a backup the client ids still say whose the words are (Y13)', () => {
  const log = logOf(blank());
  log.writer('mishu1', 1).edit(typing('会议'), start);
  const annals = logOf(log.server).annals();
  annals.bind([{ client: 1, person: 'mishu1' }]);
  expect(pageAt(annals, annals.head).lines.at(-1)).toMatchObject({ pieces: [{ text: '会议', written: { by: 'mishu1' } }] });
});

test('authorship names what stands, by client and place', () => {
  const log = logOf(blank());
  const writer = log.writer('mishu1', 1);
  writer.edit(typing('会议要求'), start);
  writer.edit(deleting, start, start + 2);
  const { seq, spans } = authorshipOf(log.annals());
  expect(seq).toBe(log.changes.length);
  const own = spans.filter(({ client }) => client === 1);
  expect(own.every(({ written }) => written.by === 'mishu1')).toBe(true);
  expect(own.reduce((sum, { from, to }) => sum + to - from, 0)).toBeGreaterThanOrEqual(2);
});

test('a page that never was is asked for in vain', () => {
  expect(() => pageAt(logOf(blank()).annals(), 2)).toThrow(RangeError);
});

test('the editor of the tests stands where these tests think it stands', () => {
  const log = logOf(blank());
  expect(openEditor(log.server).read().resolve(start).parent.type.name).toBe('paragraph');
});
