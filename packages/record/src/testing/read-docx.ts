// Knows how a Word file is read back for tests: its parts, its paragraphs in order, their properties. Not how it was made.
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import JSZip from 'jszip';

/** An element as the ordered parser gives it: one key with its children, `:@` with its attributes. */
type Node = { readonly [key: string]: unknown };

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
});

function elementOf(node: Node): Element {
  const name = Object.keys(node).find((key) => key !== ':@') ?? '';
  const inner = node[name];
  const children = Array.isArray(inner) ? (inner as Node[]).map(elementOf) : [];
  const own = typeof inner === 'string' ? inner : '';
  return {
    name,
    attributes: (node[':@'] ?? {}) as Record<string, string>,
    children,
    text: name === 'w:br' ? '\n' : name === 'w:tab' ? '\t' : own + children.map(({ text }) => text).join(''),
  };
}

/** Every element of that name below, in document order. */
export const all = (element: Element, name: string): Element[] =>
  element.children.flatMap((child) => (child.name === name ? [child, ...all(child, name)] : all(child, name)));

/** An attribute of the first element of that name below. */
export const attribute = (element: Element, name: string, key = 'w:val'): string | undefined => all(element, name)[0]?.attributes[key];

export const styleOf = (paragraph: Element): string | undefined => attribute(paragraph, 'w:pStyle');
/** What the runs say; tabs and breaks as one character each. */
export const textOf = (paragraph: Element): string =>
  all(paragraph, 'w:r')
    .map(({ children }) =>
      children
        .filter(({ name }) => name !== 'w:rPr')
        .map(({ text }) => text)
        .join(''),
    )
    .join('');

/** The parts of an office file, whatever is in them. */
export interface Package {
  readonly parts: ReadonlyMap<string, string>;
  /** A part as a tree; throws when it is missing or no well-formed XML. */
  part(name: string): Element;
}

export interface Docx extends Package {
  readonly paragraphs: readonly Element[];
  styled(style: string): Element[];
}

export async function readPackage(bytes: Uint8Array): Promise<Package> {
  const zip = await JSZip.loadAsync(bytes);
  const parts = new Map<string, string>();
  for (const file of Object.values(zip.files)) if (!file.dir) parts.set(file.name, await file.async('string'));
  const part = (name: string): Element => {
    const xml = parts.get(name);
    if (xml === undefined) throw new Error(`no part ${name}`);
    const valid = XMLValidator.validate(xml);
    if (valid !== true) throw new Error(`${name}: ${valid.err.msg}`);
    return { name, attributes: {}, children: (parser.parse(xml) as Node[]).map(elementOf), text: '' };
  };
  return { parts, part };
}

export async function readDocx(bytes: Uint8Array): Promise<Docx> {
  const { parts, part } = await readPackage(bytes);
  const paragraphs = all(part('word/document.xml'), 'w:p');
  return { parts, part, paragraphs, styled: (style) => paragraphs.filter((paragraph) => styleOf(paragraph) === style) };
}
