// Knows the draft recommendations as a list to read; folded until somebody wants to read them.
import { textIsFrozen } from '@xieshang/meeting';
import { useMeeting } from '../../live/index.ts';
import { memberWords as words } from '../../words/zh/member.ts';
import { roomWords } from '../../words/zh/room.ts';
import { PaperText } from '../shared/PaperText.tsx';
import { ClauseAmendments } from './AmendmentsLater.tsx';
import look from './Now.module.css';

export function Recommendations() {
  const { recommendations, motions } = useMeeting();
  const list = Object.values(recommendations).sort((one, other) => one.number - other.number);
  if (list.length === 0) return <p className="muted">{words.recommendationsNone}</p>;
  return (
    <ul className={look['papers']}>
      {list.map((paper) => (
        <li key={paper.motionId}>
          <h3>{roomWords.paper(paper)}</h3>
          <PaperText paper={paper} locked={textIsFrozen(motions, paper.motionId)} />
          <ClauseAmendments clause={paper} />
        </li>
      ))}
    </ul>
  );
}
