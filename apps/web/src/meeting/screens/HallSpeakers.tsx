// Knows how the list of speakers looks in the hall: who speaks and who waits, in order; decides no order.
import { roomWords } from '../../words/zh/room.ts';
import { screenWords as words } from '../../words/zh/screens.ts';
import { PresentOf } from '../hall/PresentOf.tsx';
import hall from '../hall/Hall.module.css';
import type { Held } from '../shared/held.ts';
import { turnsOf } from '../shared/list-order.ts';
import { affiliationOf, nameOf } from '../shared/people.ts';
import { stageNow } from '../shared/stage-now.ts';
import look from './Screens.module.css';

/** More than these could not be read from the last row. */
const mostShown = 10;

export function HallSpeakers({ meeting }: { readonly meeting: Held }) {
  const { queue, roll } = meeting;
  // Said only of whoever is to speak otherwise than the stage is for.
  const usual = stageNow(meeting)?.speechKind;
  const speaking = queue.floor.phase === 'empty' ? null : queue.floor.request;
  const turns = turnsOf(meeting);
  const shown = turns.slice(0, mostShown);
  return (
    <section className={hall['vote']} aria-label={words.kinds.speakers}>
      <div className={hall['voteHead']}>
        <h2>{words.kinds.speakers}</h2>
        {turns.length > mostShown && <p className={hall['quiet']}>{words.firstOf(mostShown)}</p>}
      </div>
      {speaking && (
        <p className={look['speaking']}>
          <span className={look['now']}>{words.speaking}</span>
          <b>{nameOf(roll, speaking.person)}</b>
          <span className={hall['quiet']}>
            {[affiliationOf(roll, speaking.person), roomWords.speechKinds[speaking.kind]].filter(Boolean).join(' · ')}
          </span>
        </p>
      )}
      {shown.length === 0 ? (
        <p className={look['nobody']}>{words.nobodyWaits}</p>
      ) : (
        <ol className={look['list']} data-few={shown.length <= mostShown / 2 || undefined}>
          {shown.map(({ request: { requestId, person, kind } }, at) => (
            <li key={requestId}>
              <span className={`num ${look['place']}`}>{at + 1}</span>
              <b>{nameOf(roll, person)}</b>
              <span className={look['beside']}>
                {[affiliationOf(roll, person), kind === usual ? '' : roomWords.speechKinds[kind]].filter(Boolean).join(' · ')}
              </span>
            </li>
          ))}
        </ol>
      )}
      <div className={`${hall['verdict']} ${hall['quiet']}`}>
        <span className={look['count']}>{words.waits(turns.length)}</span>
        <PresentOf />
      </div>
    </section>
  );
}
