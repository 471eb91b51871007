// Keeps the screen awake; knows not why.
import { useEffect } from 'react';

/** While active the device does not dim, where the browser can promise that; asks again when the page is shown again. */
export function useWakeLock(active: boolean): void {
  useEffect(() => {
    if (!active || !('wakeLock' in navigator)) return undefined;
    let held: WakeLockSentinel | null = null;
    let wanted = true;
    const hold = (): void => {
      if (document.visibilityState === 'hidden') return;
      navigator.wakeLock.request('screen').then(
        (lock) => {
          if (wanted) held = lock;
          else void lock.release();
        },
        () => undefined, // a low battery refuses; nothing else depends on it
      );
    };
    hold();
    document.addEventListener('visibilitychange', hold);
    return () => {
      wanted = false;
      document.removeEventListener('visibilitychange', hold);
      void held?.release();
    };
  }, [active]);
}
