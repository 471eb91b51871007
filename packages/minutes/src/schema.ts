// Knows what minutes may consist of: nodes, marks and the values of their attributes; not who edits them nor how they look.
import { getSchema, Node, type Attribute, type Extensions } from '@tiptap/core';
import { Heading } from '@tiptap/extension-heading';
import { ListItem, OrderedList } from '@tiptap/extension-list';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { StarterKit } from '@tiptap/starter-kit';
import { readFactId } from './fact-id.ts';
import { isHeadedSection } from './section.ts';
import { SoundEdits } from './sound-edits.ts';

/** A list in a list in a list …: how deep the editor goes. */
export const deepestList = 6;
export const headingLevels = [1, 2, 3, 4] as const;
const most = { colspan: 20, rowspan: 100, colwidth: 2000 } as const;

const isWhole = (value: unknown, from: number, to: number): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to;

/** A check that throws, as ProseMirror wants it. */
const checked = (name: string, fits: (value: unknown) => boolean) => (value: unknown) => {
  if (!fits(value)) throw new RangeError(`${name} has no such value`);
};

/** From pasted HTML; a number that the schema does not know becomes the nearest that it does. */
const span = (name: 'colspan' | 'rowspan'): Attribute => ({
  default: 1,
  validate: checked(name, (value) => isWhole(value, 1, most[name])),
  parseHTML: (element: HTMLElement) => Math.min(Math.max(Number.parseInt(element.getAttribute(name) ?? '1', 10) || 1, 1), most[name]),
});

const isColwidth = (value: unknown): boolean =>
  value === null || (Array.isArray(value) && value.length <= most.colspan && value.every((one) => isWhole(one, 0, most.colwidth)));

const cell = {
  content: '(paragraph | bulletList | orderedList)+',
  addAttributes: () => ({
    colspan: span('colspan'),
    rowspan: span('rowspan'),
    colwidth: {
      default: null,
      validate: checked('colwidth', isColwidth),
      parseHTML: (element: HTMLElement) => {
        const widths = (element.getAttribute('colwidth') ?? '').split(',').map(Number);
        const spanned = Number(element.getAttribute('colspan') ?? 1);
        return widths.length === spanned && widths.every((one) => one > 0) && isColwidth(widths) ? widths : null;
      },
    },
  }),
};

/** Section headings are told apart, so that the server knows where a new fact goes; half of a split heading is none. */
const NumberedHeading = Heading.extend({
  addAttributes: () => ({
    level: { default: 1, rendered: false, validate: checked('level', (value) => isWhole(value, 1, headingLevels.length)) },
    section: {
      default: null,
      keepOnSplit: false,
      validate: checked('section', (value) => value === null || isHeadedSection(value)),
      parseHTML: (element: HTMLElement) => {
        const section = element.getAttribute('data-section');
        return isHeadedSection(section) ? section : null;
      },
      renderHTML: ({ section }: Record<string, unknown>) => (section === null ? {} : { 'data-section': section }),
    },
  }),
}).configure({ levels: [...headingLevels] });

/**
 * Law 9. An atom that holds only the fact's id. There is no way to make one from HTML: only the server puts facts in,
 * so nothing pasted can pass for one.
 */
export const Fact = Node.create({
  name: 'fact',
  group: 'block',
  atom: true,
  selectable: true,
  draggable: false,
  addAttributes: () => ({
    fact: {
      isRequired: true,
      validate: checked('fact', (value) => typeof value === 'string' && readFactId(value) !== null),
      rendered: false,
    },
  }),
  parseHTML: () => [],
  renderHTML: ({ node }) => ['div', { 'data-fact': String(node.attrs['fact']) }],
});

/** Letters of a caption. */
export const longestCaption = 200;
const isImageId = (value: unknown): boolean => typeof value === 'string' && /^[\w.~-]{1,64}$/.test(value);
const isCaption = (value: unknown): boolean =>
  typeof value === 'string' && value.length <= longestCaption && /^\P{Cc}*$/u.test(value) && value.isWellFormed();

/**
 * An atom that holds the id of an image handed in to the meeting, and what it shows in words: its caption, and its text for those who
 * do not see it. Never an address: nothing pasted can make a page ask elsewhere.
 */
export const Image = Node.create({
  name: 'image',
  group: 'block',
  atom: true,
  selectable: true,
  draggable: false,
  addAttributes: () => ({
    image: {
      isRequired: true,
      validate: checked('image', isImageId),
      parseHTML: (element: HTMLElement) => element.getAttribute('data-image'),
      renderHTML: ({ image }: Record<string, unknown>) => ({ 'data-image': image }),
    },
    alt: {
      default: '',
      validate: checked('alt', isCaption),
      parseHTML: (element: HTMLElement) =>
        (element.textContent ?? '')
          .replace(/\p{Cc}/gu, '')
          .toWellFormed()
          .slice(0, longestCaption),
      rendered: false,
    },
  }),
  // Cut and pasted within our own pages; what does not look like an id of ours is no image.
  parseHTML: () => [{ tag: 'figure[data-image]', getAttrs: (element) => (isImageId(element.getAttribute('data-image')) ? null : false) }],
  renderHTML: ({ node }) => ['figure', { 'data-image': String(node.attrs['image']) }, String(node.attrs['alt'])],
});

/** Anything may come first in an item: a client whose schema forbade it would delete what merging has put there (P1). */
const TolerantItem = ListItem.extend({
  content: '(paragraph | bulletList | orderedList)+',
  addKeyboardShortcuts() {
    const listsAround = (): number => {
      const { $from } = this.editor.state.selection;
      return Array.from({ length: $from.depth }, (_, depth) => $from.node(depth)).filter(({ type }) => type.name.endsWith('List')).length;
    };
    return {
      ...this.parent?.(),
      Tab: () => listsAround() >= deepestList || this.editor.commands.sinkListItem(this.name),
    };
  },
});

/** Nodes and marks with their editing; no collaboration, no undo, no placeholder of their own. */
export const extensions: Extensions = [
  StarterKit.configure({
    ...{ blockquote: false, code: false, codeBlock: false, horizontalRule: false, link: false },
    ...{ heading: false, orderedList: false, listItem: false, undoRedo: false, trailingNode: false },
  }),
  NumberedHeading,
  OrderedList.extend({ addAttributes: () => ({}) }),
  TolerantItem,
  Table.configure({ resizable: false }),
  TableRow,
  TableHeader.extend(cell),
  TableCell.extend(cell),
  Fact,
  Image,
  SoundEdits,
];

/** Made without a DOM, so that the server judges by the very schema that the editor has. */
export const schema = getSchema(extensions);
