// Knows how one gets from a speech to its record in the text, to read it or to write below it; not what is written.
import type { Editor } from '@tiptap/core';
import { readFactId } from '@xieshang/minutes';
import { paragraphBelow } from '../../editor/acts.ts';

const isRecordOf = (fact: unknown, requestId: string): boolean => {
  const name = readFactId(String(fact));
  return name?.kind === 'speech' && name.requestId === requestId;
};

export function showRecord(place: HTMLElement | null, requestId: string): void {
  const facts = [...(place?.querySelectorAll<HTMLElement>('[data-fact]') ?? [])];
  facts.find(({ dataset }) => isRecordOf(dataset['fact'], requestId))?.scrollIntoView({ block: 'center' });
}

/** A paragraph of its own right below the record, with the caret in it; nothing where the text has no such record. */
export function writeBelow(editor: Editor, requestId: string): void {
  let found: number | null = null;
  editor.state.doc.forEach((node, at) => {
    if (found === null && node.type.name === 'fact' && isRecordOf(node.attrs['fact'], requestId)) found = at;
  });
  if (found === null) return;
  // First, since a browser puts the caret of what it focuses at its beginning.
  editor.view.focus();
  editor.commands.setNodeSelection(found);
  paragraphBelow(editor);
}
