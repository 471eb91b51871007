// Knows how a member states a reservation about a result, reads the own one and takes it back; not how it is recorded.
import type { MotionId } from '@xieshang/meeting';
import { useState } from 'react';
import { useMeeting, useSend, useViewer } from '../../live/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextArea } from '../../ui/Field.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { refusalSentence } from '../../words/refusals.ts';
import { ballotWords as words } from '../../words/zh/ballot.ts';
import { common } from '../../words/zh/common.ts';
import { paperAt } from '../shared/scene.ts';
import { roomWords } from '../../words/zh/room.ts';

/** Characters; the server takes no more. */
const longest = 500;

export function Reservation({ motionId, round }: { readonly motionId: MotionId; readonly round: number }) {
  const { reservations, motions } = useMeeting();
  const { person } = useViewer();
  const { send, may, sending } = useSend();
  const { warn } = useNotices();
  const [asking, setAsking] = useState(false);
  const motion = motions[motionId];
  if (!motion) return null;
  const all = (reservations[motionId] ?? []).filter((one) => one.round === round);
  const own = all.find((one) => one.person === person);
  const others = all.length - (own ? 1 : 0);
  const withdraw = async () => {
    const answer = await send({ type: 'WithdrawReservation', motionId });
    if (!answer.ok) warn(refusalSentence(answer.refusal));
  };
  return (
    <div className="row">
      {others > 0 && <span className="small muted">{words.otherReservations(others)}</span>}
      {own && <span className="small">{own.note ? words.reservedNote(own.note) : words.reserved}</span>}
      {own && may({ type: 'WithdrawReservation', motionId }) === null && (
        <Button kind="quiet" busy={sending.has('WithdrawReservation')} onClick={() => void withdraw()}>
          {words.withdrawReservation}
        </Button>
      )}
      {!own && may({ type: 'DeclareReservation', motionId }) === null && <Button onClick={() => setAsking(true)}>{words.reserve}</Button>}
      {asking && <Declaring motionId={motionId} what={roomWords.paper(paperAt(motion))} onClose={() => setAsking(false)} />}
    </div>
  );
}

interface DeclaringProps {
  readonly motionId: MotionId;
  readonly what: string;
  readonly onClose: () => void;
}

function Declaring({ motionId, what, onClose }: DeclaringProps) {
  const { send, sending } = useSend();
  const { warn } = useNotices();
  const [note, setNote] = useState('');
  const declare = async () => {
    const written = note.trim();
    const answer = await send({ type: 'DeclareReservation', motionId, ...(written && { note: written }) });
    if (answer.ok) onClose();
    else warn(refusalSentence(answer.refusal));
  };
  return (
    <Dialog
      open
      title={words.reserveTitle(what)}
      onClose={onClose}
      acts={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button kind="primary" busy={sending.has('DeclareReservation')} onClick={() => void declare()}>
            {words.reserve}
          </Button>
        </>
      }
    >
      <p>{words.reserveWill}</p>
      <TextArea label={words.reserveNote} value={note} onText={setNote} maxLength={longest} rows={3} />
    </Dialog>
  );
}
