// Knows how a suggested change is shown beside what stands there; not who decides on it.
import type { Found, Suggestion } from '@xieshang/minutes';
import { remarkWords as words } from '../../../words/zh/remarks.ts';
import look from './Remarks.module.css';

interface SuggestedChangeProps {
  readonly suggestion: Suggestion;
  readonly found: Found | undefined;
}

/** Old and new; three texts side by side once the passage reads otherwise. */
export function SuggestedChange({ suggestion: { anchor, replacement, standing }, found }: SuggestedChangeProps) {
  if (standing.phase === 'open' && found && found.kind !== 'asQuoted') return <ThreeTexts {...{ anchor, replacement, found }} />;
  const kind = anchor.quote === '' ? 'insert' : replacement === '' ? 'remove' : 'replace';
  return (
    <div className={look['change']}>
      {kind === 'insert' && <p className="muted small">{words.insertBehind(anchor.before)}</p>}
      {anchor.quote !== '' && <del className={look['old']}>{anchor.quote}</del>}
      <p className="small muted">{words.kinds[kind]}</p>
      {replacement !== '' && <ins className={look['new']}>{replacement}</ins>}
    </div>
  );
}

interface ThreeTextsProps extends Pick<Suggestion, 'anchor' | 'replacement'> {
  readonly found: Exclude<Found, { kind: 'asQuoted' }>;
}

/** What stood there, what stands there now, what is suggested. */
export function ThreeTexts({ anchor, replacement, found }: ThreeTextsProps) {
  const now = found.kind === 'gone' ? words.nothingLeft : found.now || words.empty;
  return (
    <dl className={look['three']}>
      <div>
        <dt>{anchor.quote === '' ? words.insertHere : words.quoted}</dt>
        <dd>{anchor.quote === '' ? words.insertBehind(anchor.before) : anchor.quote}</dd>
      </div>
      {anchor.quote !== '' && (
        <div>
          <dt>{words.now}</dt>
          <dd>{now}</dd>
        </div>
      )}
      <div>
        <dt>{words.proposed}</dt>
        <dd>{replacement || words.nothingLeft}</dd>
      </div>
    </dl>
  );
}
