// Knows the dialog of a step that ends one's own writing: it is sent only once all that was typed here is on disk.
import type { Command } from '@xieshang/meeting';
import { useEffect, useRef, useState } from 'react';
import { useAct } from '../meeting/office/act.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { common } from '../words/zh/common.ts';
import { minutesWords as words } from '../words/zh/minutes.ts';

interface WhenOnDiskProps {
  readonly body: Command;
  readonly act: string;
  readonly will: string;
  readonly onDisk: boolean;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

export function WhenOnDisk({ body, act: name, will, onDisk, onDone, onClose }: WhenOnDiskProps) {
  const { act, busy } = useAct();
  const [agreed, setAgreed] = useState(false);
  const sent = useRef(false);
  useEffect(() => {
    if (!agreed || !onDisk || sent.current) return;
    sent.current = true;
    const put = async () => {
      if (await act(body)) onDone();
      onClose();
    };
    void put();
  }, [agreed, onDisk, act, body, onDone, onClose]);
  return (
    <Dialog
      open
      title={`${name}？`}
      onClose={onClose}
      acts={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button kind="primary" busy={agreed || busy} onClick={() => setAgreed(true)}>
            {name}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>{will}</p>
        <p role="status" className="muted">
          {onDisk ? '' : agreed ? words.waitsNow : words.waitsForDisk}
        </p>
      </div>
    </Dialog>
  );
}
