// Knows whether the minutes ask something of this person, to confirm or to countersign, and fetches the cards for it only then.
import { lazy, Suspense } from 'react';
import { useMeeting, useViewer } from '../../live/index.ts';

const OwnDigests = lazy(() => import('../later/OwnDigests.tsx'));
const CountersignCard = lazy(() => import('../later/CountersignCard.tsx'));

export function AskedOfMe() {
  const { speechDigests, countersigners, minutes } = useMeeting();
  const { person } = useViewer();
  const countersigner = Object.hasOwn(countersigners, person) ? countersigners[person] : undefined;
  const speaks = Object.values(speechDigests).some((one) => one.person === person);
  return (
    <Suspense>
      {countersigner && minutes.phase !== 'issued' && <CountersignCard countersigner={countersigner} />}
      {speaks && <OwnDigests />}
    </Suspense>
  );
}
