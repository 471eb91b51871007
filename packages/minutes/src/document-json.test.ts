// P2: reading never changes what is read, whatever stands in it.
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { element, fragmentOf, paragraph } from './blocks.ts';
import { readDocument, textOf } from './document-json.ts';
import { openEditor } from './testing/index.ts';

const withUnknown = (): Y.Doc => {
  const doc = new Y.Doc();
  fragmentOf(doc).insert(0, [paragraph('一'), element('voteResult', { motion: 'm1' }, [new Y.XmlText('通过')]), paragraph('二')]);
  return doc;
};

describe('readDocument', () => {
  test('makes no update and keeps a node that the schema does not know', () => {
    const doc = withUnknown();
    const before = fragmentOf(doc).toJSON();
    let updates = 0;
    doc.on('update', () => updates++);
    doc.on('beforeTransaction', () => updates++);
    const json = readDocument(doc);
    expect(updates).toBe(0);
    expect(fragmentOf(doc).toJSON()).toBe(before);
    expect(json.content.map(({ type }) => type)).toEqual(['paragraph', 'voteResult', 'paragraph']);
  });

  test('while the way over nodes deletes it: why there is another', () => {
    const doc = withUnknown();
    openEditor(doc).read();
    expect(fragmentOf(doc).toJSON()).not.toContain('voteresult');
  });
});

test('textOf gives a line for each block that people wrote, breaks kept', () => {
  const doc = new Y.Doc();
  const line = element('paragraph', {}, [new Y.XmlText('一'), element('hardBreak'), new Y.XmlText('二')]);
  fragmentOf(doc).insert(0, [
    line,
    element('fact', { fact: 'roll' }),
    element('bulletList', {}, [element('listItem', {}, [paragraph('三'), paragraph()])]),
  ]);
  expect(textOf(readDocument(doc))).toBe('一\n二\n三');
});
