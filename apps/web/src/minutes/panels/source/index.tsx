// Knows the panel 出处: what of the record the sentence or fact comes from in which the caret stands; not how it was drafted.
import { sourceWords as words } from '../../../words/zh/minutes-draft.ts';
import type { PanelProps } from '../panel.ts';
import { RecordOf } from './RecordOf.tsx';
import look from './Source.module.css';
import { useHere } from './use-here.ts';

/** More are folded. */
const most = 3;

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
