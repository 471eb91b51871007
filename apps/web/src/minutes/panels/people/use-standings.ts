// Knows when it has to be looked again who stands where; not how it is found out.
import { useEffect, useState } from 'react';
import type { OpenText } from '../panel.ts';
import { standingsIn, type Standing } from './where.ts';

/** Carets move many times a second; the list follows at this pace, ms. */
const lookEvery = 300;

export function useStandings(open: OpenText | null, me: string): readonly Standing[] {
  const [standings, setStandings] = useState<readonly Standing[]>([]);
  useEffect(() => {
    if (!open) {
      setStandings([]);
      return undefined;
    }
    const { editor, desk } = open;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      timer = undefined;
      if (editor.isDestroyed) return;
      const next = standingsIn(desk.awareness, editor.state, me);
      setStandings((now) => (JSON.stringify(now) === JSON.stringify(next) ? now : next));
    };
    const later = (): void => {
      timer ??= setTimeout(look, lookEvery);
    };
    look();
    desk.awareness.on('change', later);
    editor.on('transaction', later);
    return () => {
      clearTimeout(timer);
      desk.awareness.off('change', later);
      editor.off('transaction', later);
    };
  }, [open, me]);
  return standings;
}
