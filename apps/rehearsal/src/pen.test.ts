import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { beginShared, contentOf, pen, sharedBeginnings } from './pen.ts';
import { randomFrom, strokes, type Stroke } from './prose.ts';
import { outcomeOf } from './text-verdict.ts';

const stroke = (kind: Stroke['kind'], text: string): Stroke => ({ kind, text, mark: null });
const exchange = (docs: readonly Y.Doc[]): void => {
  for (const from of docs) for (const to of docs) if (from !== to) Y.applyUpdate(to, Y.encodeStateAsUpdate(from));
};
const written = (...acts: readonly Stroke[]): string => {
  const doc = new Y.Doc();
  const writing = pen(doc, randomFrom(1));
  for (const act of acts) writing.write(act);
  return doc.getXmlFragment('minutes').toJSON();
};

test('words go into paragraphs and headings of the fragment minutes', () => {
  expect(written(stroke('heading', '建议'), stroke('paragraph', '委员们'), stroke('word', '认为'))).toBe(
    '<heading level="2">建议</heading><paragraph>委员们认为</paragraph>',
  );
});

test('a slip is erased and the words go on where it stood', () => {
  expect(written(stroke('paragraph', '建'), stroke('word', '义义'), stroke('erase', '义义'), stroke('word', '议'))).toBe(
    '<paragraph>建议</paragraph>',
  );
});

test('nothing else than the slip is erased', () => {
  expect(written(stroke('paragraph', '建议'), stroke('erase', '建义'))).toBe('<paragraph>建议</paragraph>');
});

test('after a turn to a shared paragraph one goes on in one’s own', () => {
  const doc = new Y.Doc();
  const writing = pen(doc, randomFrom(1));
  beginShared(doc);
  for (const act of [stroke('paragraph', '甲'), stroke('shared', '乙'), stroke('word', '丙'), stroke('own', '丁')]) writing.write(act);
  const body = doc.getXmlFragment('minutes').toJSON();
  expect(body).toMatch(/<paragraph>甲丁<\/paragraph>$/);
  expect(body).toMatch(/：乙丙/);
});

test('without a shared paragraph there is nowhere to turn to', () => {
  const doc = new Y.Doc();
  expect(pen(doc, randomFrom(1)).write(stroke('shared', '乙'))).toBe(false);
  expect(contentOf(doc).letters).toBe('');
});

test('the cursor stays behind its word when another types before it', () => {
  const [one, other] = [new Y.Doc(), new Y.Doc()];
  const writing = pen(one, randomFrom(1));
  writing.write(stroke('paragraph', '丙'));
  exchange([one, other]);
  const text = (other.getXmlFragment('minutes').get(0) as Y.XmlElement).get(0) as Y.XmlText;
  text.insert(0, '甲乙');
  exchange([one, other]);
  writing.write(stroke('word', '丁'));
  expect(contentOf(one).letters).toBe('甲乙丙丁');
});

test('the cursor stays behind its word when another types after it', () => {
  const [one, other] = [new Y.Doc(), new Y.Doc()];
  const writing = pen(one, randomFrom(1));
  writing.write(stroke('paragraph', '甲'));
  exchange([one, other]);
  const text = (other.getXmlFragment('minutes').get(0) as Y.XmlElement).get(0) as Y.XmlText;
  text.insert(1, '丙丁');
  exchange([one, other]);
  writing.write(stroke('word', '乙'));
  expect(contentOf(one).letters).toBe('甲乙丙丁');
});

test('a heading is no paragraph of one’s own', () => {
  expect(written(stroke('heading', '建议'), stroke('own', '委员'))).toBe('<heading level="2">建议</heading><paragraph>委员</paragraph>');
});

test('the content is the same however it came about, and another when one letter differs', () => {
  const [one, other] = [new Y.Doc(), new Y.Doc()];
  for (const word of ['委', '员']) pen(one, randomFrom(1)).write(stroke('paragraph', word));
  pen(other, randomFrom(1)).write(stroke('paragraph', '委员'));
  expect(contentOf(one).hash).not.toBe(contentOf(other).hash);
  const third = new Y.Doc();
  const writing = pen(third, randomFrom(1));
  for (const act of [stroke('paragraph', '委员员'), stroke('erase', '员')]) writing.write(act);
  expect(contentOf(third).hash).toBe(contentOf(other).hash);
});

test('six who write a thousand words with long gaps between hearing of one another lose and double nothing', () => {
  const docs = Array.from({ length: 6 }, () => new Y.Doc());
  const [first] = docs;
  if (first) beginShared(first);
  exchange(docs);
  const before = sharedBeginnings.join('');
  const done: Stroke[] = [];
  const people = docs.map((doc, place) => ({ writing: pen(doc, randomFrom(place)), next: strokes(place, randomFrom(place + 50)) }));
  for (let round = 0; round < 170; round += 1) {
    for (const { writing, next } of people) {
      const act = next.next().value;
      if (writing.write(act)) done.push(act);
    }
    if (round % 9 === 0) exchange(docs);
  }
  exchange(docs);
  const contents = docs.map(contentOf);
  expect(done.length).toBe(6 * 170);
  expect(new Set(contents.map(({ hash }) => hash)).size).toBe(1);
  expect(outcomeOf({ before, after: contents[0]?.letters ?? '', strokes: done })).toMatchObject({
    ...{ lost: 0, doubled: 0 },
    letters: { missing: 0, surplus: 0 },
  });
});
