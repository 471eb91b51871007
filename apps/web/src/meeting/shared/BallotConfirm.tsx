// Knows 二次确认: what was chosen is read once more before it is handed in; not what was chosen, and sends nothing itself.
import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { memberWords as words } from '../../words/zh/member.ts';

interface BallotConfirmProps {
  readonly title: string;
  /** What handing in means. */
  readonly will: string;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function BallotConfirm({ title, will, onSubmit, onClose, children }: BallotConfirmProps) {
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      acts={
        <>
          <Button onClick={onClose}>{words.reviewBack}</Button>
          <Button kind="primary" size="large" onClick={onSubmit}>
            {words.submit}
          </Button>
        </>
      }
    >
      {children}
      <p className="small muted">{will}</p>
    </Dialog>
  );
}
