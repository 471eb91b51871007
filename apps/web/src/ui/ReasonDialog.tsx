// Knows the dialog in which somebody says why, and does not go on without; not what the reason is for.
import { useState, type ReactNode } from 'react';
import { common } from '../words/zh/common.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { TextField } from './Field.tsx';

interface ReasonDialogProps {
  readonly title: string;
  readonly will: ReactNode;
  readonly label: string;
  /** Said when there is none. */
  readonly needed: string;
  /** Stands there already, where one is usual. */
  readonly first?: string;
  /** Reasons offered for one press. */
  readonly usual: readonly string[];
  /** The words of the button that does it. */
  readonly act: string;
  readonly busy: boolean;
  readonly onReason: (reason: string) => void;
  readonly onClose: () => void;
}

/** Characters; the server takes no more. */
const longest = 200;

export function ReasonDialog({ title, will, label, needed, first = '', usual, act, busy, onReason, onClose }: ReasonDialogProps) {
  const [reason, setReason] = useState(first);
  const [error, setError] = useState<string>();
  const submit = () => {
    if (reason.trim() === '') return setError(needed);
    if (!busy) onReason(reason.trim());
  };
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      acts={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button kind="primary" busy={busy} onClick={submit}>
            {act}
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
        <div>{will}</div>
        <TextField label={label} value={reason} onText={setReason} error={error} maxLength={longest} autoComplete="off" />
        {usual.length > 0 && (
          <div className="row">
            {usual.map((one) => (
              <Button key={one} size="small" aria-pressed={reason === one} onClick={() => setReason(one)}>
                {one}
              </Button>
            ))}
          </div>
        )}
      </form>
    </Dialog>
  );
}
