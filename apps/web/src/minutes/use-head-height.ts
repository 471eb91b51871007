// Knows how high the head of the page stands now, for what sticks below it; not what is in it.
import { useEffect, useRef, useState, type CSSProperties, type RefObject } from 'react';

/** The style sets `--minutes-bar`, px: 0 where the head scrolls away with the page. */
export function useHeadHeight(): readonly [RefObject<HTMLDivElement | null>, CSSProperties] {
  const ref = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(0);
  useEffect(() => {
    const head = ref.current;
    if (!head) return undefined;
    const observer = new ResizeObserver(() => setHeight(getComputedStyle(head).position === 'sticky' ? head.offsetHeight : 0));
    observer.observe(head);
    return () => observer.disconnect();
  }, []);
  return [ref, { '--minutes-bar': `${height}px` } as CSSProperties];
}
