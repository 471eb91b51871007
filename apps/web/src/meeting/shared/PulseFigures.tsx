// Knows how the figures of a pulse are drawn, beside those of the earlier one where there is one; nobody's stance is in them.
import type { Cells } from '@xieshang/meeting';
import { pulseWords as words } from '../../words/zh/pulse.ts';
import { roomWords } from '../../words/zh/room.ts';
import look from './PulseFigures.module.css';
import { shiftOf, type ClosedPulse, type PulsePair } from './pulses.ts';

/** Before and after one under the other, and by how much it has moved. */
export function PulseFigures({ pair }: { readonly pair: Pick<PulsePair, 'before' | 'after'> }) {
  const taken = [pair.before, pair.after].filter((pulse) => pulse !== undefined);
  const moved = shiftOf(pair.before?.figures.all, pair.after?.figures.all);
  return (
    <div className={look['figures']}>
      <div className={look['all']}>
        {taken.map((pulse) => (
          <One key={pulse.pulseId} pulse={pulse} />
        ))}
        {moved !== null && (
          <p className={look['shift']} data-way={moved > 0 ? 'up' : moved < 0 ? 'down' : 'level'}>
            {words.shift(moved)}
          </p>
        )}
      </div>
      <Sectors pair={pair} />
    </div>
  );
}

function One({ pulse: { turn, figures } }: { readonly pulse: ClosedPulse }) {
  const bars = barsOf(figures.all);
  return (
    <div>
      <p className={look['turn']}>
        <b>{words.turns[turn]}</b>
        <span className="muted">{figures.all.kind === 'none' ? words.takersOnly(figures.takers) : words.people(figures.takers)}</span>
      </p>
      {bars.length > 0 && (
        <ul className={look['bars']} aria-label={`${words.turns[turn]}${words.pulse}`}>
          {bars.map(({ tone, label, value }) => (
            <li key={tone}>
              <span>{label}</span>
              <div className={look['track']} aria-hidden="true">
                <div data-tone={tone} style={{ width: `${(value / figures.takers) * 100}%` }} />
              </div>
              <span className="num">{words.people(value)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface Bar {
  readonly tone: 'jade' | 'amber' | 'seal';
  readonly label: string;
  readonly value: number;
}

function barsOf(cells: Cells): readonly Bar[] {
  switch (cells.kind) {
    case 'none':
      return [];
    case 'two':
      return [
        { tone: 'jade', label: words.stances.support, value: cells.support },
        { tone: 'amber', label: words.others, value: cells.others },
      ];
    case 'three':
      return [
        { tone: 'jade', label: words.stances.support, value: cells.support },
        { tone: 'amber', label: words.stances.reserve, value: cells.reserve },
        { tone: 'seal', label: words.stances.against, value: cells.against },
      ];
  }
}

const inWords = (cells: Cells): string =>
  barsOf(cells)
    .map(({ label, value }) => `${label} ${value}`)
    .join(' · ');

/** A row a 界别 that may be told of; the move only where both are told. */
function Sectors({ pair: { before, after } }: { readonly pair: Pick<PulsePair, 'before' | 'after'> }) {
  const latest = after ?? before;
  if (!latest || latest.figures.sectors.length === 0) return null;
  const earlier = (sector: string | null): Cells | undefined =>
    after && before?.figures.sectors.find((one) => one.sector === sector)?.cells;
  return (
    <div>
      <p className={look['turn']}>
        <b>{words.bySector}</b>
      </p>
      <ul className={look['sectors']}>
        {latest.figures.sectors.map(({ sector, cells }) => {
          const moved = shiftOf(earlier(sector), cells);
          return (
            <li key={sector ?? ''}>
              <span>{sector === null ? words.otherSectors : roomWords.sector(sector)}</span>
              <span className="num">{inWords(cells)}</span>
              {moved !== null && <span className="muted">{words.shiftOf(moved)}</span>}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
