// Knows the window in which members may object to 鼓掌通过; the clock closes it, and the moderator may declare it void. Nobody lets it pass here.
import { officeVoteWords as words } from '../../../words/zh/office-vote.ts';
import { roomWords } from '../../../words/zh/room.ts';
import { Card } from '../../../ui/Card.tsx';
import { CountdownClock } from '../../shared/CountdownClock.tsx';
import { PaperText } from '../../shared/PaperText.tsx';
import type { MotionAt } from '../../shared/scene.ts';
import { VoidVote } from './VoidVote.tsx';
import look from './vote.module.css';
import { Heading } from '../Heading.tsx';

export function ObjectionWindow({ motions }: { readonly motions: readonly MotionAt<'objection'>[] }) {
  const [first] = motions;
  if (!first) return null;
  return (
    <Card tone="next" className="stack" aria-label={words.objection}>
      <div className={look['running']}>
        <div className="grow">
          <Heading>{`${words.acclaim} · ${motions.map(({ paper }) => words.paper(paper)).join('、')}`}</Heading>
          <p className="muted">{words.objectionNone}</p>
        </div>
        <div className={look['countdown']}>
          <CountdownClock dueAt={first.dueAt} label={words.objectionClock} ended={roomWords.windowIsUp} />
        </div>
      </div>
      {motions.length === 1 && (
        <div className={look['paper']}>
          <PaperText paper={first.paper} locked />
        </div>
      )}
      <div className="row">
        <VoidVote motions={motions} />
      </div>
    </Card>
  );
}
