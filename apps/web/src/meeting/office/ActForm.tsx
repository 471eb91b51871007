// Knows the dialog that gathers what a command needs before it is sent; not which command.
import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { common } from '../../words/zh/common.ts';
import { officeWords as words } from '../../words/zh/office.ts';

interface ActFormProps {
  readonly title: string;
  /** What the press that sends it says. */
  readonly act: string;
  readonly busy: boolean;
  readonly wide?: boolean;
  readonly onAct: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function ActForm({ title, act, busy, wide = false, onAct, onClose, children }: ActFormProps) {
  return (
    <Dialog
      open
      wide={wide}
      title={title}
      onClose={onClose}
      acts={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button kind="primary" busy={busy} onClick={onAct}>
            {act}
          </Button>
        </>
      }
    >
      <div className="stack">{children}</div>
    </Dialog>
  );
}

interface ReasonFieldProps {
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  /** Whether a missing reason is to be pointed out by now. */
  readonly tried: boolean;
}

/** The reason that stands in the record beside a change. */
export const ReasonField = ({ reason, onReason, tried }: ReasonFieldProps) => (
  <TextField
    label={words.reason}
    value={reason}
    onText={onReason}
    maxLength={200}
    error={tried && reason.trim() === '' ? words.reasonNeeded : undefined}
  />
);
