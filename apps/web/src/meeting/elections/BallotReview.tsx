// Knows the second look at a ballot before it is handed in; sends nothing itself.
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { electionBallotWords as words } from '../../words/zh/election-ballot.ts';
import look from './ElectionBallot.module.css';

interface BallotReviewProps {
  readonly names: readonly string[];
  readonly seats: number;
  /** What handing in means; left out: it may still be changed. */
  readonly will?: string;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
}

export function BallotReview({ names, seats, will = words.reviewWill, onSubmit, onClose }: BallotReviewProps) {
  return (
    <Dialog
      open
      title={words.reviewTitle}
      onClose={onClose}
      acts={
        <>
          <Button onClick={onClose}>{words.back}</Button>
          <Button kind="primary" size="large" onClick={onSubmit}>
            {words.confirm}
          </Button>
        </>
      }
    >
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
      <p className="small muted">{will}</p>
    </Dialog>
  );
}
