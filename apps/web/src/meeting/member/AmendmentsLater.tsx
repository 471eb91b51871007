// Knows when a member's page needs what belongs to amendments; what it needs comes after the page.
import type { Recommendation } from '@xieshang/meeting';
import type { ComponentType } from 'react';
import { useMeeting, useViewer } from '../../live/index.ts';
import { later } from '../../ui/later.tsx';

const Mine = later(
  () => import('../amendments/MyAmendments.tsx'),
  (part) => part.MyAmendments,
);

/** Nothing for who has proposed none. */
export function MyAmendments() {
  const { amendments } = useMeeting();
  const { person } = useViewer();
  return Object.values(amendments).some(({ by }) => by === person) ? <Mine /> : null;
}

export const ClauseAmendments: ComponentType<{ readonly clause: Recommendation }> = later(
  () => import('../amendments/ClauseAmendments.tsx'),
  (part) => part.ClauseAmendments,
);
