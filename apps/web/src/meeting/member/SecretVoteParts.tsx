// Knows for whom the parts of a secret vote are loaded that stand beside the ballot: a scrutineer's, and what this browser gave.
import { lazy, Suspense } from 'react';
import { useMeeting, useViewer } from '../../live/index.ts';

const Scrutineer = lazy(() => import('./secret/Scrutineer.tsx'));
const MyBallots = lazy(() => import('./secret/MyBallots.tsx'));

export function SecretVoteParts() {
  const { secretVotes, scrutineers } = useMeeting();
  const { person } = useViewer();
  const votes = Object.values(secretVotes);
  const holds = votes.some(({ keys }) => keys.custody === 'scrutineers' && keys.holders.some((holder) => holder.person === person));
  return (
    <Suspense>
      {(holds || scrutineers.includes(person)) && <Scrutineer />}
      {votes.length > 0 && <MyBallots />}
    </Suspense>
  );
}
