// Knows how words get into the minutes, as the wire promises them (fragment `minutes`, paragraphs and headings); no network and no clock.
import { createHash } from 'node:crypto';
import * as Y from 'yjs';
import type { Random, Stroke } from './prose.ts';

const sharedBeginning = '共同修改';
/** What the paragraphs begin with in which everybody writes. */
export const sharedBeginnings: readonly string[] = [1, 2, 3].map((number) => `${sharedBeginning}${number}：`);

export interface Pen {
  /** Types or erases in one transaction. False, and nothing is done, when there is no such place or other text stands there. */
  write(stroke: Stroke): boolean;
}

/** A cursor of one's own in a document that others write in too. */
export function pen(doc: Y.Doc, random: Random): Pen {
  const fragment = bodyOf(doc);
  let lastBlock: Y.XmlElement | null = null;
  let ownText: Y.XmlText | null = null;
  /** After the character typed last, wherever others have moved it. */
  let cursor: Y.RelativePosition | null = null;

  const typeAt = (text: Y.XmlText, index: number, words: string): boolean => {
    text.insert(index, words);
    cursor = Y.createRelativePositionFromTypeIndex(text, index + words.length, -1);
    return true;
  };

  const newBlock = (block: Y.XmlElement, words: string): boolean => {
    const text = new Y.XmlText();
    block.insert(0, [text]);
    if (lastBlock?._item?.deleted === false) fragment.insertAfter(lastBlock, [block]);
    else fragment.push([block]);
    lastBlock = block;
    ownText = block.nodeName === 'paragraph' ? text : null;
    return typeAt(text, 0, words);
  };

  const place = (): { readonly text: Y.XmlText; readonly index: number } | null => {
    const found = cursor && Y.createAbsolutePositionFromRelativePosition(cursor, doc);
    return found?.type instanceof Y.XmlText ? { text: found.type, index: found.index } : null;
  };

  const act = ({ kind, text: words }: Stroke): boolean => {
    switch (kind) {
      case 'heading':
        return newBlock(headingOf(2), words);
      case 'paragraph':
        return newBlock(new Y.XmlElement('paragraph'), words);
      case 'own':
        return ownText ? typeAt(ownText, ownText.length, words) : newBlock(new Y.XmlElement('paragraph'), words);
      case 'shared': {
        const among = textsOf(doc).filter((text) => lettersOf(text).startsWith(sharedBeginning));
        const text = among[Math.floor(random() * among.length)];
        if (!text) return false;
        const ends = sentenceEnds(lettersOf(text));
        return typeAt(text, ends[Math.floor(random() * ends.length)] ?? text.length, words);
      }
      case 'word': {
        const at = place();
        return at !== null && typeAt(at.text, at.index, words);
      }
      case 'erase': {
        const at = place();
        if (!at || !lettersOf(at.text).slice(0, at.index).endsWith(words)) return false;
        at.text.delete(at.index - words.length, words.length);
        cursor = Y.createRelativePositionFromTypeIndex(at.text, at.index - words.length, -1);
        return true;
      }
    }
  };

  return { write: (stroke) => doc.transact(() => act(stroke)) };
}

/** Puts the paragraphs there in which everybody writes, in one transaction. */
export function beginShared(doc: Y.Doc): boolean {
  const paragraphs = sharedBeginnings.map((words) => {
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText(words)]);
    return paragraph;
  });
  bodyOf(doc).push(paragraphs);
  return true;
}

export interface Content {
  /** All letters in the order of the document. */
  readonly letters: string;
  /** SHA-256 over structure, attributes and letters: what is read, not how it came about. */
  readonly hash: string;
}

export const contentOf = (doc: Y.Doc): Content => ({
  letters: textsOf(doc).map(lettersOf).join(''),
  hash: createHash('sha256').update(bodyOf(doc).toJSON()).digest('hex'),
});

const bodyOf = (doc: Y.Doc): Y.XmlFragment => doc.getXmlFragment('minutes');

const headingOf = (level: number): Y.XmlElement => {
  const heading = new Y.XmlElement<{ level: number }>('heading');
  heading.setAttribute('level', level);
  return heading as unknown as Y.XmlElement;
};

const textsOf = (doc: Y.Doc): readonly Y.XmlText[] => [...bodyOf(doc).createTreeWalker((one) => one instanceof Y.XmlText)] as Y.XmlText[];

const lettersOf = (text: Y.XmlText): string =>
  text
    .toDelta()
    .map(({ insert }: { insert: unknown }) => (typeof insert === 'string' ? insert : ''))
    .join('');

/** Where another sentence may begin: after a mark, and at the end. */
function sentenceEnds(letters: string): readonly number[] {
  const ends = [...letters.matchAll(/〕/g)].map(({ index }) => index + 1);
  return [...ends, letters.length];
}
