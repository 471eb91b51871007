// Knows for which meetings the part that tells elections is loaded: those that have held one, or voided one.
import { lazy, Suspense } from 'react';
import { useMeeting } from '../../live/index.ts';

const Fresh = lazy(() => import('./ElectionsTold.tsx').then((part) => ({ default: part.FreshElections })));
const Earlier = lazy(() => import('./ElectionsTold.tsx').then((part) => ({ default: part.EarlierElections })));

const useHeld = (): boolean =>
  Object.values(useMeeting().elections).some(({ phase }) => phase === 'closed' || phase === 'announced' || phase === 'voided');

export const FreshElections = () =>
  useHeld() ? (
    <Suspense>
      <Fresh />
    </Suspense>
  ) : null;
export const EarlierElections = () =>
  useHeld() ? (
    <Suspense>
      <Earlier />
    </Suspense>
  ) : null;
