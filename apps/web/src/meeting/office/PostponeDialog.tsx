// Knows how a convened meeting gets another date, with a reason.
import { useState } from 'react';
import { useMeeting } from '../../live/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { fieldTime, instantOf } from '../../words/time.ts';
import { common } from '../../words/zh/common.ts';
import { officeRollWords as words } from '../../words/zh/office-roll.ts';
import { useAct } from './act.tsx';

export function PostponeDialog({ onClose }: { readonly onClose: () => void }) {
  const { notice } = useMeeting();
  const { act, busy } = useAct();
  const [time, setTime] = useState(fieldTime(notice.startsAt));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const startsAt = instantOf(time);
  const submit = async () => {
    setTried(true);
    if (startsAt === null || reason.trim() === '') return;
    if (await act({ type: 'PostponeMeeting', startsAt, reason: reason.trim() })) onClose();
  };
  return (
    <Dialog
      open
      title={words.postpone}
      onClose={onClose}
      acts={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button kind="primary" busy={busy} onClick={() => void submit()}>
            {words.postponeAct}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>{words.postponeWill}</p>
        <TextField
          type="datetime-local"
          label={words.postponeTo}
          value={time}
          onText={setTime}
          error={tried && startsAt === null ? words.timeNeeded : undefined}
        />
        <TextField
          label={words.reason}
          value={reason}
          onText={setReason}
          maxLength={200}
          error={tried && reason.trim() === '' ? words.reasonNeeded : undefined}
        />
      </div>
    </Dialog>
  );
}
