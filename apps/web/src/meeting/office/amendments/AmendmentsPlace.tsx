// Knows the amendments of all clauses as the office works through them, clause by clause; each clause knows its own acts.
import { amendmentsOf } from '@xieshang/meeting';
import { useMeeting } from '../../../live/index.ts';
import { Card } from '../../../ui/Card.tsx';
import { amendmentWords as words } from '../../../words/zh/amendments.ts';
import { Heading } from '../Heading.tsx';
import { ClauseCard } from './ClauseCard.tsx';

/** Clauses that still wait for something come first. */
export function AmendmentsPlace() {
  const meeting = useMeeting();
  const clauses = Object.values(meeting.recommendations)
    .map((clause) => ({ clause, amendments: amendmentsOf(meeting, clause.motionId) }))
    .filter(({ amendments }) => amendments.length > 0);
  const waits = ({ amendments }: (typeof clauses)[number]): number =>
    amendments.some(({ standing }) => standing.phase === 'open') ? 0 : 1;
  if (clauses.length === 0) {
    return (
      <Card>
        <Heading>{words.none}</Heading>
        <p className="muted">{words.noneHint}</p>
      </Card>
    );
  }
  return clauses
    .toSorted((one, other) => waits(one) - waits(other) || one.clause.number - other.clause.number)
    .map(({ clause, amendments }) => <ClauseCard key={clause.motionId} clause={clause} amendments={amendments} />);
}
