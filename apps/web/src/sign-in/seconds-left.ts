// Knows a wait in whole seconds that runs out by itself; not what is waited for.
import { useEffect, useState } from 'react';

export function useSecondsLeft(): { readonly secondsLeft: number; readonly waitFor: (ms: number) => void } {
  const [until, setUntil] = useState(0);
  const [now, setNow] = useState(0);
  useEffect(() => {
    if (until === 0) return undefined;
    const timer = setInterval(() => {
      setNow(Date.now());
      if (Date.now() >= until) setUntil(0);
    }, 250);
    return () => clearInterval(timer);
  }, [until]);
  return {
    secondsLeft: until === 0 ? 0 : Math.max(0, Math.ceil((until - now) / 1000)),
    waitFor: (ms) => {
      setNow(Date.now());
      setUntil(Date.now() + ms);
    },
  };
}
