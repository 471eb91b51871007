// Knows the dialog in which a secretary says why a mismatch stands as it is; not where the reason is kept.
import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextField } from '../../../ui/Field.tsx';
import { common } from '../../../words/zh/common.ts';
import { checkWords as words } from '../../../words/zh/minutes-check.ts';

interface KeepDialogProps {
  readonly says: string;
  readonly busy: boolean;
  readonly onKeep: (reason: string) => void;
  readonly onClose: () => void;
}

export function KeepDialog({ says, busy, onKeep, onClose }: KeepDialogProps) {
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string>();
  const submit = () => (reason.trim() === '' ? setError(words.reasonNeeded) : onKeep(reason.trim()));
  return (
    <Dialog
      open
      title={words.keepTitle}
      onClose={onClose}
      acts={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button kind="primary" busy={busy} onClick={submit}>
            {words.keep}
          </Button>
        </>
      }
    >
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <p>{says}</p>
        <p className="muted">{words.keepWill}</p>
        <TextField label={words.reason} value={reason} onText={setReason} error={error} maxLength={200} autoComplete="off" />
        <div className="row">
          {words.usual.map((one) => (
            <Button key={one} size="small" aria-pressed={reason === one} onClick={() => setReason(one)}>
              {one}
            </Button>
          ))}
        </div>
      </form>
    </Dialog>
  );
}
