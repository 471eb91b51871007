// Knows one clause with what is wished of it: the open ones to pick from and merge, the decided ones folded.
import { undecidedAmendments, type Amendment, type MotionId, type Recommendation } from '@xieshang/meeting';
import { useState } from 'react';
import { useMeeting } from '../../../live/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { amendmentWords as words } from '../../../words/zh/amendments.ts';
import { officeVoteWords } from '../../../words/zh/office-vote.ts';
import { AmendmentText } from '../../amendments/AmendmentText.tsx';
import { nameOf } from '../../shared/people.ts';
import { useLit } from '../act.tsx';
import { Heading } from '../Heading.tsx';
import { AmendmentActs } from './AmendmentActs.tsx';
import { MergeDialog } from './MergeDialog.tsx';
import look from './amendments.module.css';

interface ClauseCardProps {
  readonly clause: Recommendation;
  readonly amendments: readonly Amendment[];
}

export function ClauseCard({ clause, amendments }: ClauseCardProps) {
  const meeting = useMeeting();
  const [picked, setPicked] = useState<readonly MotionId[]>([]);
  const [merging, setMerging] = useState(false);
  const { motionId, number, version, text } = clause;
  const open = undecidedAmendments(meeting, motionId);
  const decided = amendments.filter((one) => !open.includes(one));
  const chosen = open.filter(({ amendmentId, standing }) => standing.phase === 'open' && picked.includes(amendmentId));
  const amendmentIds = chosen.map(({ amendmentId }) => amendmentId);
  const lit = useLit({ type: 'MergeAmendments', motionId, amendmentIds, version, text: `${text}。`, reason: '' });
  const toggle = (id: MotionId, on: boolean) => setPicked((before) => (on ? [...before, id] : before.filter((one) => one !== id)));
  return (
    <Card className="stack" aria-label={words.named(number)}>
      <div className="spread">
        <Heading>{officeVoteWords.number(number)}</Heading>
        {open.length > 0 ? <Tag tone="amber">{words.undecided(open.length)}</Tag> : <Tag tone="jade">{words.decided(decided.length)}</Tag>}
      </div>
      <div className={look['clause']}>
        <p className="small muted num">{words.clauseNow(version)}</p>
        <p className="serif">{text}</p>
      </div>
      <ul className={look['list']}>
        {open.map((amendment) => {
          const { amendmentId, standing, by } = amendment;
          return (
            <li key={amendmentId} className={look['row']}>
              {lit && standing.phase === 'open' && (
                <input
                  type="checkbox"
                  className={look['pick']}
                  aria-label={words.pick(nameOf(meeting.roll, by))}
                  checked={picked.includes(amendmentId)}
                  onChange={({ target }) => toggle(amendmentId, target.checked)}
                />
              )}
              <div className="grow">
                <AmendmentText meeting={meeting} amendment={amendment} />
                <AmendmentActs clause={clause} amendment={amendment} />
              </div>
            </li>
          );
        })}
      </ul>
      {lit && open.length > 0 && (
        <div className={look['merge']}>
          <Button
            kind={chosen.length > 0 ? 'primary' : 'plain'}
            unavailable={chosen.length === 0 ? words.mergeNone : lit.reason}
            onClick={() => setMerging(true)}
          >
            {words.merge(chosen.length)}
          </Button>
        </div>
      )}
      {decided.length > 0 && (
        <details className={look['fold']} open={open.length === 0}>
          <summary>{words.decided(decided.length)}</summary>
          <ul className={look['list']}>
            {decided.map((amendment) => (
              <li key={amendment.amendmentId} className={look['row']}>
                <AmendmentText meeting={meeting} amendment={amendment} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {merging && (
        <MergeDialog key={`${version} ${amendmentIds.join()}`} clause={clause} amendments={chosen} onClose={() => setMerging(false)} />
      )}
    </Card>
  );
}
