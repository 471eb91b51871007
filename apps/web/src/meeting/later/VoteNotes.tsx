// Knows what is said beside the names of a vote: who was voted for, whose vote was entered, who has more than one; not how the names are shown.
import type { CountedResult, PersonId } from '@xieshang/meeting';
import { useMeeting } from '../../live/index.ts';
import { proxyWords as words } from '../../words/zh/proxies.ts';
import { nameOf } from '../shared/people.ts';

/** Nothing where everybody pressed for oneself, with one vote each. */
export function VoteNotes({ result }: { readonly result: CountedResult }) {
  const { roll } = useMeeting();
  const name = (person: PersonId): string => nameOf(roll, person);
  const { votes, weights } = result;
  const notes: readonly (readonly [string, readonly string[]])[] = [
    [words.byProxy, votes.flatMap(({ voter, holder }) => (holder === undefined ? [] : [words.proxyOf(name(voter), name(holder))]))],
    [
      words.entered,
      result.form === 'named'
        ? votes.flatMap(({ voter, enteredBy }) => (enteredBy === undefined ? [] : [words.enteredOf(name(voter), name(enteredBy))]))
        : [],
    ],
    [words.weights, (Object.entries(weights) as [PersonId, number][]).map(([person, n]) => words.weightOf(name(person), n))],
  ];
  return notes.map(([label, said]) =>
    said.length === 0 ? null : (
      <p key={label} className="small">
        <span className="muted">{`${label}　`}</span>
        {said.join('、')}
        {label === words.weights && <span className="muted">{`　${words.weighted}`}</span>}
      </p>
    ),
  );
}
