// Knows the way to the sheet on which a member asks for the floor; the sheet comes when it is asked for.
import { requestId, type FloorKind } from '@xieshang/meeting';
import { useState } from 'react';
import { newId, useMeeting, useSend } from '../../live/index.ts';
import { Button } from '../../ui/Button.tsx';
import { later } from '../../ui/later.tsx';
import { memberWords as words } from '../../words/zh/member.ts';
import { askingOf } from './asking.ts';

const AskFloor = later(
  () => import('./sheets/AskFloor.tsx'),
  (part) => part.AskFloor,
);

/** The way to the sheet, while this member may ask. A vote closes it: what was being written is asked for again afterwards. */
export function AskWithTopic() {
  const meeting = useMeeting();
  const { may } = useSend();
  const [probe] = useState(() => requestId(newId()));
  const [open, setOpen] = useState(false);
  const asking = askingOf(meeting, probe, may);
  const kinds: readonly FloorKind[] = asking.order === 'open' ? [...asking.kinds, 'pointOfOrder'] : asking.kinds;
  if (kinds.length === 0) return null;
  return (
    <>
      <Button kind="quiet" onClick={() => setOpen(true)}>
        {asking.refusal ? words.raiseOrder : words.askWithTopic}
      </Button>
      {open && <AskFloor kinds={kinds} onClose={() => setOpen(false)} />}
    </>
  );
}
