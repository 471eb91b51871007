// Knows the dialog that gathers what one act needs and does it, or lets it be; not which act.
import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { common } from '../words/zh/common.ts';

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
