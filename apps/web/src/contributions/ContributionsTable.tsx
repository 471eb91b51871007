// Knows how contributions are drawn line by line and put in another order by their heads; not which ones are wanted.
import type { Contribution, Order, Wanted } from '@xieshang/record/contributions';
import { MoreOf, useFirstOf } from '../ui/first-of.tsx';
import { Tag } from '../ui/Tag.tsx';
import { clockTimeWithSeconds } from '../words/time.ts';
import { contributionsWords as words } from '../words/zh/contributions.ts';
import { roomWords } from '../words/zh/room.ts';
import look from './ContributionsTable.module.css';
import { lengthText } from './lengths.ts';
import { WhatCame } from './WhatCame.tsx';

interface TableProps {
  readonly some: readonly Contribution[];
  readonly wanted: Wanted;
  readonly onWant: (wanted: Wanted) => void;
}

/** So many are drawn at once; a long meeting has hundreds. */
const drawnAtOnce = 200;

/** Figures are looked at from the largest down. */
const largestFirst: readonly Order[] = ['net', 'stopped', 'over'];

export function ContributionsTable({ some, wanted, onWant }: TableProps) {
  const first = useFirstOf(some, drawnAtOnce);
  const ordered = wanted.order ?? 'begin';
  const head = (order: Order, name: string, figure = false) => {
    const here = order === ordered;
    const { down: _down, order: _order, ...rest } = wanted;
    const turn = here ? wanted.down === undefined : largestFirst.includes(order);
    return (
      <th
        scope="col"
        className={figure ? look['figure'] : undefined}
        aria-sort={here ? (wanted.down ? 'descending' : 'ascending') : undefined}
      >
        <button type="button" className={look['sort']} onClick={() => onWant({ ...rest, order, ...(turn && { down: '1' }) })}>
          {name}
          <span aria-hidden="true" className={look['arrow']}>
            {here ? (wanted.down ? '↓' : '↑') : ''}
          </span>
        </button>
      </th>
    );
  };
  return (
    <>
      <div className={look['wide']}>
        <table className={look['table']} aria-label={words.table}>
          <thead>
            <tr>
              {head('begin', words.number)}
              {head('name', words.person)}
              {head('sector', words.from)}
              {head('kind', words.kind)}
              {head('stage', words.stage)}
              <th scope="col">{words.what}</th>
              <th scope="col">{words.when}</th>
              {head('net', words.net, true)}
              {head('stopped', words.stopped, true)}
              <th scope="col" className={look['figure']}>
                {words.limit}
              </th>
              {head('over', words.over, true)}
            </tr>
          </thead>
          <tbody>
            {first.shown.map((one) => (
              <Line key={one.requestId} one={one} />
            ))}
          </tbody>
        </table>
      </div>
      <MoreOf first={first} say={words.more} />
    </>
  );
}

function Line({ one }: { readonly one: Contribution }) {
  const { number, name, sector, post, kind, matter, stage, standing, netMs, stoppedMs, limitMs, overMs } = one;
  const written = kind === 'writtenSpeech';
  const figure = (label: string, shown: string) => (
    <td className={look['figure']} data-label={label}>
      {shown}
    </td>
  );
  return (
    <tr>
      <td className={look['number']}>{number}</td>
      <th scope="row" className={look['name']}>
        {name}
        {standing !== 'over' && (
          <Tag tone={standing === 'speaking' ? 'seal' : 'amber'}>{words[standing === 'speaking' ? 'running' : 'paused']}</Tag>
        )}
      </th>
      <td className={look['from']}>{sector === null ? post : roomWords.sector(sector)}</td>
      <td className={look['kind']}>
        {roomWords.speechKinds[kind]}
        {matter && <span className="small muted">{roomWords.orderMatters[matter]}</span>}
      </td>
      <td className={look['stage']}>{stage}</td>
      <td className={look['what']}>
        <WhatCame one={one} />
      </td>
      <td className={look['when']}>
        <When one={one} />
      </td>
      {figure(words.net, written ? '' : lengthText(netMs))}
      {figure(words.stopped, written || stoppedMs < 1000 ? '' : lengthText(stoppedMs))}
      {figure(words.limit, written ? '' : lengthText(limitMs))}
      <td className={`${look['figure']} ${look['over']}`} data-label={words.over}>
        {overMs >= 1000 ? `+${lengthText(overMs)}` : ''}
      </td>
    </tr>
  );
}

/** From when to when, and each time the clock stood meanwhile. */
function When({ one: { begin, end, kind, stops } }: { readonly one: Contribution }) {
  const from = clockTimeWithSeconds(begin);
  if (kind === 'writtenSpeech') return words.handedInAt(from);
  const long = stops.filter((stop) => stop.to - stop.from >= 1000);
  return (
    <>
      <span>{end === null ? words.since(from) : `${from}—${clockTimeWithSeconds(end)}`}</span>
      {long.length > 0 && (
        <ul className={look['stops']} aria-label={words.stops}>
          {long.map((stop) => (
            <li key={stop.from}>{words.stop(clockTimeWithSeconds(stop.from), clockTimeWithSeconds(stop.to), stop.why)}</li>
          ))}
        </ul>
      )}
    </>
  );
}
