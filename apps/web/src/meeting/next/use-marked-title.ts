// Knows how the name of a tab calls for attention; not what for.
import { useEffect } from 'react';
import { nextWords as words } from '../../words/zh/next.ts';
import { isAway } from './away.ts';

const changesMs = 1000;

/** Puts a mark before the page's title; while nobody looks at the page the two take turns, unless the device wants little movement. */
export function useMarkedTitle(mark: string | null): void {
  useEffect(() => {
    if (mark === null) return undefined;
    const own = document.title;
    const marked = words.inTitle(mark, own);
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    document.title = marked;
    const timer = setInterval(() => {
      document.title = isAway() && !still && document.title === marked ? own : marked;
    }, changesMs);
    return () => {
      clearInterval(timer);
      document.title = own;
    };
  }, [mark]);
}
