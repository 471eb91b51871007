// Knows the panel of speakers' digests: the tally, the one act for all of them, a row a speech. Not how a speaker answers.
import { useQuery } from '@tanstack/react-query';
import type { RequestId } from '@xieshang/meeting';
import type { NodeJson } from '@xieshang/minutes';
import { useEffect, useMemo, useState } from 'react';
import { committeeQuery } from '../../../http/queries.ts';
import { useMeeting, useSend, useServerNow } from '../../../live/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { MoreOf, useFirstOf } from '../../../ui/first-of.tsx';
import { refusalSentence } from '../../../words/office-refusals.ts';
import { defaultZone } from '../../../words/time.ts';
import { signingWords as words } from '../../../words/zh/signing.ts';
import type { OpenText, PanelProps } from '../panel.ts';
import { AskDialog } from './AskDialog.tsx';
import { passagesIn } from './passages.ts';
import { Row } from './Row.tsx';
import { rowsOf, toAsk } from './rows.ts';
import look from './Speakers.module.css';

/** The passages follow the typing, not every letter of it, ms. */
const readAfter = 800;
const shownAtFirst = 20;

/** Null until the text is there. */
function usePassages(open: OpenText | null): ReadonlyMap<RequestId, string> | null {
  const [passages, setPassages] = useState<ReadonlyMap<RequestId, string> | null>(null);
  useEffect(() => {
    if (!open) return setPassages(null);
    const { editor } = open;
    const read = () => {
      if (!editor.isDestroyed) setPassages(passagesIn((editor.getJSON() as NodeJson).content ?? []));
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(read, readAfter);
    };
    read();
    editor.on('update', later);
    return () => {
      clearTimeout(timer);
      editor.off('update', later);
    };
  }, [open]);
  return passages;
}

const nothing: ReadonlyMap<RequestId, string> = new Map();

export default function SpeakersPanel({ open, place, editable }: PanelProps) {
  const meeting = useMeeting();
  const { may } = useSend();
  const now = useServerNow(30_000);
  const passages = usePassages(open);
  const { data: committee } = useQuery(committeeQuery);
  const zone = committee?.zone ?? defaultZone;
  const rows = useMemo(() => rowsOf(meeting, passages ?? nothing, now, zone), [meeting, passages, now, zone]);
  const [asking, setAsking] = useState(false);
  const first = useFirstOf(rows, shownAtFirst);
  const counted = (...standings: readonly string[]) => rows.filter(({ standing }) => standings.includes(standing)).length;
  const asked = rows.length - counted('notAsked');
  const refusal = may({ type: 'AskSpeakers', digests: [] });
  return (
    <Card className={look['panel'] ?? ''}>
      <h2>{words.speakersTitle}</h2>
      <p className="small muted">{words.speakersHint}</p>
      {rows.length === 0 ? (
        <p className="muted">{words.noSpeeches}</p>
      ) : (
        <>
          <p role="status">{words.tally(asked, counted('confirmed'), counted('contested'), counted('waiting', 'overdue'))}</p>
          {refusal?.type !== 'NotPermitted' && (
            <Button unavailable={refusal ? refusalSentence(refusal) : undefined} onClick={() => setAsking(true)}>
              {words.ask}
            </Button>
          )}
          <ul>
            {first.shown.map((row) => (
              <Row key={row.requestId} row={row} place={place} writable={editable ? open : null} />
            ))}
          </ul>
          <MoreOf first={first} say={words.moreSpeeches} />
        </>
      )}
      {asking && <AskDialog asking={toAsk(rows)} onClose={() => setAsking(false)} />}
    </Card>
  );
}
