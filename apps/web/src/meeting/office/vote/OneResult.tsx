// Knows one result in full: verdict, bars, base, who voted how, earlier rounds, and the way to vote again.
import type { CountedResult, Result } from '@xieshang/meeting';
import { useState } from 'react';
import { useMeeting } from '../../../live/index.ts';
import { buttonLook } from '../../../ui/Button.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { documentsWords } from '../../../words/zh/documents.ts';
import { officeVoteWords as words } from '../../../words/zh/office-vote.ts';
import { PaperText } from '../../shared/PaperText.tsx';
import { baseLine, ResultBars, VerdictText } from '../../shared/ResultBars.tsx';
import { Seats } from '../../shared/Seats.tsx';
import { ways } from '../../room-at.ts';
import { ReasonAct } from '../ReasonAct.tsx';
import { resultOf, type MotionRow } from './motion-rows.ts';
import look from './vote.module.css';

export function OneResult({ row }: { readonly row: MotionRow }) {
  const { notice } = useMeeting();
  const { motion, number, motionId, paper } = row;
  const result = resultOf(motion);
  if (!result || !motion) return null;
  return (
    <>
      <div>
        <p className="row">
          <b>{words.paper(paper)}</b>
          {motion.round > 1 && <Tag tone="grey">{words.round(motion.round)}</Tag>}
          <VerdictText result={result} />
          {result.form === 'acclamation' && <Tag tone="jade">{words.acclaim}</Tag>}
        </p>
        <div className={look['paper']}>
          <PaperText paper={paper} locked />
        </div>
      </div>
      {result.form !== 'acclamation' && (
        <>
          <ResultBars result={result} />
          <p className="small muted">{baseLine(result)}</p>
        </>
      )}
      {result.form !== 'acclamation' && <Votes result={result} />}
      {motion.earlier.length > 0 && (
        <details className={look['fold']} open>
          <summary>{words.earlier}</summary>
          <ul>
            {motion.earlier.map((one, at) => (
              <li key={one.closedAt}>
                {words.earlierRound(at + 1, outcome(one))}
                {one.form !== 'acclamation' && <p className="small muted">{baseLine(one)}</p>}
              </li>
            ))}
          </ul>
        </details>
      )}
      <div className="row">
        <a
          className={buttonLook({ kind: 'quiet', size: 'small' })}
          href={ways.document(notice.meeting, 'votes', `?motion=${encodeURIComponent(motionId)}`)}
          target="_blank"
          rel="noreferrer"
        >
          {documentsWords.names.votes}
        </a>
        <ReasonAct
          bodies={(reason) => [{ type: 'RepeatVoting', motionIds: [motionId], reason }]}
          title={words.againTitle(number)}
          will={words.againWill}
          act={words.againAct}
          size="small"
          kind="quiet"
        >
          {words.again}
        </ReasonAct>
      </div>
    </>
  );
}

/** The figures in one line. */
export function tallyLine(result: Result): string {
  if (result.form === 'acclamation') return words.passedByAcclamation;
  const { approve, oppose, abstain, notPressed } = result.tally;
  return words.tallyText(approve, oppose, abstain, notPressed);
}

const outcome = (result: Result): string =>
  (result.form === 'acclamation' ? '' : `${result.passed ? words.passed : words.failed}　`) + tallyLine(result);

function Votes({ result }: { readonly result: CountedResult }) {
  // A thousand names are written once somebody wants to read them.
  const [open, setOpen] = useState(false);
  if (result.votes.length === 0) return null;
  return (
    <details className={look['fold']} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.votes(result.votes.length)}</summary>
      {open && <Seats votes={result.votes} />}
    </details>
  );
}
