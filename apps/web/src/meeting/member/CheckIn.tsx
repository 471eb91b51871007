// Knows how a member says that they are here; the meeting says whether they may.
import { isPresent, presenceOf, type Whereabouts } from '@xieshang/meeting';
import { useMeeting, useSend, useViewer } from '../../live/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { refusalSentence } from '../../words/refusals.ts';
import { clockTime } from '../../words/time.ts';
import { memberWords as words } from '../../words/zh/member.ts';

/** `checkIn` is null where the meeting takes no check-in from this person now. */
export function useCheckIn(): { readonly checkIn: ((where: Whereabouts) => void) | null; readonly busy: boolean } {
  const { roll } = useMeeting();
  const { person } = useViewer();
  const { send, may, sending } = useSend();
  const { warn } = useNotices();
  const open = !isPresent(roll, person) && may({ type: 'CheckIn' }) === null;
  const checkIn = (where: Whereabouts): void => {
    void send({ type: 'CheckIn', where }).then((answer) => {
      if (!answer.ok) warn(refusalSentence(answer.refusal));
    });
  };
  return { checkIn: open ? checkIn : null, busy: sending.has('CheckIn') };
}

/** Asks those who are not checked in, with the quieter way for those who attend by line. */
export function CheckInCard() {
  const { roll } = useMeeting();
  const { person } = useViewer();
  const { checkIn, busy } = useCheckIn();
  const leftAt = roll.left[person];
  if (!checkIn) return null;
  return (
    <Card tone="mine">
      <strong>{words.notCheckedIn}</strong>
      {leftAt !== undefined && <p className="small">{words.leftAt(clockTime(leftAt))}</p>}
      <p className="small">{words.checkInHint}</p>
      <Button busy={busy} onClick={() => checkIn('online')} style={{ marginTop: '0.5rem' }}>
        {words.checkInOnline}
      </Button>
    </Card>
  );
}

/** Since when one is here, and where. */
export function CheckedIn() {
  const { roll } = useMeeting();
  const { person } = useViewer();
  const presence = presenceOf(roll, person);
  if (!presence || !isPresent(roll, person)) return null;
  return (
    <p className="small muted num">
      {words.checkedInAt(clockTime(presence.at), presence.where === 'hall' ? words.hall : words.onlinePlace)}
    </p>
  );
}
