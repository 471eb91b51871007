// What merging breaks is mended by the server (law 11); a fact stands once (law 9).
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { blocksOf, element, factBlock, factsIn, fragmentOf, paragraph } from './blocks.ts';
import { factId } from './fact-id.ts';
import { readDocument, textOf } from './document-json.ts';
import { repair } from './repair.ts';
import { schema } from './schema.ts';
import { openEditor, replicaOf } from './testing/index.ts';

const docOf = (...blocks: readonly Y.XmlElement[]): Y.Doc => {
  const doc = new Y.Doc();
  if (blocks.length > 0) fragmentOf(doc).insert(0, [...blocks]);
  return doc;
};
const [roll, names] = [factId('roll'), factId('names')];
const written = (doc: Y.Doc): string => fragmentOf(doc).toJSON();
const row = (...cells: readonly Y.XmlElement[]): Y.XmlElement => element('tableRow', {}, cells);
const cell = (colspan = 1, rowspan = 1): Y.XmlElement => element('tableCell', { colspan, rowspan }, [paragraph()]);
const widths = (doc: Y.Doc): readonly number[] => (blocksOf(doc)[0] as Y.XmlElement).toArray().map((one) => (one as Y.XmlElement).length);

describe('repair', () => {
  test('changes nothing in a sound document, and says so', () => {
    const doc = docOf(paragraph('一'), factBlock(roll));
    let updates = 0;
    doc.on('update', () => updates++);
    expect(repair(doc, [roll])).toBe(false);
    expect(updates).toBe(0);
  });

  test('keeps the first of a fact that stands twice, and none that nobody knows', () => {
    const doc = docOf(factBlock(roll), paragraph('一'), factBlock(roll), factBlock(factId('speech.never')));
    expect(repair(doc, [roll])).toBe(true);
    expect(written(doc)).toBe('<fact fact="roll"></fact><paragraph>一</paragraph>');
  });

  test('puts a lost fact back', () => {
    const doc = docOf(paragraph('一'));
    repair(doc, [roll, names]);
    expect(factsIn(doc)).toEqual([roll, names]);
  });

  test('gives emptied items and cells a paragraph, removes emptied lists, rows and tables', () => {
    const doc = docOf(
      element('bulletList', {}, [element('listItem')]),
      element('orderedList'),
      element('table', {}, [row(element('tableHeader', { colspan: 1, rowspan: 1 })), row()]),
      element('table', {}, [row(), row()]),
    );
    repair(doc, []);
    expect(written(doc)).toBe(
      '<bulletlist><listitem><paragraph></paragraph></listitem></bulletlist>' +
        '<table><tablerow><tableheader colspan="1" rowspan="1"><paragraph></paragraph></tableheader></tablerow></table>',
    );
  });

  test('an item whose only list was emptied gets a paragraph', () => {
    const doc = docOf(element('bulletList', {}, [element('listItem', {}, [element('bulletList')])]));
    repair(doc, []);
    expect(written(doc)).toBe('<bulletlist><listitem><paragraph></paragraph></listitem></bulletlist>');
  });

  test('an emptied document gets a paragraph', () => {
    const doc = docOf();
    expect(repair(doc, [])).toBe(true);
    expect(written(doc)).toBe('<paragraph></paragraph>');
  });

  test('rows of unequal length get cells, spans counted', () => {
    const doc = docOf(element('table', {}, [row(cell(2), cell()), row(cell()), row(cell(1, 2), cell(), cell()), row(cell())]));
    expect(repair(doc, [])).toBe(true);
    expect(widths(doc)).toEqual([2, 3, 3, 2]);
    expect(repair(doc, [])).toBe(false);
    schema.nodeFromJSON(readDocument(doc)).check();
  });

  test('loses no word that two people wrote', () => {
    const item = element('listItem', {}, [
      paragraph('一'),
      paragraph('二'),
      element('bulletList', {}, [element('listItem', {}, [paragraph('三')])]),
    ]);
    const server = docOf(element('bulletList', {}, [item]));
    const [one, other] = [replicaOf(server), replicaOf(server)];
    const itemIn = (doc: Y.Doc) => (blocksOf(doc)[0] as Y.XmlElement).get(0) as Y.XmlElement;
    itemIn(one).delete(0, 1);
    itemIn(other).delete(1, 1);
    for (const replica of [one, other]) Y.applyUpdate(server, Y.encodeStateAsUpdate(replica));
    Y.applyUpdate(one, Y.encodeStateAsUpdate(server));
    // A client shows what has merged before the server has mended it, and must not delete it (P1).
    openEditor(one).read().check();
    expect(textOf(readDocument(one))).toBe('三');
    repair(server, []);
    expect(textOf(readDocument(server))).toBe('三');
  });
});
