// Law 11: refused text is offered as it was written, paragraph by paragraph. Law 10: also what another's deletion took away.
import { fragmentName } from '@xieshang/minutes';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { looseText, ownText, swallowedText } from './rescue.ts';

function paragraph(text: string): Y.XmlElement {
  const made = new Y.XmlElement('paragraph');
  made.insert(0, [new Y.XmlText(text)]);
  return made;
}
const textIn = (fragment: Y.XmlFragment, at: number): Y.XmlText => {
  const block = fragment.get(at);
  const text = block instanceof Y.XmlElement ? block.get(0) : null;
  if (!(text instanceof Y.XmlText)) throw new Error('no text there');
  return text;
};

/** A page that shows the server's two paragraphs, and what it writes from now on. */
function page() {
  const server = new Y.Doc({ gc: false });
  server.getXmlFragment(fragmentName).insert(0, [paragraph('会议听取了通报。'), paragraph('会议认为。')]);
  const doc = new Y.Doc({ gc: false });
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(server), 'server');
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'server') updates.push(update);
  });
  return { server, doc, fragment: doc.getXmlFragment(fragmentName), updates };
}

test('law 11: own text comes back by paragraph, in the order of the document, without the text of others', () => {
  const { fragment, updates } = page();
  textIn(fragment, 1).insert(4, '，要坚持问题导向');
  textIn(fragment, 0).insert(4, '详细的');
  fragment.insert(2, [paragraph('新写的一段')]);
  expect(ownText(fragment, updates)).toEqual(['详细的', '，要坚持问题导向', '新写的一段']);
});

test('law 11: what its writer erased again is not offered', () => {
  const { fragment, updates } = page();
  textIn(fragment, 0).insert(0, '写错了写对了');
  textIn(fragment, 0).delete(0, 3);
  expect(ownText(fragment, updates)).toEqual(['写对了']);
});

test('law 11: two places of a paragraph are told apart', () => {
  const { fragment, updates } = page();
  textIn(fragment, 0).insert(8, '尾');
  textIn(fragment, 0).insert(0, '头');
  expect(ownText(fragment, updates)).toEqual(['头 … 尾']);
});

test('law 10: own text in a paragraph that another deletes is found, in the document and at once', () => {
  const { server, doc, fragment, updates } = page();
  textIn(fragment, 1).insert(4, '张委员的建议');
  server.getXmlFragment(fragmentName).delete(1, 1);
  let swallowed = '';
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    swallowed += swallowedText(transaction, updates);
  });
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(server), 'server');
  expect(fragment.toJSON()).not.toContain('张委员');
  expect(swallowed).toBe('张委员的建议');
  expect(ownText(fragment, updates)).toEqual(['张委员的建议']);
});

test('text without its document is still text', () => {
  const { fragment, updates } = page();
  textIn(fragment, 0).insert(0, '旧版本里的字');
  expect(looseText(updates)).toEqual(['旧版本里的字']);
});
