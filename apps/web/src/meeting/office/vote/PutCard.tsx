// Knows what stands before a vote is opened: the text, the base, the number needed, the seconds; and the press that opens it.
import { attendance, presentMembers, type MotionId } from '@xieshang/meeting';
import { useState } from 'react';
import { useMeeting } from '../../../live/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { TextField } from '../../../ui/Field.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { officeVoteWords as words } from '../../../words/zh/office-vote.ts';
import { BaseCard } from '../../shared/BaseCard.tsx';
import { PaperText } from '../../shared/PaperText.tsx';
import { nameOf } from '../../shared/people.ts';
import { Act, useLit } from '../act.tsx';
import { wholeNumber } from '../whole-number.ts';
import { itemsText, rowText, type MotionRow } from './motion-rows.ts';
import { RuleDialog } from './RuleDialog.tsx';
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

const second = 1000;

export function PutCard({ rows, allDone, waitsForAnnouncement, onOpened }: PutCardProps) {
  const { roll, rules } = useMeeting();
  const figures = attendance(roll, rules.quorum);
  const mayVote = presentMembers(roll).length;
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
      <div className={look['base']}>
        <BaseCard rule={rules.vote} eligible={figures.eligible} mayVote={mayVote} />
      </div>
      <p className={look['rule']}>{ruleSentence(rules.vote, { eligible: figures.eligible, present: mayVote })}</p>
      <Opening rows={rows} quiet={waitsForAnnouncement} onOpened={onOpened} />
    </Card>
  );
}

function Opening({
  rows,
  quiet,
  onOpened,
}: {
  readonly rows: readonly MotionRow[];
  readonly quiet: boolean;
  readonly onOpened: () => void;
}) {
  const { rules } = useMeeting();
  const motionIds: readonly MotionId[] = rows.map(({ motionId }) => motionId);
  const usual = String(Math.round((rules.votingMs * rows.length) / second));
  const [typed, setTyped] = useState<string | null>(null);
  const [changing, setChanging] = useState(false);
  const seconds = wholeNumber(typed ?? usual, 10, 3600);
  const lit = useLit({ type: 'OpenVoting', motionIds });
  const rule = useLit({ type: 'ChangeVoteRule', ...rules.vote, reason: '' });
  const objected = rows.some(({ motion }) => motion?.phase === 'objected');
  if (!lit) return null;
  const items = itemsText(rows);
  return (
    <>
      <div className={look['opening']}>
        <div className={look['seconds']}>
          <TextField
            label={words.seconds}
            inputMode="numeric"
            value={typed ?? usual}
            onText={setTyped}
            error={seconds === null ? words.secondsProblem : undefined}
          />
        </div>
        {!objected && (
          <Act
            bodies={[{ type: 'OpenAcclamation', motionIds }]}
            ask={{
              title: words.acclaimTitle,
              will: words.acclaimWill(items, Math.round(rules.objectionMs / second)),
              act: words.acclaimAct,
            }}
            onDone={onOpened}
          >
            {words.acclaim}
          </Act>
        )}
        <Act
          bodies={[{ type: 'OpenVoting', motionIds, ms: (seconds ?? Number(usual)) * second }]}
          kind={quiet ? 'plain' : 'primary'}
          size="large"
          aria-describedby="opening-will"
          onDone={onOpened}
        >
          {words.open}
        </Act>
      </div>
      <div className="spread">
        <p id="opening-will" className="small muted grow">
          {words.openWill}
        </p>
        {rule && (
          <Button size="small" kind="quiet" unavailable={rule.reason} onClick={() => setChanging(true)}>
            {words.changeRule}
          </Button>
        )}
      </div>
      {changing && <RuleDialog onClose={() => setChanging(false)} />}
    </>
  );
}
