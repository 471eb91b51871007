// Which paragraphs a change belongs to, so that each can show how far it is (law 10).
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { touchedBlocks } from './touched.ts';

test('law 10: the blocks that changed and the blocks that are new, no others', () => {
  const doc = new Y.Doc();
  const fragment = doc.getXmlFragment('minutes');
  const [list, quiet] = [new Y.XmlElement('bulletList'), new Y.XmlElement('paragraph')];
  const item = new Y.XmlElement('listItem');
  const text = new Y.XmlText();
  item.insert(0, [text]);
  list.insert(0, [item]);
  fragment.insert(0, [list, quiet]);
  const fresh = new Y.XmlElement('paragraph');
  let touched: ReadonlySet<unknown> = new Set();
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    touched = touchedBlocks(transaction, fragment);
  });
  doc.transact(() => {
    text.insert(0, '字');
    fragment.insert(2, [fresh]);
  });
  expect([...touched]).toEqual([list, fresh]);
});
