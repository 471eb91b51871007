// Whose the stretches of the editor's text are, by the units of the document behind it.
import { fragmentName } from '@xieshang/minutes';
import { logOf, openEditor, typing } from '@xieshang/minutes/testing';
import { authorshipOf } from '@xieshang/minutes/history';
import type { Node } from '@tiptap/pm/model';
import * as Y from 'yjs';
import { expect, test } from 'vitest';
import { stretchAt, stretchesOf, whoseUnits } from './authors.ts';

const blank = (): Y.Doc => {
  const doc = new Y.Doc({ gc: false });
  const [fact, paragraph, list, item, inside] = ['fact', 'paragraph', 'bulletList', 'listItem', 'paragraph'].map(
    (name) => new Y.XmlElement(name),
  );
  if (!fact || !paragraph || !list || !item || !inside) return doc;
  fact.setAttribute('fact', 'roll');
  inside.insert(0, [new Y.XmlText('列表')]);
  item.insert(0, [inside]);
  list.insert(0, [item]);
  doc.getXmlFragment(fragmentName).insert(0, [fact, paragraph, list]);
  return doc;
};
/** Behind the fact, in the blank paragraph. */
const start = 2;

const written = () => {
  const log = logOf(blank());
  log.writer('mishu1', 1).edit(typing('会议要求落实'), start);
  log.writer('mishu2', 2).edit(typing('认真'), start + 2);
  return log;
};
const textIn = (doc: Node, from: number, to: number): string => doc.textBetween(from, to);
// The test's library is the page's copy, the editor's the package's: one and the same at run time.
const viewOf = (doc: Y.Doc): Node => openEditor(doc).read() as unknown as Node;

test('each stretch of the view is its writer’s', () => {
  const { server, annals } = written();
  const doc = viewOf(server);
  const stretches = stretchesOf(doc, server.getXmlFragment(fragmentName), whoseUnits(authorshipOf(annals()), 0));
  expect(stretches.map(({ from, to, deeds }) => [textIn(doc, from, to), typeof deeds === 'string' ? deeds : deeds.written.by])).toEqual([
    ['会议', 'mishu1'],
    ['认真', 'mishu2'],
    ['要求落实', 'mishu1'],
    ['列表', null],
  ]);
  expect(stretchAt(stretches, start + 3)).toMatchObject({ deeds: { written: { by: 'mishu2' } } });
  expect(stretchAt(stretches, start)).toMatchObject({ deeds: { written: { by: 'mishu1' } } });
  expect(stretchAt(stretches, 0)).toBeNull();
});

test('what the server has not told of yet is unknown, unless this page typed it', () => {
  const log = written();
  const [known, own] = [0, 3].map((client) => whoseUnits(authorshipOf(log.annals()), client));
  log.writer('mishu1', 3).edit(typing('新'), start);
  const first = (whose: typeof known) => whose && stretchesOf(viewOf(log.server), log.server.getXmlFragment(fragmentName), whose)[0];
  expect(first(known)).toEqual({ from: start, to: start + 1, deeds: 'unknown' });
  expect(first(own)).toEqual({ from: start, to: start + 1, deeds: 'own' });
});

test('a block in which the view and the document differ, as while a word is composed, has none', () => {
  const { server, annals } = written();
  const view = viewOf(server);
  const other = new Y.Doc({ gc: false });
  Y.applyUpdate(other, Y.encodeStateAsUpdate(server));
  openEditor(other).edit(typing('拼音'), start);
  const stretches = stretchesOf(view, other.getXmlFragment(fragmentName), whoseUnits(authorshipOf(annals()), 0));
  expect(stretches.map(({ from, to }) => textIn(view, from, to))).toEqual(['列表']);
});
