// Knows how runs add up to the figures of the programme; runs none.
import type { Failure, Outcome } from '../programme.ts';
import type { Run } from './run.ts';
import type { Fault } from './watch.ts';

/** Plain numbers by name, and the first failures: small enough to be handed from one thread to another. */
export interface Sum {
  readonly numbers: Readonly<Record<string, number>>;
  readonly failures: readonly Failure[];
}

const promises: readonly Fault['figure'][] = ['lost', 'dup', 'gaps', 'forks', 'behind', 'contradicted', 'leaked', 'bugs'];
const failuresTold = 5;

export const noSum: Sum = { numbers: {}, failures: [] };

export function add(one: Sum, other: Sum): Sum {
  const names = new Set([...Object.keys(one.numbers), ...Object.keys(other.numbers)]);
  const numbers = Object.fromEntries([...names].map((name) => [name, (one.numbers[name] ?? 0) + (other.numbers[name] ?? 0)]));
  return { numbers, failures: [...one.failures, ...other.failures].slice(0, failuresTold) };
}

export function sumOf({ seed, steps, counts, disk, acks, facts, recounted, faults }: Run): Sum {
  const broken = Object.fromEntries(promises.map((figure) => [figure, faults.filter((fault) => fault.figure === figure).length]));
  const { writes, errors: diskErrors, nthErrors, conflicts, stragglers } = disk;
  const failing = faults.length > 0 ? 1 : 0;
  const { counted: elections = 0, secret: secretElections = 0, runOffs = 0, repeated = 0, voided = 0 } = recounted?.elections ?? {};
  const again = { votes: recounted?.votes ?? 0, elections, secretElections, runOffs, repeated, voided };
  const numbers = {
    runs: 1,
    steps,
    ...counts,
    acks,
    facts,
    ...again,
    writes,
    diskErrors,
    nthErrors,
    conflicts,
    stragglers,
    ...broken,
    failing,
  };
  const [first] = faults;
  return { numbers, failures: first ? [{ seed, sentence: `第 ${steps} 步后：${first.sentence}` }] : [] };
}

export const outcomeOf = ({ numbers, failures }: Sum): Outcome => ({ figures: numbers, failures });
