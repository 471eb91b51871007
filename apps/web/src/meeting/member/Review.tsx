// Knows the second look at what was chosen before it is handed in; sends nothing itself.
import { useMeeting, useViewer } from '../../live/index.ts';
import { ballotWords as words } from '../../words/zh/ballot.ts';
import { memberWords } from '../../words/zh/member.ts';
import { roomWords } from '../../words/zh/room.ts';
import { BallotConfirm } from '../shared/BallotConfirm.tsx';
import { nameOf } from '../shared/people.ts';
import { markedOn } from './ballot-state.ts';
import { keyOf, type BallotLine } from './use-ballot.ts';
import look from './Ballot.module.css';

interface ReviewProps {
  readonly chosen: readonly BallotLine[];
  /** How many lines have no choice yet. */
  readonly leftOut: number;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
}

export function Review({ chosen, leftOut, onSubmit, onClose }: ReviewProps) {
  const { roll } = useMeeting();
  const { person } = useViewer();
  return (
    <BallotConfirm title={words.reviewTitle} will={memberWords.reviewWill} onSubmit={onSubmit} onClose={onClose}>
      <ul className={look['review']}>
        {chosen.map((one) => {
          const choice = markedOn(one.line);
          return (
            <li key={keyOf(one)}>
              <span>
                {roomWords.paper(one.motion.paper)}
                {one.voter !== person && <small>{` ${words.forPrincipal(nameOf(roll, one.voter))}`}</small>}
              </span>
              <b data-choice={choice}>{choice && roomWords.choices[choice]}</b>
            </li>
          );
        })}
      </ul>
      {leftOut > 0 && <p className="small muted">{words.leftOut(leftOut)}</p>}
    </BallotConfirm>
  );
}
