// Knows what of the record the caret stands in: a fact, or a sentence that was drafted; not how it is shown.
import type { EditorState } from '@tiptap/pm/state';
import { NodeSelection } from '@tiptap/pm/state';
import { factId, passageText, sentenceAt, sentenceText, type FactId, type Passage } from '@xieshang/minutes';

export type Here =
  | { readonly kind: 'fact'; readonly fact: FactId }
  | { readonly kind: 'sentence'; readonly text: string; readonly sources: readonly FactId[] }
  | { readonly kind: 'prose' };

const marks = /[。；！？]/;

/** The sentence around a place in a text, with its mark. */
function sentenceAround(text: string, offset: number): string {
  let [from, to] = [offset, offset];
  while (from > 0 && !marks.test(text[from - 1] ?? '')) from -= 1;
  while (to < text.length && !marks.test(text[to] ?? '')) to += 1;
  return text.slice(from, to + 1).trim();
}

const plain = (text: string): string => text.replace(/[\s。；]/g, '');

/** Also in a paragraph that was written on: a sentence that still reads as it was drafted has its source. */
export function hereIn({ selection }: EditorState, passages: readonly Passage[]): Here {
  if (selection instanceof NodeSelection && selection.node.type.name === 'fact') {
    return { kind: 'fact', fact: factId(String(selection.node.attrs['fact'])) };
  }
  const { parent, parentOffset } = selection.$from;
  if (!parent.isTextblock) return { kind: 'prose' };
  const text = parent.textBetween(0, parent.content.size, undefined, '\n');
  const whole = passages.find((passage) => passageText(passage) === text);
  const sentence = whole ? sentenceAt(whole, parentOffset) : null;
  if (sentence) return { kind: 'sentence', text: sentenceText(sentence), sources: sentence.sources };
  const around = plain(sentenceAround(text, parentOffset));
  if (around === '') return { kind: 'prose' };
  const same = passages.flatMap(({ sentences }) => sentences).find((one) => plain(sentenceText(one)).includes(around) && around.length > 5);
  return same ? { kind: 'sentence', text: sentenceText(same), sources: same.sources } : { kind: 'prose' };
}
