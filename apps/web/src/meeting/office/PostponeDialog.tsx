// Knows how a convened meeting gets another date, with a reason.
import { useState } from 'react';
import { useMeeting } from '../../live/index.ts';
import { TextField } from '../../ui/Field.tsx';
import { fieldTime, instantOf } from '../../words/time.ts';
import { officeRollWords as words } from '../../words/zh/office-roll.ts';
import { ActForm } from '../../ui/ActForm.tsx';
import { ReasonField } from './ReasonField.tsx';
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
    <ActForm title={words.postpone} act={words.postponeAct} busy={busy} onAct={() => void submit()} onClose={onClose}>
      <p>{words.postponeWill}</p>
      <TextField
        type="datetime-local"
        label={words.postponeTo}
        value={time}
        onText={setTime}
        error={tried && startsAt === null ? words.timeNeeded : undefined}
      />
      <ReasonField reason={reason} onReason={setReason} tried={tried} />
    </ActForm>
  );
}
