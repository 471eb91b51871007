// Shows how many 字 the text and what is marked in it have, facts apart. Knows not how they are counted.
import type { Editor } from '@tiptap/core';
import type { Meeting } from '@xieshang/meeting';
import { wordingOf, type FactId } from '@xieshang/minutes';
import { useEffect, useState } from 'react';
import { editorWords as words } from '../../words/zh/minutes-editor.ts';
import { countWords, proseCount } from './count.ts';
import look from './Sheet.module.css';

/** The count follows the typing, not every letter of it, ms. */
const countAfter = 400;

interface Counts {
  readonly prose: number;
  readonly facts: number;
  readonly chosen: number;
}

function countsOf({ state: { doc, selection } }: Editor, meeting: Meeting, zone: string): Counts {
  let facts = 0;
  doc.forEach(({ type, attrs }) => {
    if (type.name !== 'fact') return;
    const lines = wordingOf(meeting, attrs['fact'] as FactId, zone)?.lines ?? [];
    facts += lines.reduce((sum, line) => sum + countWords(line), 0);
  });
  const { from, to, empty } = selection;
  return { prose: proseCount(doc), facts, chosen: empty ? 0 : countWords(doc.textBetween(from, to, '\n', '\n')) };
}

interface WordCountProps {
  readonly editor: Editor;
  readonly meeting: Meeting;
  readonly zone: string;
}

export function WordCount({ editor, meeting, zone }: WordCountProps) {
  const [counts, setCounts] = useState<Counts>(() => countsOf(editor, meeting, zone));
  useEffect(() => {
    const count = (): void => {
      if (editor.isDestroyed) return;
      const next = countsOf(editor, meeting, zone);
      setCounts((now) => (JSON.stringify(now) === JSON.stringify(next) ? now : next));
    };
    count();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = (): void => {
      clearTimeout(timer);
      timer = setTimeout(count, countAfter);
    };
    editor.on('transaction', later);
    return () => {
      clearTimeout(timer);
      editor.off('transaction', later);
    };
  }, [editor, meeting, zone]);
  return (
    <p className={`${look['count']} num no-print`}>
      {words.wordCount(counts.prose, counts.facts)}
      {counts.chosen > 0 && ` · ${words.chosenCount(counts.chosen)}`}
    </p>
  );
}
