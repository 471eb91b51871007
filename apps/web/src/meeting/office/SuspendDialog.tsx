// Knows how a meeting is suspended, with or without a word to all.
import { useState } from 'react';
import { TextField } from '../../ui/Field.tsx';
import { officeWords as words } from '../../words/zh/office.ts';
import { ActForm } from '../../ui/ActForm.tsx';
import { useAct } from './act.tsx';

export function SuspendDialog({ onClose }: { readonly onClose: () => void }) {
  const { act, busy } = useAct();
  const [reason, setReason] = useState('');
  const submit = async () => {
    if (await act({ type: 'SuspendMeeting', ...(reason.trim() !== '' && { reason: reason.trim() }) })) onClose();
  };
  return (
    <ActForm title={words.suspend} act={words.suspend} busy={busy} onAct={() => void submit()} onClose={onClose}>
      <p>{words.suspendWill}</p>
      <TextField label={words.suspendReason} value={reason} onText={setReason} maxLength={200} autoComplete="off" />
    </ActForm>
  );
}
