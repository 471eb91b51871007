// Knows how a meeting is suspended, with or without a word to all.
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { common } from '../../words/zh/common.ts';
import { officeWords as words } from '../../words/zh/office.ts';
import { useAct } from './act.tsx';

export function SuspendDialog({ onClose }: { readonly onClose: () => void }) {
  const { act, busy } = useAct();
  const [reason, setReason] = useState('');
  const submit = async () => {
    if (await act({ type: 'SuspendMeeting', ...(reason.trim() !== '' && { reason: reason.trim() }) })) onClose();
  };
  return (
    <Dialog
      open
      title={words.suspend}
      onClose={onClose}
      acts={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button kind="primary" busy={busy} onClick={() => void submit()}>
            {words.suspend}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>{words.suspendWill}</p>
        <TextField label={words.suspendReason} value={reason} onText={setReason} maxLength={200} autoComplete="off" />
      </div>
    </Dialog>
  );
}
