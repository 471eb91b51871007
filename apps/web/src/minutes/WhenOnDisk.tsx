// Knows the dialog of a step that ends one's own writing: it is sent only once all that was typed here is on disk.
import type { Command } from '@xieshang/meeting';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useAct } from '../meeting/office/act.tsx';
import { ActForm } from '../ui/ActForm.tsx';
import { minutesWords as words } from '../words/zh/minutes.ts';

/** `refused`: the server took some of it no more; it is offered for copying. */
export type OwnText = 'onDisk' | 'underWay' | 'refused';

interface WhenOnDiskProps {
  readonly body: Command;
  readonly act: string;
  readonly will: string;
  readonly own: OwnText;
  readonly onDone: () => void;
  readonly onClose: () => void;
  /** What is to be known before. */
  readonly children?: ReactNode;
}

export function WhenOnDisk({ body, act: name, will, own, onDone, onClose, children }: WhenOnDiskProps) {
  const { act, busy } = useAct();
  const [agreed, setAgreed] = useState(false);
  const sent = useRef(false);
  useEffect(() => {
    if (!agreed || sent.current) return;
    // What was to go with the step did not: that is for its writer to look at first.
    if (own === 'refused') return onClose();
    if (own !== 'onDisk') return;
    sent.current = true;
    const put = async () => {
      if (await act(body)) onDone();
      onClose();
    };
    void put();
  }, [agreed, own, act, body, onDone, onClose]);
  return (
    <ActForm title={`${name}？`} act={name} busy={agreed || busy} onAct={() => setAgreed(true)} onClose={onClose}>
      <p>{will}</p>
      {children}
      <p role="status" className="muted">
        {own === 'onDisk' ? '' : agreed ? words.waitsNow : words.waitsForDisk}
      </p>
    </ActForm>
  );
}
