// Knows the way to hand in a written speech, while the meeting takes them; the sheet comes when it is asked for.
import { requestId } from '@xieshang/meeting';
import { useState } from 'react';
import { newId, useSend } from '../../live/index.ts';
import { Button } from '../../ui/Button.tsx';
import { later } from '../../ui/later.tsx';
import { memberWords as words } from '../../words/zh/member.ts';

const Sheet = later(
  () => import('./sheets/HandInSheet.tsx'),
  (part) => part.HandInSheet,
);

/** Q20. */
export function HandIn() {
  const { may } = useSend();
  const [probe] = useState(() => requestId(newId()));
  const [open, setOpen] = useState(false);
  if (may({ type: 'HandInSpeech', requestId: probe, topic: '', text: '.' }) !== null) return null;
  return (
    <>
      <Button kind="quiet" onClick={() => setOpen(true)}>
        {words.handIn}
      </Button>
      {open && <Sheet onClose={() => setOpen(false)} />}
    </>
  );
}
