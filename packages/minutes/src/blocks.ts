// Knows how blocks are written in a Yjs document, exactly as the editor's binding writes them; not which blocks there should be.
import * as Y from 'yjs';
import { fragmentName } from './document-id.ts';
import { factId, type FactId } from './fact-id.ts';
import { isHeadedSection, type HeadedSection } from './section.ts';

export const fragmentOf = (doc: Y.Doc): Y.XmlFragment => doc.getXmlFragment(fragmentName);

/** The top-level blocks, in order. */
export const blocksOf = (doc: Y.Doc): readonly (Y.XmlElement | Y.XmlText)[] => childrenOf(fragmentOf(doc));

export const childrenOf = (parent: Y.XmlFragment): readonly (Y.XmlElement | Y.XmlText)[] =>
  parent.toArray().filter((child) => child instanceof Y.XmlElement || child instanceof Y.XmlText);

/** The binding stores numbers and lists beside strings; the types of Yjs speak of strings only. */
export function attributesOf(element: Y.XmlElement): Readonly<Record<string, unknown>> {
  return element.getAttributes();
}

type Attributes = Readonly<Record<string, string | number>>;

export function element(name: string, attributes: Attributes = {}, children: readonly (Y.XmlElement | Y.XmlText)[] = []): Y.XmlElement {
  const made = new Y.XmlElement<Record<string, string | number>>(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (children.length > 0) made.insert(0, [...children]);
  return made as Y.XmlElement;
}

const textIn = (text: string): readonly Y.XmlText[] => (text === '' ? [] : [new Y.XmlText(text)]);

export const paragraph = (text = ''): Y.XmlElement => element('paragraph', {}, textIn(text));

export const sectionHeading = (section: HeadedSection, text: string): Y.XmlElement =>
  element('heading', { level: 1, section }, textIn(text));

export const factBlock = (fact: FactId): Y.XmlElement => element('fact', { fact });

/** The fact that a block holds, or null. */
export function factIn(block: Y.XmlElement | Y.XmlText): FactId | null {
  if (!(block instanceof Y.XmlElement) || block.nodeName !== 'fact') return null;
  const { fact } = attributesOf(block);
  return typeof fact === 'string' ? factId(fact) : null;
}

/** The section that a block begins, or null. */
export function sectionBegunBy(block: Y.XmlElement | Y.XmlText): HeadedSection | null {
  if (!(block instanceof Y.XmlElement) || block.nodeName !== 'heading') return null;
  const { section } = attributesOf(block);
  return isHeadedSection(section) ? section : null;
}

/** The facts of the document, in order; one that stands twice is told twice. */
export const factsIn = (doc: Y.Doc): readonly FactId[] => blocksOf(doc).flatMap((block) => factIn(block) ?? []);
