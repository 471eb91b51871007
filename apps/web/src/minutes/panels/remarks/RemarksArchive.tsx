// Knows how the remarks on issued minutes are read by the office; nothing can be done with them any more.
import { mayReadRemarks } from '@xieshang/minutes';
import { useState } from 'react';
import { useMeeting, useViewer } from '../../../live/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { ErrorPanel, Loading } from '../../../ui/states.tsx';
import { remarkWords as words } from '../../../words/zh/remarks.ts';
import { RemarkCard } from './RemarkCard.tsx';
import look from './Remarks.module.css';
import { useRemarks } from './use-remarks.ts';

const rights = { remark: false, write: false } as const;
const nobodys: ReadonlySet<number> = new Set();
const nothing = (): void => undefined;

/** Nothing for those who may not read them, and where there are none. */
export default function RemarksArchive() {
  const meeting = useMeeting();
  const { person } = useViewer();
  const { remarks, failed, refresh } = useRemarks();
  const [open, setOpen] = useState(false);
  if (!mayReadRemarks(meeting, person) || remarks?.size === 0) return null;
  return (
    <section className={look['panel']} aria-label={words.archive}>
      <Button wide aria-expanded={open} onClick={() => setOpen(!open)}>
        {remarks ? words.shownCount(words.archive, remarks.size) : words.archive}
      </Button>
      {open && failed && <ErrorPanel title={words.failed} onRetry={refresh} />}
      {open && !remarks && !failed && <Loading />}
      {open && remarks && (
        <>
          <p className="small muted">{words.archiveHint}</p>
          <div className={look['list']}>
            {[...remarks.values()].map((remark) => (
              <RemarkCard
                key={remark.id}
                remark={remark}
                found={undefined}
                open={null}
                documentId=""
                rights={rights}
                unseen={nobodys}
                onSeen={nothing}
                looked={null}
                onJump={nothing}
              />
            ))}
          </div>
        </>
      )}
    </section>
  );
}
