// Knows whether the minutes ask something of this person, to confirm or to countersign, and fetches the cards for it only then.
import { useMeeting, useViewer } from '../../live/index.ts';
import { later } from '../../ui/later.tsx';

const OwnDigests = later(
  () => import('../later/OwnDigests.tsx'),
  (part) => part.default,
);
const CountersignCard = later(
  () => import('../later/CountersignCard.tsx'),
  (part) => part.default,
);

export function AskedOfMe() {
  const { speechDigests, countersigners, minutes } = useMeeting();
  const { person } = useViewer();
  const countersigner = Object.hasOwn(countersigners, person) ? countersigners[person] : undefined;
  const speaks = Object.values(speechDigests).some((one) => one.person === person);
  return (
    <>
      {countersigner && minutes.phase !== 'issued' && <CountersignCard countersigner={countersigner} />}
      {speaks && <OwnDigests />}
    </>
  );
}
