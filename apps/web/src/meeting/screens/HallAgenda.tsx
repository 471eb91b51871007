// Knows how the agenda looks in the hall: its stages, and which of them goes on.
import { screenWords as words } from '../../words/zh/screens.ts';
import hall from '../hall/Hall.module.css';
import type { Held } from '../shared/held.ts';
import { stagePlace } from '../shared/stage-text.ts';
import look from './Screens.module.css';

export function HallAgenda({ meeting }: { readonly meeting: Held }) {
  const place = stagePlace(meeting);
  const { stages } = meeting.agenda;
  return (
    <section className={hall['vote']} aria-label={words.kinds.agenda}>
      <div className={hall['voteHead']}>
        <h2>{words.kinds.agenda}</h2>
        <p className={hall['quiet']}>{meeting.notice.topic}</p>
      </div>
      <ol className={look['agenda']} data-many={stages.length > 9 || undefined}>
        {stages.map(({ stageId, name, minutes }, at) => (
          <li
            key={stageId}
            data-step={at < place ? 'done' : at === place ? 'now' : 'later'}
            aria-current={at === place ? 'step' : undefined}
          >
            <span className={`num ${look['place']}`}>{at + 1}</span>
            <b>{name}</b>
            <span className={look['beside']}>{at === place ? words.atStage : minutes > 0 ? words.minutes(minutes) : ''}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
