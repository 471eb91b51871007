// Knows how far the meeting is on its agenda, as a row of steps; not what a step does.
import { roomWords as words } from '../../words/zh/room.ts';
import type { Held } from './held.ts';
import { stagePlace, stageText } from './stage-text.ts';
import look from './StageProgress.module.css';

export function StageProgress({ meeting }: { readonly meeting: Held }) {
  const place = stagePlace(meeting);
  return (
    <div className={look['progress']}>
      <ol className={look['steps']} aria-label={words.stages}>
        {meeting.agenda.stages.map(({ stageId, name }, at) => (
          <li
            key={stageId}
            data-step={at < place ? 'done' : at === place ? 'now' : 'later'}
            aria-current={at === place ? 'step' : undefined}
          >
            <span className="visually-hidden">{name}</span>
          </li>
        ))}
      </ol>
      <p className={look['text']}>{stageText(meeting)}</p>
    </div>
  );
}
