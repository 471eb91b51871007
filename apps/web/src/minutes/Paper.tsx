// Knows how issued minutes are set on paper, as the official form has it: mark, number, rule, title, text, names, annex. Knows nothing of who reads.
import type { Manuscript } from '@xieshang/minutes';
import type { Printed } from '@xieshang/record/evidence';
import type { CSSProperties, ReactNode } from 'react';
import { calendarDay } from '../words/time.ts';
import { minutesWords as words } from '../words/zh/minutes.ts';
import { Blocks } from './Blocks.tsx';
import look from './Paper.module.css';
import { PaperProof } from './PaperProof.tsx';
import { Phrases } from './Phrases.tsx';
import { VoteTable } from './VoteTable.tsx';

interface PaperProps {
  readonly manuscript: Manuscript;
  /** Epoch ms; null of a text that is not issued yet. */
  readonly issuedAt: number | null;
  readonly hash: string | null;
  readonly printed: Printed | null;
  /** What follows the text: corrections. */
  readonly children?: ReactNode;
}

/** 156 mm, the width of the text, pt. */
const lineWidth = 442;

/** The mark stands in one line where that leaves it at least 22 pt. */
export const markSize = (mark: string): number => Math.max(22, Math.min(30, Math.floor(lineWidth / mark.length)));

export function Paper({ manuscript, issuedAt, hash, printed, children }: PaperProps) {
  const { meeting, mark, title, issuer, number, copyTo, zone, body, present, onLeave, nonVoting, votes } = manuscript;
  const day = issuedAt === null ? '' : calendarDay(issuedAt, zone);
  const named: readonly (readonly [string, readonly string[]])[] = [
    [words.present, present],
    [words.onLeave, onLeave],
    [words.nonVoting, nonVoting],
  ];
  return (
    <article className={look['paper']} aria-labelledby="minutes-title">
      <p className={look['mark']} style={{ '--mark': `${markSize(mark)}pt` } as CSSProperties}>
        {mark}
      </p>
      <p className={look['number']}>{number}</p>
      <p className={look['issuer']}>
        <span>{issuer}</span>
        <span className="num">{day}</span>
      </p>
      <hr className={look['rule']} />
      <h2 id="minutes-title" className={look['title']}>
        <Phrases text={title} />
      </h2>
      <div className={look['text']}>
        {body.length === 0 ? <p>{words.noBody}</p> : <Blocks blocks={body} meeting={meeting} />}
        <dl className={look['names']}>
          {named
            .filter(([, names]) => names.length > 0)
            .map(([label, names]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{names.join('、')}</dd>
              </div>
            ))}
        </dl>
        {children}
        <div className={look['colophon']}>
          {copyTo !== '' && <p>{words.copied(copyTo)}</p>}
          <p className={look['printed']}>
            <span>{issuer}</span>
            {day !== '' && <span className="num">{words.printedOn(day)}</span>}
          </p>
        </div>
      </div>
      {votes.length > 0 && <VoteTable votes={votes} />}
      {hash !== null && (
        <footer className={look['fingerprint']}>
          <p>
            {words.fingerprint} <code>{hash}</code>
          </p>
          <p className="no-print">{words.fingerprintHint}</p>
          {printed && <PaperProof printed={printed} />}
        </footer>
      )}
    </article>
  );
}
