// Knows what a member reads while hands are raised: what to do, and what was recorded for this member; nothing is pressed here.
import { enteredFor } from '@xieshang/meeting';
import { useViewer } from '../../live/index.ts';
import { Card } from '../../ui/Card.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { ballotWords as words } from '../../words/zh/ballot.ts';
import { roomWords } from '../../words/zh/room.ts';
import { PaperText } from '../shared/PaperText.tsx';
import type { Voting } from '../shared/votings.ts';
import { BallotHead } from './BallotHead.tsx';
import look from './Ballot.module.css';

export function Hands({ motions }: { readonly motions: readonly Voting<'showOfHands'>[] }) {
  const byName = motions.some(({ counting }) => counting === 'byName');
  return (
    <section className={look['ballot']} aria-label={roomWords.forms.showOfHands}>
      <BallotHead motions={motions} />
      <Card tone="next">
        <p className={look['call']}>{words.hands}</p>
        <p>{byName ? words.handsByName : words.handsByCount}</p>
        {motions.length === 1 && motions.map((motion) => <Recorded key={motion.motionId} motion={motion} />)}
        {byName && <p className="small muted">{words.handWrong}</p>}
      </Card>
      {motions.map((motion) => (
        <Card key={motion.motionId} as="article">
          {motions.length > 1 && <h3 className={look['number']}>{roomWords.paper(motion.paper)}</h3>}
          <PaperText paper={motion.paper} locked />
          {motions.length > 1 && <Recorded motion={motion} />}
        </Card>
      ))}
    </section>
  );
}

function Recorded({ motion }: { readonly motion: Voting<'showOfHands'> }) {
  const { person } = useViewer();
  if (motion.counting !== 'byName' || !motion.voterRoll.includes(person)) return null;
  const choice = enteredFor(motion.entered, person)?.choice;
  return (
    <p className={look['standing']} role="status">
      {choice ? (
        <Tag tone="jade">{words.handRecorded(roomWords.choices[choice])}</Tag>
      ) : (
        <span className="small muted">{words.handNotRecorded}</span>
      )}
    </p>
  );
}
