// Knows for whom the parts of a secret vote are loaded that stand beside the ballot: a scrutineer's, and what this browser gave.
import { useMeeting, useViewer } from '../../live/index.ts';
import { later } from '../../ui/later.tsx';

const Scrutineer = later(
  () => import('./secret/Scrutineer.tsx'),
  (part) => part.default,
);
const MyBallots = later(
  () => import('./secret/MyBallots.tsx'),
  (part) => part.default,
);

export function SecretVoteParts() {
  const { secretVotes, scrutineers } = useMeeting();
  const { person } = useViewer();
  const votes = Object.values(secretVotes);
  const holds = votes.some(({ keys }) => keys.custody === 'scrutineers' && keys.holders.some((holder) => holder.person === person));
  return (
    <>
      {(holds || scrutineers.includes(person)) && <Scrutineer />}
      {votes.length > 0 && <MyBallots />}
    </>
  );
}
