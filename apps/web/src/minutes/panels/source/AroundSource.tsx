// Knows that the line 来自…… of a fact opens its record, and tells at the tab whether the caret stands in something that has one.
import { NodeSelection } from '@tiptap/pm/state';
import { useEffect } from 'react';
import { sourceWords as words } from '../../../words/zh/minutes-draft.ts';
import type { AroundProps } from '../panel.ts';
import { useHere } from './use-here.ts';

export default function AroundSource({ open, place, onOpen, onBadge }: AroundProps) {
  const here = useHere(open);
  const count = here.kind === 'sentence' ? here.sources.length : here.kind === 'fact' ? 1 : 0;
  useEffect(() => onBadge(count === 0 ? null : { text: String(count), spoken: words.sources(count), calls: false }), [count, onBadge]);
  useEffect(() => {
    const sheet = place.current;
    if (!open || !sheet) return undefined;
    const { editor, desk } = open;
    const press = (event: MouseEvent) => {
      const line = event.target instanceof Element ? event.target.closest('.fact-source') : null;
      const block = line?.closest('[data-fact]');
      if (!block) return;
      desk.gate.whenOpen(() => {
        const at = editor.view.posAtDOM(block, 0);
        const node = editor.state.doc.nodeAt(at);
        if (node?.type.name === 'fact') editor.view.dispatch(editor.state.tr.setSelection(NodeSelection.create(editor.state.doc, at)));
        onOpen();
      });
    };
    sheet.addEventListener('click', press);
    return () => sheet.removeEventListener('click', press);
  }, [open, place, onOpen]);
  return null;
}
