// Knows how an accepted suggestion becomes an ordinary edit of whoever accepts it; not who may accept, nor how that is recorded.
import type { Span, Suggestion } from '@xieshang/minutes';
import type { OpenText } from '../panel.ts';
import { findIn } from './places.ts';

/** Puts the suggested words where the passage stands. To be done while no composition runs. */
export function replaceAt({ editor }: OpenText, { from, to }: Span, replacement: string): void {
  const { tr } = editor.state;
  editor.view.dispatch(replacement === '' ? tr.delete(from, to) : tr.insertText(replacement, from, to));
}

/** True when the passage still read as quoted and now reads as suggested; else nothing has been done. Comes after a running composition. */
export const applySuggestion = (open: OpenText, { anchor, replacement }: Suggestion): Promise<boolean> =>
  new Promise((resolve) => {
    open.desk.gate.whenOpen(() => {
      const found = open.editor.isDestroyed || !open.editor.isEditable ? null : findIn(open, anchor);
      if (found?.kind === 'asQuoted') replaceAt(open, found, replacement);
      resolve(found?.kind === 'asQuoted');
    });
  });

/** The same for a passage that reads otherwise meanwhile, as long as it reads as it was shown. */
export const applyOver = (open: OpenText, { anchor, replacement }: Suggestion, shown: string): Promise<boolean> =>
  new Promise((resolve) => {
    open.desk.gate.whenOpen(() => {
      const found = open.editor.isDestroyed || !open.editor.isEditable ? null : findIn(open, anchor);
      const same = found?.kind === 'changed' && found.now === shown;
      if (same) replaceAt(open, found, replacement);
      resolve(same);
    });
  });
