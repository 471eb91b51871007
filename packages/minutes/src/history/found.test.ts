// 找回文字: what stood once and stands no more (law 10).
import type { Command } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { element, fragmentOf, paragraph } from '../blocks.ts';
import { commands, logOf, typing } from '../testing/index.ts';
import { foundAgain } from './found.ts';

const blank = (): Y.Doc => {
  const doc = new Y.Doc({ gc: false });
  fragmentOf(doc).insert(0, [
    element('heading', { level: 1, section: 'course' }, [new Y.XmlText('协商情况')]),
    paragraph(),
    paragraph('末段'),
  ]);
  return doc;
};
const start = 7;
const deleting: Command = (state, dispatch) => {
  dispatch?.(state.tr.deleteSelection());
  return true;
};
/** Whole blocks, which no selection of text covers. */
const taking =
  (from: number, to: number): Command =>
  (state, dispatch) => {
    dispatch?.(state.tr.delete(from, to));
    return true;
  };
const split = commands['split'] ?? (() => false);
const told = (log: ReturnType<typeof logOf>) =>
  foundAgain(log.annals()).map(({ text, pieces, taken, under, stands }) => ({
    ...{ text, under, stands },
    by: [...new Set(pieces.map(({ written }) => written.by))],
    taken: taken.by,
  }));

test('a paragraph that somebody else deleted is found, with who wrote and who took it', () => {
  const log = logOf(blank());
  log.writer('mishu1', 1).edit(typing('会议要求落实'), start);
  log.writer('mishu2', 2).edit(taking(start - 1, start + 7), 0);
  expect(told(log)).toEqual([{ text: '会议要求落实', under: '协商情况', stands: false, by: ['mishu1'], taken: 'mishu2' }]);
});

test('words typed into a paragraph that is deleted at the same time are found, as taken by whoever deleted it', () => {
  const log = logOf(blank());
  const [writer, other] = [log.writer('mishu1', 1), log.writer('mishu2', 2)];
  writer.edit(typing('会议要求'), start);
  Y.applyUpdate(other.replica, Y.encodeStateAsUpdate(log.server));
  other.offline(taking(start - 1, start + 5), 0);
  writer.offline(typing('落实'), start + 4);
  other.send();
  writer.send();
  const all = told(log);
  expect(all.map(({ text }) => text).join('')).toBe('会议要求落实');
  expect(new Set(all.map(({ taken }) => taken))).toEqual(new Set(['mishu2']));
});

test('what is deleted letter by letter is one text', () => {
  const log = logOf(blank());
  const [writer, other] = [log.writer('mishu1', 1), log.writer('mishu2', 2)];
  writer.edit(typing('会议要求'), start);
  for (const at of [start + 3, start + 2]) other.edit(deleting, at, at + 1, 0);
  expect(told(log).map(({ text }) => text)).toEqual(['要求']);
});

test('paragraphs that go together are the lines of one text', () => {
  const log = logOf(blank());
  const writer = log.writer('mishu1', 1);
  writer.edit(typing('会议'), start);
  writer.edit(split, start + 2);
  writer.edit(typing('要求'), start + 4);
  log.writer('mishu2', 2).edit(taking(start - 1, start + 7), 0);
  expect(told(log)).toMatchObject([{ text: '会议\n要求', taken: 'mishu2' }]);
});

test('what was only moved, or was put back, is said to stand', () => {
  const log = logOf(blank());
  const writer = log.writer('mishu1', 1);
  writer.edit(typing('会议要求落实'), start);
  writer.edit(split, start + 2);
  expect(told(log)).toMatchObject([{ text: '要求落实', stands: true }]);
});

test('nothing is found where nothing went', () => {
  const log = logOf(blank());
  log.writer('mishu1', 1).edit(typing('会议'), start);
  expect(told(log)).toEqual([]);
});
