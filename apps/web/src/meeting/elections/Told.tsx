// Knows for which meetings the part that tells elections is loaded: those that have held one, or voided one.
import { useMeeting } from '../../live/index.ts';
import { later } from '../../ui/later.tsx';

const Fresh = later(
  () => import('./ElectionsTold.tsx'),
  (part) => part.FreshElections,
);
const Earlier = later(
  () => import('./ElectionsTold.tsx'),
  (part) => part.EarlierElections,
);

const useHeld = (): boolean =>
  Object.values(useMeeting().elections).some(({ phase }) => phase === 'closed' || phase === 'announced' || phase === 'voided');

export const FreshElections = () => useHeld() && <Fresh />;
export const EarlierElections = () => useHeld() && <Earlier />;
