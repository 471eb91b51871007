// Knows what a member reads while votes are given on paper; nothing is pressed here.
import { Card } from '../../ui/Card.tsx';
import { ballotWords as words } from '../../words/zh/ballot.ts';
import { roomWords } from '../../words/zh/room.ts';
import { PaperText } from '../shared/PaperText.tsx';
import type { Voting } from '../shared/votings.ts';
import { BallotHead } from './BallotHead.tsx';
import look from './Ballot.module.css';

export function PaperVote({ motions }: { readonly motions: readonly Voting<'paper'>[] }) {
  return (
    <section className={look['ballot']} aria-label={roomWords.forms.paper}>
      <BallotHead motions={motions} />
      <Card tone="next">
        <p className={look['call']}>{words.paper}</p>
        <ol className={look['steps']}>
          {words.paperSteps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p className="small muted">{words.paperNote}</p>
      </Card>
      {motions.map((motion) => (
        <Card key={motion.motionId} as="article">
          {motions.length > 1 && <h3 className={look['number']}>{roomWords.paper(motion.paper)}</h3>}
          <PaperText paper={motion.paper} locked />
        </Card>
      ))}
    </section>
  );
}
