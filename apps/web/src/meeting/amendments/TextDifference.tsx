// Knows how two wordings are shown as one text: what was added and removed, for eyes, for ears and on paper; not whose they are.
import { proseDifference } from '@xieshang/minutes/amending';
import { useMemo } from 'react';
import { amendmentWords as words } from '../../words/zh/amendments.ts';
import look from './TextDifference.module.css';

interface TextDifferenceProps {
  readonly before: string;
  readonly after: string;
}

/** The change is marked by a line and by colour; a reader of screens hears 增加 and 删去 before the words and where they end. */
export function TextDifference({ before, after }: TextDifferenceProps) {
  const parts = useMemo(() => proseDifference(before, after), [before, after]);
  return (
    <p className={look['text']}>
      {parts.map(({ change, text }, place) => {
        if (change === 'same') return <span key={place}>{text}</span>;
        const Change = change === 'added' ? 'ins' : 'del';
        return (
          <Change key={place} className={look[change]}>
            <span className="visually-hidden">{change === 'added' ? words.added : words.removed}</span>
            {text}
            <span className="visually-hidden">{words.endOfChange}</span>
          </Change>
        );
      })}
    </p>
  );
}
