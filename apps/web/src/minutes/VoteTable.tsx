// Knows the annex 表决结果一览: one line a recommendation; not how it was voted.
import type { VoteRow } from '@xieshang/minutes';
import { minutesWords as words } from '../words/zh/minutes.ts';
import look from './Paper.module.css';

const counted = ['approve', 'oppose', 'abstain', 'notPressed'] as const;

export function VoteTable({ votes }: { readonly votes: readonly VoteRow[] }) {
  const { voteColumns: columns } = words;
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
              <td data-name={columns.result}>{outcome(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function outcome({ passed, form }: VoteRow): string {
  if (!passed) return words.failedVote;
  return form === 'acclamation' ? words.byAcclamation : words.passedVote;
}
