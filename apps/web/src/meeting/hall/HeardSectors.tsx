// Knows how the hall shows, while nobody speaks, how long each 界别 has been heard; not who is next.
import { useServerNow } from '../../live/index.ts';
import { BarChart } from '../../ui/BarChart.tsx';
import { lengthOf } from '../../words/time.ts';
import { hallWords as words } from '../../words/zh/hall.ts';
import type { Held } from '../shared/held.ts';
import { speakingRows } from '../shared/speaking-rows.ts';
import look from './Hall.module.css';

/** So many 界别 can be read from the last row. */
const sectorsShown = 6;

/** Who has been heard so far; nothing before anybody has. */
export function HeardSectors({ meeting: { roll, queue } }: { readonly meeting: Held }) {
  const { sectors } = speakingRows(roll, queue, useServerNow(10_000));
  if (sectors.length < 2) return null;
  return (
    <div className={look['heard']}>
      <p className={look['quiet']}>{words.heardSectors}</p>
      <BarChart
        label={words.heardSectors}
        bars={sectors.slice(0, sectorsShown).map(({ id, name, ms }) => ({ id, label: name, value: ms, text: lengthOf(ms) }))}
      />
    </div>
  );
}
