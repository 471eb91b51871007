// Knows everything that is public of one result: form, figures, base, quorum, who counted and who watched; used wherever a result is read.
import type { PersonId, Result } from '@xieshang/meeting';
import { useMeeting } from '../../live/index.ts';
import { roomWords as words } from '../../words/zh/room.ts';
import { nameOf } from './people.ts';
import { ResultBars } from './ResultBars.tsx';
import { SecretFigures } from './SecretFigures.tsx';
import { baseText, isCounted, quorumText } from './verdict.ts';
import look from './ResultBars.module.css';

export function ResultFigures({ result }: { readonly result: Result }) {
  const { roll } = useMeeting();
  if (!isCounted(result)) return <p className="small muted">{words.acclamation}</p>;
  const names = (persons: readonly PersonId[]): string => persons.map((person) => nameOf(roll, person)).join('、');
  const lines = [
    baseText(result),
    quorumText(result),
    result.countedBy.length > 0 ? words.countedBy(names(result.countedBy)) : '',
    result.confirmedBy.length > 0 ? words.confirmedBy(names(result.confirmedBy)) : '',
  ].filter(Boolean);
  return (
    <>
      <ResultBars result={result} />
      <div className={look['lines']}>
        <p>{words.forms[result.form]}</p>
        {result.secret && <SecretFigures secret={result.secret} />}
        {lines.map((line) => (
          <p key={line} data-warn={(line === quorumText(result) && result.quorum?.met === false) || undefined}>
            {line}
          </p>
        ))}
      </div>
    </>
  );
}
