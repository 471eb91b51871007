// Knows what the shown contributions come to, by 界别 and by person, as two tables; not which contributions they are.
import type { Total, Totals } from '@xieshang/record/contributions';
import { Card } from '../ui/Card.tsx';
import { MoreOf, useFirstOf } from '../ui/first-of.tsx';
import { contributionsWords as words } from '../words/zh/contributions.ts';
import { roomWords } from '../words/zh/room.ts';
import { lengthText } from './lengths.ts';
import look from './TotalsTables.module.css';

const sectorOf = (sector: string | null): string => (sector === null ? words.others : roomWords.sector(sector));

export const TotalsTables = ({ totals: { persons, sectors, all } }: { readonly totals: Totals }) => (
  <div className={look['both']}>
    <One title={words.bySector} head={words.sector} rows={sectors} all={all} nameOf={({ name }) => sectorOf(name)} />
    <One
      title={words.byPerson}
      head={words.person}
      rows={persons}
      all={all}
      nameOf={({ name }) => name ?? ''}
      aside={({ sector }) => (sector === null ? '' : roomWords.sector(sector))}
    />
  </div>
);

/** Those with the most time are what is asked about. */
const drawnAtOnce = 20;

interface OneProps {
  readonly title: string;
  readonly head: string;
  readonly rows: readonly Total[];
  readonly all: Total;
  readonly nameOf: (row: Total) => string;
  readonly aside?: (row: Total) => string;
}

function One({ title, head, rows, all, nameOf, aside }: OneProps) {
  const first = useFirstOf(rows, drawnAtOnce);
  return (
    <Card className="stack" aria-label={title}>
      <h2>{title}</h2>
      <table className={look['table']} aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col">{words.speeches}</th>
            <th scope="col" className={look['minor']}>
              {words.asides}
            </th>
            <th scope="col" className={look['minor']}>
              {words.writtenCount}
            </th>
            <th scope="col">{words.net}</th>
            <th scope="col" className={look['minor']}>
              {words.over}
            </th>
            <th scope="col" className={look['share']}>
              {words.share}
            </th>
          </tr>
        </thead>
        <tbody>
          {first.shown.map((row) => (
            <Line key={row.id} row={row} all={all} name={nameOf(row)} aside={aside?.(row)} />
          ))}
        </tbody>
        <tfoot>
          <Line row={all} all={all} name={words.sumRow} />
        </tfoot>
      </table>
      <MoreOf first={first} say={words.more} />
    </Card>
  );
}

interface LineProps {
  readonly row: Total;
  readonly all: Total;
  readonly name: string;
  readonly aside?: string | undefined;
}

const count = (n: number): string => (n === 0 ? '' : String(n));

const Line = ({ row, all, name, aside }: LineProps) => (
  <tr>
    <th scope="row">
      {name}
      {aside && <span className="small muted"> {aside}</span>}
    </th>
    <td>{count(row.speeches)}</td>
    <td className={look['minor']}>{count(row.asides)}</td>
    <td className={look['minor']}>{count(row.written)}</td>
    <td>{lengthText(row.netMs)}</td>
    <td className={look['minor']}>{row.overMs >= 1000 ? `+${lengthText(row.overMs)}` : ''}</td>
    <td className={look['share']}>{all.netMs === 0 ? '' : `${Math.round((row.netMs / all.netMs) * 100)}%`}</td>
  </tr>
);
