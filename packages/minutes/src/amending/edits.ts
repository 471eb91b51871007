// Knows a wished text as the places where it departs from the one it starts from; not whose wish it is.
import { proseDifference } from '../history/prose.ts';

/** `text` in place of what stands from `from` up to `to` of the original (UTF-16); an insertion where they are equal. */
export interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** In order, with something that stays between each two. */
export function editsOf(original: string, wished: string): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let at = 0;
  let open: TextEdit | null = null;
  for (const { change, text } of proseDifference(original, wished)) {
    if (change === 'same') {
      if (open) edits.push(open);
      open = null;
      at += text.length;
      continue;
    }
    const before: TextEdit = open ?? { from: at, to: at, text: '' };
    open = change === 'removed' ? { ...before, to: before.to + text.length } : { ...before, text: before.text + text };
    if (change === 'removed') at += text.length;
  }
  return open ? [...edits, open] : edits;
}

/** What stands from `from` up to `to` once the edits within are made. */
export function edited(original: string, edits: readonly TextEdit[], from = 0, to = original.length): string {
  let [text, at] = ['', from];
  for (const edit of edits) {
    text += original.slice(at, edit.from) + edit.text;
    at = edit.to;
  }
  return text + original.slice(at, to);
}
