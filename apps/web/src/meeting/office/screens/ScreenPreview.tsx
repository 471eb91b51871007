// Knows how a hall's screen is looked at before it is shown: the very same picture, made small; sends nothing.
import type { Showing } from '@xieshang/meeting';
import { useLayoutEffect, useRef, useState } from 'react';
import { HallHead } from '../../hall/HallScreen.tsx';
import { OnScreen } from '../../hall/OnScreen.tsx';
import hall from '../../hall/Hall.module.css';
import look from './screens.module.css';

/** The width a picture is drawn in. */
const drawnPx = 1920;

/** Neither read out nor reached by keyboard: what it shows stands beside it in words. */
export function ScreenPreview({ showing }: { readonly showing: Showing }) {
  const frame = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(0);
  useLayoutEffect(() => {
    const { current } = frame;
    if (!current) return undefined;
    const measure = () => setScale(current.clientWidth / drawnPx);
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(current);
    return () => watch.disconnect();
  }, []);
  return (
    <div ref={frame} className={look['frame']} inert aria-hidden="true">
      <div className={hall['hall']} data-dark data-preview style={{ transform: `scale(${scale})`, transformOrigin: '0 0' }}>
        <HallHead />
        <div className={hall['scene']}>
          <OnScreen showing={showing} />
        </div>
      </div>
    </div>
  );
}
