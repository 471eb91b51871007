// Knows a button that asks for a reason before its command is sent; not what the reason is for.
import type { Command } from '@xieshang/meeting';
import { useState, type ReactNode } from 'react';
import { Button, type ButtonProps } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { common } from '../../words/zh/common.ts';
import { officeWords as words } from '../../words/zh/office.ts';
import { useAct, useLit } from './act.tsx';

interface ReasonActProps extends Pick<ButtonProps, 'kind' | 'size' | 'wide' | 'className'> {
  /** The commands for a reason; the first, with an empty one, decides whether the button is lit. */
  readonly bodies: (reason: string) => readonly [Command, ...Command[]];
  readonly title: string;
  readonly will: ReactNode;
  /** The words of the button that does it. */
  readonly act: string;
  /** Reasons offered for one press. */
  readonly usual?: readonly string[];
  readonly onDone?: () => void;
  readonly children: ReactNode;
}

export function ReasonAct({ bodies, title, will, act: actWord, usual = [], onDone, children, ...button }: ReasonActProps) {
  const [open, setOpen] = useState(false);
  const lit = useLit(bodies('')[0]);
  if (!lit) return null;
  return (
    <>
      <Button {...button} unavailable={lit.reason} onClick={() => setOpen(true)}>
        {children}
      </Button>
      {open && (
        <ReasonDialog
          {...{ bodies, title, will, actWord, usual }}
          onClose={() => setOpen(false)}
          onDone={() => {
            setOpen(false);
            onDone?.();
          }}
        />
      )}
    </>
  );
}

type DialogProps = Pick<ReasonActProps, 'bodies' | 'title' | 'will'> & {
  readonly actWord: string;
  readonly usual: readonly string[];
  readonly onClose: () => void;
  readonly onDone: () => void;
};

function ReasonDialog({ bodies, title, will, actWord, usual, onClose, onDone }: DialogProps) {
  const { act, busy } = useAct();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string>();
  const submit = async () => {
    if (reason.trim() === '') return setError(words.reasonNeeded);
    if (await act(...bodies(reason.trim()))) onDone();
  };
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      acts={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button kind="primary" busy={busy} onClick={() => void submit()}>
            {actWord}
          </Button>
        </>
      }
    >
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <div>{will}</div>
        <TextField label={words.reason} value={reason} onText={setReason} error={error} maxLength={200} autoComplete="off" />
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
