// Knows how the office comes from issued minutes to what was before them; nothing of it is loaded until it is asked for.
import { mayReadHistory } from '@xieshang/meeting';
import { lazy, Suspense, useState } from 'react';
import { useMeeting, useViewer } from '../live/index.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Loading } from '../ui/states.tsx';
import { historyWords as words } from '../words/zh/minutes-history.ts';
import { EditorGuard } from './EditorGuard.tsx';

const DraftHistory = lazy(() => import('./panels/history/DraftHistory.tsx'));

export function Drafts() {
  const meeting = useMeeting();
  const { person } = useViewer();
  const [open, setOpen] = useState(false);
  if (!mayReadHistory(meeting, person)) return null;
  return (
    <Card>
      <div className="stack">
        <h2>{words.draftHistory}</h2>
        <p className="muted">{words.draftHistoryHint}</p>
        <div>
          <Button aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? words.closeDraftHistory : words.openDraftHistory}
          </Button>
        </div>
        {open && (
          <EditorGuard>
            <Suspense fallback={<Loading />}>
              <DraftHistory />
            </Suspense>
          </EditorGuard>
        )}
      </div>
    </Card>
  );
}
