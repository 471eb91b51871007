// Knows the number at the tab of the fact check, also while the tab is closed; not what was found.
import { useEffect } from 'react';
import { checkWords as words } from '../../../words/zh/minutes-check.ts';
import type { AroundProps } from '../panel.ts';
import { useCheck } from './use-check.ts';

export default function AroundCheck({ open, onBadge }: AroundProps) {
  const found = useCheck(open).open.length;
  useEffect(() => onBadge(found === 0 ? null : { text: String(found), spoken: words.count(found), calls: false }), [found, onBadge]);
  return null;
}
