// Knows how the speaking time of each 界别 is drawn, with those not heard yet; not whom to call.
import { useMeeting, useServerNow } from '../../live/index.ts';
import { BarChart } from '../../ui/BarChart.tsx';
import { Card } from '../../ui/Card.tsx';
import { lengthOf } from '../../words/time.ts';
import { officeWords as words } from '../../words/zh/office.ts';
import look from './SectorTimes.module.css';
import { sectorTimes } from './sector-times.ts';
import { Heading } from './Heading.tsx';

export function SectorTimes() {
  const { roll, queue } = useMeeting();
  const { heard, silent, totalMs } = sectorTimes(roll, queue, useServerNow(5000));
  return (
    <Card className="stack">
      <div className="spread">
        <Heading>{words.sectorTimes}</Heading>
        {totalMs > 0 && <span className="small muted">{words.sectorTotal(lengthOf(totalMs))}</span>}
      </div>
      {heard.length === 0 ? (
        <p className="muted">{words.nobodySpoke}</p>
      ) : (
        <BarChart
          label={words.sectorTimes}
          bars={heard.map(({ sector, ms }) => ({ id: sector, label: sector, value: ms, text: lengthOf(ms) }))}
        />
      )}
      {silent.length > 0 && heard.length > 0 && (
        <p className={look['silent']}>
          <span className={look['mark']}>{words.sectorsSilent}</span>
          {silent.join('、')}
        </p>
      )}
    </Card>
  );
}
