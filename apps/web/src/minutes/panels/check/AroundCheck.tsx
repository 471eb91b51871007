// Knows what of the fact check is seen while its tab is closed: the number at the tab and the marks in the text; not what was found.
import { useEffect } from 'react';
import { checkWords as words } from '../../../words/zh/minutes-check.ts';
import type { AroundProps } from '../panel.ts';
import './Findings.module.css';
import { markFindings } from './marks.ts';
import { useCheck } from './use-check.ts';

export default function AroundCheck({ open, onBadge }: AroundProps) {
  const { open: findings } = useCheck(open);
  const found = findings.length;
  useEffect(() => onBadge(found === 0 ? null : { text: String(found), spoken: words.count(found), calls: false }), [found, onBadge]);
  useEffect(() => {
    markFindings(open, findings);
    return () => markFindings(null, []);
  }, [open, findings]);
  return null;
}
