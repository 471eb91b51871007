// Knows whether the panels stand below the text instead of beside it; not what is done about it.
import { useSyncExternalStore } from 'react';

/** As the desk's own style has it. */
const query = matchMedia('(max-width: 75rem)');

export const useNarrow = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      query.addEventListener('change', listener);
      return () => query.removeEventListener('change', listener);
    },
    () => query.matches,
  );
