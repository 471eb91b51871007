// Knows the numbers a vote is decided by, read before one votes: 应到, 在场可投, 赞成通过所需.
import type { Quorum, VoteRule } from '@xieshang/meeting';
import { roomWords as words } from '../../words/zh/room.ts';
import { requiredApprovals } from './threshold.ts';
import look from './BaseCard.module.css';

interface BaseCardProps {
  readonly rule: VoteRule;
  readonly eligible: number;
  /** Those on the roll frozen at the opening, or who would stand on it now. */
  readonly mayVote: number;
  /** Persons; null where a record does not say. */
  readonly quorum?: Quorum | null;
}

/** Sized by the text around it; no card of its own. */
export function BaseCard({ rule, eligible, mayVote, quorum = null }: BaseCardProps) {
  const required = requiredApprovals(rule, { eligible, present: mayVote });
  return (
    <dl className={look['base']}>
      <div>
        <dt>{words.eligible}</dt>
        <dd>{eligible}</dd>
      </div>
      <div>
        <dt>{words.mayVote}</dt>
        <dd>{mayVote}</dd>
      </div>
      {quorum && (
        <div className={quorum.present < quorum.needed ? look['short'] : undefined}>
          <dt>
            {words.quorum}
            <span>{quorum.present < quorum.needed ? words.quorumShort : words.quorumIsMet}</span>
          </dt>
          <dd aria-label={words.atLeastPeople(quorum.needed)}>{words.atLeast(quorum.needed)}</dd>
        </div>
      )}
      <div className={look['required']}>
        <dt>
          {words.toPass}
          {required !== null && <span>{words.rule(rule)}</span>}
        </dt>
        {required === null ? (
          <dd className={look['rule']}>{words.rule(rule)}</dd>
        ) : (
          <dd aria-label={words.atLeastAloud(required)}>{words.atLeast(required)}</dd>
        )}
      </div>
    </dl>
  );
}
