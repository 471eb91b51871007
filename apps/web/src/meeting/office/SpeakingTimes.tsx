// Knows how the speaking time is drawn, by 界别 and by person, as a table with a bar in each row; not whom to call.
import { useState } from 'react';
import { useMeeting, useServerNow } from '../../live/index.ts';
import { buttonLook } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { clockText } from '../../ui/clock-text.ts';
import { MoreOf, useFirstOf } from '../../ui/first-of.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { lengthOf } from '../../words/time.ts';
import { officeWords as words } from '../../words/zh/office.ts';
import { roomWords } from '../../words/zh/room.ts';
import { ways } from '../room-at.ts';
import { speakingRows, type SpeakingRow } from '../shared/speaking-rows.ts';
import { Heading } from './Heading.tsx';
import look from './SpeakingTimes.module.css';

export function SpeakingTimes() {
  const { roll, queue, phase, notice } = useMeeting();
  const { sectors, persons, silent, totalMs } = speakingRows(roll, queue, useServerNow(1000));
  const [open, setOpen] = useState('sectors');
  const { who, sector, here, unit } = words.timesOf;
  return (
    <Card className="stack" aria-label={words.speakingTimes}>
      <div className="spread">
        <Heading>{words.speakingTimes}</Heading>
        <span className="row">
          {totalMs > 0 && <span className="small muted num">{words.sectorTotal(lengthOf(totalMs))}</span>}
          <a href={ways.contributions(notice.meeting)} className={buttonLook({ kind: 'quiet', size: 'small' })}>
            {roomWords.contributions}
          </a>
        </span>
      </div>
      {persons.length === 0 ? (
        <p className="muted">{words.nobodySpoke}</p>
      ) : (
        <Tabs
          label={words.speakingTimes}
          open={open}
          onOpen={setOpen}
          tabs={[
            { id: 'sectors', label: words.bySector, panel: <Times rows={sectors} name={sector} aside={here} label={words.bySector} /> },
            { id: 'persons', label: words.byPerson, panel: <Times rows={persons} name={who} aside={unit} label={words.byPerson} /> },
          ]}
        />
      )}
      {phase !== 'concluded' && silent.length > 0 && persons.length > 0 && (
        <p className={look['silent']}>
          <span className={look['mark']}>{words.sectorsSilent}</span>
          {silent.join('、')}
        </p>
      )}
    </Card>
  );
}

/** Those with the most time are what is asked about. */
const drawnAtOnce = 12;

interface TimesProps {
  readonly rows: readonly SpeakingRow[];
  readonly name: string;
  readonly aside: string;
  readonly label: string;
}

function Times({ rows, name, aside, label }: TimesProps) {
  const first = useFirstOf(rows, drawnAtOnce);
  const longest = Math.max(1, ...rows.map(({ ms }) => ms));
  return (
    <>
      <table className={look['times']} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{name}</th>
            <th scope="col">{aside}</th>
            <th scope="col" className={look['figure']}>
              {words.timesOf.times}
            </th>
            <th scope="col" className={look['figure']}>
              {words.timesOf.time}
            </th>
            <th scope="col" className={look['share']}>
              {words.timesOf.share}
            </th>
          </tr>
        </thead>
        <tbody>
          {first.shown.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.name}</th>
              <td className="muted">{row.aside}</td>
              <td className={look['figure']}>{row.times}</td>
              <td className={look['figure']}>{clockText(row.ms)}</td>
              <td className={look['share']}>
                <span className={look['bar']} aria-hidden="true" style={{ width: `${(row.ms / longest) * 70}%` }} />
                <span className="num">{Math.round(row.share * 100)}%</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {first.rest > 0 && <MoreOf first={first} />}
    </>
  );
}
