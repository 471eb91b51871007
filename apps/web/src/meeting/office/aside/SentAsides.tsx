// Knows the press that opens all the reader has said to people alone, and tells of an answer when it comes.
import { useEffect, useRef, useState } from 'react';
import { useMeeting, useViewer } from '../../../live/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { useNotices } from '../../../ui/notices.tsx';
import { common } from '../../../words/zh/common.ts';
import { officeAsideWords as words } from '../../../words/zh/office-asides.ts';
import { AsideList } from './AsideList.tsx';
import look from './aside.module.css';
import { calledOf } from './called.ts';

/** Nothing until something was said. */
export function SentAsides() {
  const { asides, roll } = useMeeting();
  const { person } = useViewer();
  const { say } = useNotices();
  const [open, setOpen] = useState(false);
  /** How many answers had come when the list was last looked at. */
  const [seen, setSeen] = useState(0);
  const mine = asides.filter(({ from }) => from === person);
  const answered = mine.filter(({ phase }) => phase === 'answered').toSorted((one, other) => one.since - other.since);
  const told = useRef(answered.length);
  const last = answered.at(-1);
  useEffect(() => {
    if (answered.length > told.current && last) say(words.answeredNow(calledOf(roll, last.to)));
    told.current = answered.length;
  });
  useEffect(() => {
    if (open) setSeen(answered.length);
  }, [open, answered.length]);
  if (mine.length === 0) return null;
  const fresh = answered.length - seen;
  return (
    <>
      <Button size="small" kind="quiet" onClick={() => setOpen(true)} aria-label={words.all}>
        {words.act}
        {fresh > 0 && <span className={look['fresh']}>{words.allNew(fresh)}</span>}
      </Button>
      {open && (
        <Dialog
          open
          wide
          title={words.all}
          onClose={() => setOpen(false)}
          acts={<Button onClick={() => setOpen(false)}>{common.close}</Button>}
        >
          <AsideList asides={mine} named />
        </Dialog>
      )}
    </>
  );
}
