// Knows the list of what is put to the department, the first owed answer ready to be given; nothing when never asked.
import { useMeeting, useViewer } from '../../live/index.ts';
import { Card } from '../../ui/Card.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { departmentWords as words } from '../../words/zh/department.ts';
import { askedOf, isOwed } from './asked.ts';
import { AskedCard } from './AskedCard.tsx';
import look from './AskedList.module.css';

export function AskedList() {
  const { queue, phase } = useMeeting();
  const { person } = useViewer();
  const over = phase === 'concluded';
  // Whoever had not spoken by the end asked nothing.
  const asked = askedOf(queue, person).filter(({ state }) => !over || state !== 'waiting');
  const owed = asked.filter(isOwed);
  return (
    <section id="asked" className={look['asked']} aria-label={words.asked}>
      <div className="spread">
        <h2>{words.asked}</h2>
        {owed.length > 0 && !over && <Tag tone="amber">{words.owedCount(owed.length)}</Tag>}
      </div>
      {asked.length === 0 && (
        <Card tone="flat">
          <p>{words.askedNone}</p>
          {!over && <p className="small muted">{words.askedNoneHint}</p>}
        </Card>
      )}
      <ul className={look['list']}>
        {asked.map((one) => (
          <AskedCard key={one.requestId} asked={one} unfolded={one.requestId === owed[0]?.requestId} />
        ))}
      </ul>
    </section>
  );
}
