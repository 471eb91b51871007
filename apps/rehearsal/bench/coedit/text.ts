// Knows how minutes are written by many hands, at random places or in runs, in the shape that our schema has; not where they go.
import { fragmentName } from '@xieshang/minutes';
import * as Y from 'yjs';

export type Random = (below: number) => number;

/** The same numbers for the same seed. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

const characters = (random: Random, count: number): string =>
  Array.from({ length: count }, () => String.fromCharCode(0x4e00 + random(6000))).join('');

export const firstWriter = 1000;

export function paragraph(text: string): Y.XmlElement {
  const element = new Y.XmlElement('paragraph');
  element.insert(0, [new Y.XmlText(text)]);
  return element;
}

/** The texts of all paragraphs that have one. */
export const textsIn = (doc: Y.Doc): readonly Y.XmlText[] =>
  doc
    .getXmlFragment(fragmentName)
    .toArray()
    .flatMap((block) => (block instanceof Y.XmlElement && block.nodeName === 'paragraph' ? block.toArray() : []))
    .filter((text) => text instanceof Y.XmlText);

/** One edit of 1–6 characters at a random place; one in five also deletes. */
export function editSomewhere(doc: Y.Doc, texts: readonly Y.XmlText[], random: Random): void {
  const text = texts[random(texts.length)];
  if (!text) throw new Error('no paragraph to write in');
  doc.transact(() => {
    const { length } = text;
    if (length > 20 && random(5) === 0) {
      const at = random(length - 4);
      text.delete(at, 1 + random(3));
      text.insert(at, characters(random, 1));
    } else text.insert(random(length + 1), characters(random, 1 + random(6)));
  });
}

export type Shape = 'random' | 'typed';

/** A long document, as the updates that made it and as what stands at its end. */
export interface Long {
  readonly updates: readonly Uint8Array[];
  readonly state: Uint8Array;
  readonly clocks: ReadonlyMap<number, number>;
  /** Somebody who lacks the last 100 edits: what they hold, and what they answer to a step 1. */
  readonly away: { readonly vector: Uint8Array; readonly held: ReadonlyMap<number, number>; readonly answer: Uint8Array };
}

const authors = 20;
const paragraphs = 200;
export const lacking = 100;

/** Every edit at a random place, or each author in runs of about 30 in a place of their own. */
export function writeLong(base: Uint8Array, edits: number, shape: Shape): Long {
  const random = randomFrom(11);
  const doc = new Y.Doc({ gc: false });
  Y.applyUpdate(doc, base);
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  doc.clientID = firstWriter;
  doc.getXmlFragment(fragmentName).insert(
    1,
    Array.from({ length: paragraphs }, () => paragraph('')),
  );
  const texts = textsIn(doc);
  const cursors = Array.from({ length: authors }, () => ({ text: texts[0], at: 0, left: 0 }));
  let away: Long['away'] | null = null;
  for (let edit = 0; edit < edits; edit += 1) {
    if (edit === edits - lacking) away = awayFrom(doc);
    const author = shape === 'random' ? random(authors) : Math.floor(edit / 5) % authors;
    doc.clientID = firstWriter + author;
    const cursor = cursors[author];
    if (shape === 'random' || !cursor) editSomewhere(doc, texts, random);
    else type(doc, texts, cursor, random);
  }
  const state = Y.encodeStateAsUpdate(doc);
  return { updates, state, clocks: Y.decodeStateVector(Y.encodeStateVector(doc)), away: away ?? awayFrom(doc) };
}

function type(
  doc: Y.Doc,
  texts: readonly Y.XmlText[],
  cursor: { text: Y.XmlText | undefined; at: number; left: number },
  random: Random,
): void {
  cursor.left -= 1;
  if (cursor.left < 0) {
    cursor.text = texts[random(texts.length)];
    cursor.at = random((cursor.text?.length ?? 0) + 1);
    cursor.left = 15 + random(30);
  }
  const { text } = cursor;
  if (!text) return;
  cursor.at = Math.min(cursor.at, text.length);
  doc.transact(() => {
    if (cursor.at > 3 && random(8) === 0) {
      text.delete(cursor.at - 2, 2);
      cursor.at -= 2;
    }
    const letters = characters(random, 1 + random(6));
    text.insert(cursor.at, letters);
    cursor.at += letters.length;
  });
}

/** A client that is asked answers with nothing new and, as y-protocols has it, with all it knows to be deleted. */
function awayFrom(doc: Y.Doc): Long['away'] {
  const vector = Y.encodeStateVector(doc);
  return { vector, held: Y.decodeStateVector(vector), answer: Y.encodeStateAsUpdate(doc, vector) };
}
