// Knows how the outcomes of the votes in a checked bundle are listed, each round on a line; not how they were checked.
import type { VoteOutcome } from '@xieshang/record/verify';
import { Tag, type Tone } from '../ui/Tag.tsx';
import { evidenceWords as words } from '../words/zh/evidence.ts';
import look from './Evidence.module.css';

const tones: Readonly<Record<VoteOutcome['outcome'], Tone>> = { passed: 'jade', failed: 'seal', voided: 'grey' };

/** By number and round, an amendment before its clause. */
const placeOf = ({ number, amends }: VoteOutcome): number => (number ?? Infinity) - (amends === null ? 0 : 0.5);
const inOrder = (one: VoteOutcome, other: VoteOutcome): number => placeOf(one) - placeOf(other) || one.round - other.round;

export const VoteOutcomes = ({ outcomes }: { readonly outcomes: readonly VoteOutcome[] }) => (
  <ul className={look['outcomes']}>
    {outcomes.toSorted(inOrder).map((one) => (
      <li key={`${one.motionId} ${one.round}`}>
        <span>{words.voteOf(one.number, one.amends !== null, one.round)}</span>
        <Tag tone={tones[one.outcome]}>{words.outcomes[one.outcome]}</Tag>
        {one.tally && (
          <span className={look['counts']}>
            {one.form !== undefined && `${words.forms[one.form]}　`}
            {words.counts(one.tally, one.spoilt ?? 0)}
          </span>
        )}
      </li>
    ))}
  </ul>
);
