// Knows what the tab of the draft tells while it is closed: how many passages wait to be written in or renewed.
import { useEffect } from 'react';
import { draftWords as words } from '../../../words/zh/minutes-draft.ts';
import type { AroundProps } from '../panel.ts';
import { useDraft } from './use-draft.ts';

export default function AroundDraft({ open, editable, onBadge }: AroundProps) {
  const waiting = useDraft(open).toWrite.length;
  useEffect(
    () => onBadge(waiting === 0 || !editable ? null : { text: String(waiting), spoken: words.badge(waiting), calls: false }),
    [waiting, editable, onBadge],
  );
  return null;
}
