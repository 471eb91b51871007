// Knows the annex 表决结果一览: one line a recommendation; not how it was voted.
import type { VoteRow } from '@xieshang/minutes';
import { minutesWords as words } from '../words/zh/minutes.ts';
import look from './Paper.module.css';

const counted = ['approve', 'oppose', 'abstain', 'notPressed'] as const;

export function VoteTable({ votes }: { readonly votes: readonly VoteRow[] }) {
  const { voteColumns: columns } = words;
  const withSpoilt = votes.some(({ spoilt }) => spoilt !== undefined);
  const notes = votes.flatMap(notesOf);
  return (
    <section className={look['annex']} aria-labelledby="minutes-votes">
      <p className={look['annexMark']}>{words.annex}</p>
      <h3 id="minutes-votes" className={look['annexTitle']}>
        {words.votesTitle}
      </h3>
      <table className={look['votes']}>
        <thead>
          <tr>
            <th scope="col">{columns.number}</th>
            <th scope="col">{columns.text}</th>
            {counted.map((choice) => (
              <th key={choice} scope="col">
                {columns[choice]}
              </th>
            ))}
            {withSpoilt && <th scope="col">{columns.spoilt}</th>}
            <th scope="col">{columns.result}</th>
          </tr>
        </thead>
        <tbody>
          {votes.map((row) => (
            <tr key={row.motionId}>
              <td className="num">{row.number}</td>
              <th scope="row">{row.text}</th>
              {counted.map((choice) => (
                <td key={choice} className="num" data-name={columns[choice]}>
                  {row.form === 'acclamation' ? '—' : row[choice]}
                </td>
              ))}
              {withSpoilt && (
                <td className="num" data-name={columns.spoilt}>
                  {row.form === 'acclamation' ? '—' : (row.spoilt ?? 0)}
                </td>
              )}
              <td data-name={columns.result}>{outcome(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {notes.length > 0 && <p className={look['voteNotes']}>{words.voteNotes(notes)}</p>}
    </section>
  );
}

function outcome({ passed, form, quorumMissed }: VoteRow): string {
  if (!passed) return quorumMissed ? words.withoutQuorum : words.failedVote;
  return form === 'acclamation' ? words.byAcclamation : words.passedVote;
}

/** What the columns do not say: the manner, the papers given out, who declared a reservation. */
function notesOf({ number, form, papers, reservations = [] }: VoteRow): readonly string[] {
  const manner = form === 'acclamation' || form === 'named' ? [] : [words.voteManner(number, words.voteForms[form], papers)];
  return [...manner, ...(reservations.length === 0 ? [] : [words.voteReserved(number, reservations)])];
}
