// Knows a vote while it runs: countdown, turnout, who has not pressed and whose device is away; never how anyone voted.
import { personId } from '@xieshang/meeting';
import type { Note } from '@xieshang/protocol';
import { useMeeting, useNote } from '../../../live/index.ts';
import { Card } from '../../../ui/Card.tsx';
import { MoreOf, useFirstOf } from '../../../ui/first-of.tsx';
import { ProgressBar } from '../../../ui/ProgressBar.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { officeVoteWords as words } from '../../../words/zh/office-vote.ts';
import { roomWords } from '../../../words/zh/room.ts';
import { BaseCard } from '../../shared/BaseCard.tsx';
import { CountdownClock } from '../../shared/CountdownClock.tsx';
import { PaperText } from '../../shared/PaperText.tsx';
import { nameOf } from '../../shared/people.ts';
import type { MotionAt } from '../../shared/scene.ts';
import { Act } from '../act.tsx';
import look from './vote.module.css';
import { Heading } from '../Heading.tsx';

type Running = MotionAt<'voting'>;

export function RunningVote({ motions }: { readonly motions: readonly Running[] }) {
  const note = useNote();
  const [first] = motions;
  if (!first) return null;
  const cast = ({ motionId }: Running): number => note.turnout[motionId] ?? 0;
  const missing = motions.reduce((most, motion) => Math.max(most, motion.voterRoll.length - cast(motion)), 0);
  const ids = motions.map(({ motionId }) => motionId);
  return (
    <Card tone="next" className="stack" aria-label={words.running}>
      <div className={look['running']}>
        <div className="grow">
          <Heading>
            {motions.length === 1
              ? `${words.running} · ${words.paper(first.paper)}`
              : `${words.running} · ${roomWords.papers(motions.map(({ paper }) => paper))}`}
          </Heading>
          {first.round > 1 && <p className="small muted">{words.round(first.round)}</p>}
        </div>
        <div className={look['countdown']}>
          <CountdownClock dueAt={first.dueAt} label={words.clock} ended={words.timeUp} />
        </div>
      </div>
      {motions.length === 1 && (
        <div className={look['paper']}>
          <PaperText paper={first.paper} locked />
        </div>
      )}
      <BaseCard rule={first.rule} eligible={first.eligible} mayVote={first.voterRoll.length} />
      <ul className={look['turnouts']}>
        {motions.map((motion) => (
          <li key={motion.motionId}>
            <span>{motions.length === 1 ? words.turnout : words.paper(motion.paper)}</span>
            <ProgressBar
              share={cast(motion) / Math.max(motion.voterRoll.length, 1)}
              label={words.turnout}
              thick
              text={words.turnoutOf(cast(motion), motion.voterRoll.length)}
            />
            <b className="num">{words.turnoutOf(cast(motion), motion.voterRoll.length)}</b>
            {motions.length > 1 && (
              <Act bodies={[{ type: 'CloseVoting', motionIds: [motion.motionId] }]} size="small" kind="quiet">
                {words.closeOne(motion.paper.number)}
              </Act>
            )}
          </li>
        ))}
      </ul>
      <NotPressed motions={motions} />
      <div className={look['closing']}>
        <p id="closing-will" className="small muted grow">
          {words.closeWill(missing)}
        </p>
        <Act bodies={[{ type: 'CloseVoting', motionIds: ids }]} kind="primary" size="large" aria-describedby="closing-will">
          {words.close}
        </Act>
      </div>
    </Card>
  );
}

/** Those whose device is away come first: somebody has to go there. */
function awaited(motions: readonly Running[], notAnswered: NonNullable<Note['notAnswered']>, onlinePersons: Note['onlinePersons']) {
  // Until the first word of a fresh vote comes, nobody has pressed.
  const missing = new Set(motions.flatMap(({ motionId, voterRoll }) => notAnswered[motionId]?.map(personId) ?? voterRoll));
  const online = new Set<string>(onlinePersons ?? []);
  return [...missing].sort((one, other) => Number(online.has(one)) - Number(online.has(other)));
}

const drawnAtOnce = 60;

function NotPressed({ motions }: { readonly motions: readonly Running[] }) {
  const { roll } = useMeeting();
  const { notAnswered, onlinePersons } = useNote();
  const people = notAnswered ? awaited(motions, notAnswered, onlinePersons) : [];
  const online = new Set<string>(onlinePersons ?? []);
  const first = useFirstOf(people, drawnAtOnce);
  if (!notAnswered) return null;
  return (
    <div className={look['missing']}>
      <p className="small muted">{people.length === 0 ? words.allPressed : words.missing(people.length)}</p>
      {people.length > 0 && (
        <ul>
          {first.shown.map((person) => (
            <li key={person} data-away={!online.has(person)}>
              {nameOf(roll, person)}
              {!online.has(person) && <Tag tone="amber">{words.offline}</Tag>}
            </li>
          ))}
        </ul>
      )}
      <MoreOf first={first} />
      <p className="small muted">{words.onlySeen}</p>
    </div>
  );
}
