// Knows how much of the page's head stays in view while the page scrolls below it; not what is in it.
import { useEffect, useRef, useState, type CSSProperties, type RefObject } from 'react';

/**
 * For a head that sticks to the top. Where the part marked `data-stays` has a row of its own, as on phones, the rows above it
 * scroll away. Sets `--minutes-tucked` and `--minutes-bar`: px that scroll away, and px that stay.
 */
export function useHeadHeight(): readonly [RefObject<HTMLDivElement | null>, CSSProperties] {
  const ref = useRef<HTMLDivElement>(null);
  const [{ tucked, stays }, setHeights] = useState({ tucked: 0, stays: 0 });
  useEffect(() => {
    const head = ref.current;
    if (!head) return undefined;
    const observer = new ResizeObserver(() => {
      const [first, part] = [head.querySelector('h1'), head.querySelector('[data-stays]')];
      const [top, end, start] = [head.getBoundingClientRect(), first?.getBoundingClientRect(), part?.getBoundingClientRect()];
      const hidden = end && start && start.height > 0 && start.top >= end.bottom ? Math.floor(start.top - top.top) : 0;
      setHeights({ tucked: hidden, stays: Math.ceil(top.height) - hidden });
    });
    observer.observe(head);
    return () => observer.disconnect();
  }, []);
  return [ref, { '--minutes-tucked': `${tucked}px`, '--minutes-bar': `${stays}px` } as CSSProperties];
}
