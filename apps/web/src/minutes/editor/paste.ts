// Knows what of a paste comes in: only what the schema knows, no fact, no section, and never more than can be sent. Knows no wire.
import { Extension } from '@tiptap/core';
import { Fragment, Slice, type Node } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { closeHistory } from '@tiptap/pm/history';
import type { EditorView } from '@tiptap/pm/view';

/** Bytes of text that go into one change; a frame of the wire holds twice as much. */
export const changeAim = 64 * 1024;
/** Bytes of text beyond which a paste is refused as a whole. */
export const pasteLimit = 1024 * 1024;

const encoder = new TextEncoder();
/** What a node weighs on the wire, roughly, bytes. */
export function weightOf(node: Node): number {
  let bytes = 0;
  node.descendants(({ text }) => {
    bytes += text === undefined ? 24 : encoder.encode(text).length + 8;
  });
  return bytes + 24;
}

const weightOfSlice = ({ content }: Slice): number => {
  let bytes = 0;
  content.forEach((node) => {
    bytes += weightOf(node) + (node.text === undefined ? 0 : encoder.encode(node.text).length);
  });
  return bytes;
};

/** Law 9. A copy of a fact is no fact, and a copied heading begins no section. */
export function cleanSlice(slice: Slice): Slice {
  const clean = (fragment: Fragment): Fragment => {
    const nodes: Node[] = [];
    fragment.forEach((node) => {
      if (node.type.name === 'fact') return;
      if (node.isText) return void nodes.push(node);
      const attrs = 'section' in node.attrs ? { ...node.attrs, section: null } : node.attrs;
      nodes.push(node.type.create(attrs, clean(node.content), node.marks));
    });
    return Fragment.from(nodes);
  };
  const content = clean(slice.content);
  if (content.childCount === slice.content.childCount) return new Slice(content, slice.openStart, slice.openEnd);
  return Slice.maxOpen(content, false);
}

const tag = /<[a-z](?:[^>"']|"[^"]*"|'[^']*')*>/gi;

/**
 * A page that is pasted is read before the schema chooses from it. Its handlers would not run and its base address would not hold, but
 * the policy would report each as a breach.
 */
export const inert = (html: string): string =>
  html.replace(tag, (whole) => (/^<base\b/i.test(whole) ? '' : whole.replace(/(["'\s/])on(\w+\s*=)/gi, '$1data-$2')));

/** A text block that is too heavy for one change, in blocks that are not. */
function split(node: Node): readonly Node[] {
  if (!node.isTextblock || weightOf(node) <= changeAim) return [node];
  const parts: Node[] = [];
  // No character takes more than four bytes.
  const step = changeAim / 4;
  for (let from = 0; from < node.content.size; from += step) parts.push(node.cut(from, Math.min(from + step, node.content.size)));
  return parts;
}

/** The blocks of a heavy paste, in groups that each fit into one change. */
export function inChanges(slice: Slice): readonly (readonly Node[])[] {
  const groups: Node[][] = [];
  let weight = 0;
  slice.content.forEach((block) => {
    for (const part of split(block)) {
      const own = weightOf(part);
      const last = groups.at(-1);
      if (last && weight + own <= changeAim) {
        last.push(part);
        weight += own;
      } else {
        groups.push([part]);
        weight = own;
      }
    }
  });
  return groups;
}

function insertInChanges(view: EditorView, slice: Slice): void {
  const { $to } = view.state.selection;
  view.dispatch(view.state.tr.deleteSelection());
  let at = $to.depth > 0 ? view.state.selection.$to.after(1) : view.state.selection.to;
  for (const group of inChanges(slice)) {
    const content = Fragment.from(group);
    view.dispatch(closeHistory(view.state.tr).insert(at, content));
    at += content.size;
  }
  view.dispatch(view.state.tr.scrollIntoView());
}

/** `refuse` is told how many KB were too many. */
export const safePaste = (refuse: (kilobytes: number) => void): Extension =>
  Extension.create({
    name: 'safePaste',
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          transformPasted: cleanSlice,
          transformPastedHTML: inert,
          handlePaste: (view, _event, slice) => {
            const weight = weightOfSlice(slice);
            if (weight <= changeAim) return false;
            if (weight > pasteLimit) refuse(Math.round(weight / 1024));
            else insertInChanges(view, slice);
            return true;
          },
          handleDrop: (_view, _event, slice) => {
            const weight = weightOfSlice(slice);
            if (weight <= changeAim) return false;
            refuse(Math.round(weight / 1024));
            return true;
          },
        },
      }),
    ],
  });
