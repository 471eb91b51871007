// Knows the panel 出处: what of the record the sentence or fact comes from in which the caret stands; not how it was drafted.
import { draftOf } from '@xieshang/minutes';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { committeeQuery } from '../../../http/queries.ts';
import { useMeeting } from '../../../live/index.ts';
import { sourceWords as words } from '../../../words/zh/minutes-draft.ts';
import type { OpenText, PanelProps } from '../panel.ts';
import { hereIn, type Here } from './here.ts';
import { RecordOf } from './RecordOf.tsx';
import look from './Source.module.css';

/** More are folded. */
const most = 3;

function useHere(open: OpenText | null): Here {
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
    see();
    editor.on('selectionUpdate', see);
    return () => {
      editor.off('selectionUpdate', see);
    };
  }, [open, passages]);
  return here;
}

export default function SourcePanel({ open }: PanelProps) {
  const here = useHere(open);
  return (
    <section aria-label={words.title}>
      {here.kind === 'prose' && <p className="muted small">{words.hint}</p>}
      {here.kind === 'fact' && <RecordOf fact={here.fact} />}
      {here.kind === 'sentence' && (
        <>
          <blockquote className={look['sentence']}>{here.text}</blockquote>
          <p className="muted small">{words.sources(here.sources.length)}</p>
          <div className={look['list']}>
            {here.sources.slice(0, most).map((fact) => (
              <RecordOf key={fact} fact={fact} />
            ))}
            {here.sources.length > most && (
              <details className={look['more']}>
                <summary>{words.sources(here.sources.length)}</summary>
                <div className={look['list']}>
                  {here.sources.slice(most).map((fact) => (
                    <RecordOf key={fact} fact={fact} />
                  ))}
                </div>
              </details>
            )}
          </div>
        </>
      )}
    </section>
  );
}
