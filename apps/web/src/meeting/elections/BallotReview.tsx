// Knows the second look at a ballot before it is handed in; sends nothing itself.
import { electionBallotWords as words } from '../../words/zh/election-ballot.ts';
import { memberWords } from '../../words/zh/member.ts';
import { BallotConfirm } from '../shared/BallotConfirm.tsx';
import look from './ElectionBallot.module.css';

interface BallotReviewProps {
  readonly names: readonly string[];
  readonly seats: number;
  /** What handing in means; left out: it may still be changed. */
  readonly will?: string;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
}

export function BallotReview({ names, seats, will = memberWords.reviewWill, onSubmit, onClose }: BallotReviewProps) {
  return (
    <BallotConfirm title={words.reviewTitle} will={will} onSubmit={onSubmit} onClose={onClose}>
      {names.length === 0 ? (
        <p className={look['blank']}>{words.reviewBlank}</p>
      ) : (
        <ul className={look['review']}>
          {names.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      )}
      {names.length > 0 && names.length < seats && <p className="small muted">{words.reviewFew(names.length, seats)}</p>}
    </BallotConfirm>
  );
}
