// Knows what of the jottings is seen while their tab is closed: how many are not seen to.
import { useEffect } from 'react';
import { useJottingsRead } from '../../../meeting/shared/jotted-read.ts';
import { jottingWords as words } from '../../../words/zh/jottings.ts';
import type { AroundProps } from '../panel.ts';

export default function AroundJottings({ onBadge }: AroundProps) {
  const { data } = useJottingsRead();
  const left = data?.jottings.filter(({ standing }) => standing.phase === 'open').length ?? 0;
  useEffect(() => onBadge(left === 0 ? null : { text: String(left), spoken: words.tabCount(left), calls: false }), [left, onBadge]);
  return null;
}
