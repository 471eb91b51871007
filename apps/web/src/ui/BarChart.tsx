// Knows rows of bars with their figures in words; not what is compared.
import type { ReactNode } from 'react';
import look from './BarChart.module.css';

export interface Bar {
  readonly id: string;
  readonly label: ReactNode;
  readonly value: number;
  /** The figure as it is read, with its unit. */
  readonly text: string;
  readonly tone?: 'sand' | 'seal' | 'jade' | 'amber' | 'blue' | 'grey';
}

/** A list: each row says its figure, so that the drawing is only an addition. `most` is the length of a full bar. */
export function BarChart({ bars, most, label }: { readonly bars: readonly Bar[]; readonly most?: number; readonly label: string }) {
  const full = Math.max(1, most ?? Math.max(0, ...bars.map(({ value }) => value)));
  return (
    <ul className={look['chart']} aria-label={label}>
      {bars.map(({ id, label: name, value, text, tone = 'sand' }) => (
        <li key={id} className={look['row']}>
          <span>{name}</span>
          <div className={look['trough']} aria-hidden="true">
            <div
              className={tone === 'sand' ? look['bar'] : `${look['bar']} ${look[tone]}`}
              style={{ width: `${Math.min(100, (value / full) * 100)}%` }}
            />
          </div>
          <span className={look['value']}>{text}</span>
        </li>
      ))}
    </ul>
  );
}
