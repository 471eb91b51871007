// Knows what of the record the caret stands in at this moment; not how it is shown.
import { draftOf } from '@xieshang/minutes';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { committeeQuery } from '../../../http/queries.ts';
import { useMeeting } from '../../../live/index.ts';
import type { OpenText } from '../panel.ts';
import { hereIn, type Here } from './here.ts';

/** ms */
const behind = 150;

/** Some moments behind the caret, so that typing waits for nothing. */
export function useHere(open: OpenText | null): Here {
  const meeting = useMeeting();
  const { data: committee } = useQuery(committeeQuery);
  const passages = useMemo(() => (committee ? draftOf(meeting, committee) : []), [meeting, committee]);
  const [here, setHere] = useState<Here>({ kind: 'prose' });
  useEffect(() => {
    if (!open) return undefined;
    const { editor } = open;
    const see = () => {
      const now = hereIn(editor.state, passages);
      setHere((before) => (JSON.stringify(before) === JSON.stringify(now) ? before : now));
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(see, behind);
    };
    see();
    editor.on('selectionUpdate', later);
    return () => {
      clearTimeout(timer);
      editor.off('selectionUpdate', later);
    };
  }, [open, passages]);
  return here;
}
