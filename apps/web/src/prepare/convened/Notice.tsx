// Knows the notice of a meeting as it is read and printed; not who has read it.
import type { MeetingSummary, Plan } from '../../http/shapes.ts';
import { Button } from '../../ui/Button.tsx';
import { clockTime, dayAndTime } from '../../words/time.ts';
import { meetingsWords } from '../../words/zh/meetings.ts';
import { agendaWords, convenedWords as words, prepareWords } from '../../words/zh/prepare.ts';
import { roleWords } from '../../words/zh/roles.ts';
import look from './convened.module.css';

const minuteMs = 60_000;

export function Notice({ meeting, plan }: { readonly meeting: MeetingSummary; readonly plan: Plan }) {
  const { title, topic, place, startsAt } = meeting;
  const named = (role: 'member' | 'departmentRep') =>
    plan.attendees
      .filter((one) => one.role === role)
      .map(({ name, unit }) => (role === 'departmentRep' && unit ? `${unit}（${name}）` : name));
  return (
    <article className={look['notice']}>
      <h2>{words.notice}</h2>
      <p className={look['title']}>{title}</p>
      <dl>
        <dt>{words.time}</dt>
        <dd className="num">{dayAndTime(startsAt)}</dd>
        <dt>{words.place}</dt>
        <dd>{place || meetingsWords.noPlace}</dd>
        <dt>{words.topic}</dt>
        <dd>{topic}</dd>
        <dt>{prepareWords.sections.agenda}</dt>
        <dd>
          <ol>
            {plan.stages.map(({ stageId, name, minutes }, index) => (
              <li key={stageId} className="num">
                {`${clockTime(startsAt + plan.stages.slice(0, index).reduce((sum, one) => sum + one.minutes, 0) * minuteMs)}　${name}　${minutes} ${agendaWords.minutes}`}
              </li>
            ))}
          </ol>
        </dd>
        <dt>{roleWords.member}</dt>
        <dd>{named('member').join('、')}</dd>
        <dt>{roleWords.departmentRep}</dt>
        <dd>{named('departmentRep').join('、')}</dd>
      </dl>
      <Button className="no-print" onClick={() => print()}>
        {words.print}
      </Button>
    </article>
  );
}
