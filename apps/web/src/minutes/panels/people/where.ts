// Knows who has the text open and in which part of it each one's caret stands; not how that is shown.
import type { Node } from '@tiptap/pm/model';
import type { EditorState } from '@tiptap/pm/state';
import { relativePositionToAbsolutePosition, ySyncPluginKey, type ProsemirrorBinding } from '@tiptap/y-tiptap';
import { numberer, type Level } from '@xieshang/minutes';
import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { personIn, type Here } from '../../editor/carets.ts';

export interface Standing extends Here {
  readonly own: boolean;
  /** Where the caret stands in the document; null for who has none there. */
  readonly position: number | null;
  /** The nearest heading above it, with its number; empty above the first, null without a caret. */
  readonly section: string | null;
}

/** The headings of the text in order, where each begins and how it reads. Empty ones have no number. */
export function sectionsOf(doc: Node): readonly { readonly from: number; readonly title: string }[] {
  const next = numberer();
  const sections: { from: number; title: string }[] = [];
  doc.forEach((node, from) => {
    const title = node.textContent.trim();
    if (node.type.name === 'heading' && title !== '') sections.push({ from, title: `${next(node.attrs['level'] as Level)}${title}` });
  });
  return sections;
}

function caretIn(state: unknown, editor: EditorState): number | null {
  if (typeof state !== 'object' || state === null || !('cursor' in state)) return null;
  const { cursor } = state;
  if (typeof cursor !== 'object' || cursor === null || !('head' in cursor)) return null;
  const sync = ySyncPluginKey.getState(editor) as { readonly binding: ProsemirrorBinding };
  const { doc, type, mapping } = sync.binding;
  try {
    return relativePositionToAbsolutePosition(doc, type, Y.createRelativePositionFromJSON(cursor.head), mapping);
  } catch {
    // Whatever a foreign client calls a caret.
    return null;
  }
}

/** Everybody once, by account; of several pages of a person one with a caret. `me` comes first, then in the order of the text. */
export function standingsIn(awareness: Awareness, editor: EditorState, me: string): readonly Standing[] {
  const sections = sectionsOf(editor.doc);
  const people = new Map<string, Standing>();
  for (const [client, state] of awareness.getStates()) {
    const person = personIn(state);
    // The server writes the account on everybody's caret but on one's own page's.
    const account = client === awareness.clientID ? me : (person?.account ?? '');
    if (!person || account === '') continue;
    const position = caretIn(state, editor);
    const known = people.get(account);
    if (known && (position === null || (known.position !== null && client !== awareness.clientID))) continue;
    const section = position === null ? null : (sections.findLast(({ from }) => from < position)?.title ?? '');
    people.set(account, { ...person, account, own: account === me, position, section });
  }
  const place = ({ own, position }: Standing): number => (own ? -1 : (position ?? Number.MAX_SAFE_INTEGER));
  return [...people.values()].toSorted((one, other) => place(one) - place(other) || one.account.localeCompare(other.account));
}
