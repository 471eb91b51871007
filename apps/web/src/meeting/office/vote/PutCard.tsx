// Knows what stands before a vote is opened: the text, the base, the quorum, the number needed; not how it is opened.
import { attendance, votersNow } from '@xieshang/meeting';
import { useMeeting } from '../../../live/index.ts';
import { Card } from '../../../ui/Card.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { countingWords } from '../../../words/zh/office-counting.ts';
import { officeVoteWords as words } from '../../../words/zh/office-vote.ts';
import { roomWords } from '../../../words/zh/room.ts';
import { BaseCard } from '../../shared/BaseCard.tsx';
import { PaperText } from '../../shared/PaperText.tsx';
import { nameOf } from '../../shared/people.ts';
import { rowText, type MotionRow } from './motion-rows.ts';
import { Opening } from './Opening.tsx';
import { ruleSentence } from './rule-sentence.ts';
import look from './vote.module.css';
import { Heading } from '../Heading.tsx';

interface PutCardProps {
  readonly rows: readonly MotionRow[];
  readonly allDone: boolean;
  /** Something is counted and not announced: that is the next act, not this. */
  readonly waitsForAnnouncement: boolean;
  readonly onOpened: () => void;
}

export function PutCard({ rows, allDone, waitsForAnnouncement, onOpened }: PutCardProps) {
  const meeting = useMeeting();
  const { roll, rules } = meeting;
  const { needed, present } = attendance(roll, rules.quorum);
  const { eligible, mayVote } = votersNow(meeting, 'named');
  const [first] = rows;
  if (!first) {
    return (
      <Card>
        <Heading>{allDone ? words.allDone : words.put}</Heading>
        <p className="muted">{allDone ? words.allDoneHint : words.nonePicked}</p>
      </Card>
    );
  }
  return (
    <Card tone={waitsForAnnouncement ? 'plain' : 'next'} className="stack" aria-label={words.put}>
      <Heading>{rows.length === 1 ? `${words.put} · ${words.paper(first.paper)}` : words.putMany(rows.length)}</Heading>
      {rows.length === 1 ? (
        <div className={look['paper']}>
          <PaperText paper={first.paper} />
        </div>
      ) : (
        <ol className={look['many']}>
          {rows.map(({ motionId, paper }) => (
            <li key={motionId}>
              <b>{words.paper(paper)}</b> {rowText({ paper })}
            </li>
          ))}
        </ol>
      )}
      {rows.map(
        ({ motionId, motion }) =>
          motion?.phase === 'objected' && (
            <p key={motionId}>
              <Tag tone="amber">{words.state.objected}</Tag> {words.objected(nameOf(roll, motion.objector))}
            </p>
          ),
      )}
      {rows.map(
        ({ motionId, motion }) =>
          motion?.phase === 'voided' && (
            <p key={motionId}>
              <Tag tone="grey">{words.state.voided}</Tag>{' '}
              {countingWords.voidedBecause(motion.rule === null ? motion.reason : roomWords.voidRules[motion.rule])}
            </p>
          ),
      )}
      <div className={look['base']}>
        <BaseCard rule={rules.vote} eligible={eligible} mayVote={mayVote} quorum={{ needed, present }} />
      </div>
      <p className={look['rule']}>{ruleSentence(rules.vote, { eligible, present: mayVote })}</p>
      <Opening rows={rows} quiet={waitsForAnnouncement} onOpened={onOpened} />
    </Card>
  );
}
