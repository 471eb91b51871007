// Knows a button that asks for a reason before its command is sent; not what the reason is for.
import type { Command } from '@xieshang/meeting';
import { useState, type ReactNode } from 'react';
import { Button, type ButtonProps } from '../../ui/Button.tsx';
import { ReasonDialog } from '../../ui/ReasonDialog.tsx';
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
        <Asking
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

function Asking({ bodies, title, will, actWord, usual, onClose, onDone }: DialogProps) {
  const { act, busy } = useAct();
  const send = async (reason: string) => {
    if (await act(...bodies(reason))) onDone();
  };
  return (
    <ReasonDialog
      {...{ title, will, usual, busy, onClose }}
      label={words.reason}
      needed={words.reasonNeeded}
      act={actWord}
      onReason={(reason) => void send(reason)}
    />
  );
}
