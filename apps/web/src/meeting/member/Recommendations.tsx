// Knows the draft recommendations as a list to read; folded until somebody wants to read them.
import { useMeeting } from '../../live/index.ts';
import { memberWords as words } from '../../words/zh/member.ts';
import { roomWords } from '../../words/zh/room.ts';
import { PaperText } from '../shared/PaperText.tsx';
import look from './Now.module.css';

export function Recommendations() {
  const { recommendations, motions } = useMeeting();
  const list = Object.values(recommendations).sort((one, other) => one.number - other.number);
  if (list.length === 0) return <p className="muted">{words.recommendationsNone}</p>;
  return (
    <ul className={look['papers']}>
      {list.map(({ motionId, ...paper }) => (
        <li key={motionId}>
          <h3>{roomWords.motion(paper.number)}</h3>
          <PaperText paper={paper} locked={motions[motionId] !== undefined} />
        </li>
      ))}
    </ul>
  );
}
