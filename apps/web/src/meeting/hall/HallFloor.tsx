// Knows how a speech looks from the last row: the name, the topic, the clock, the next two.
import { Clock } from '../../ui/Clock.tsx';
import { hallWords } from '../../words/zh/hall.ts';
import { roomWords } from '../../words/zh/room.ts';
import { Interrupted, SpeechBar } from '../shared/FloorCard.tsx';
import type { Held } from '../shared/held.ts';
import { affiliationOf, departmentOf, nameOf } from '../shared/people.ts';
import type { TakenFloor } from '../shared/speech-clock.ts';
import { useSpeechClock } from '../shared/use-speech-clock.ts';
import { HallNext } from './HallNext.tsx';
import look from './Hall.module.css';

/** Names longer than this are set smaller, so that they stay on two lines. */
const longName = 5;

export function HallFloor({ meeting }: { readonly meeting: Held }) {
  const { queue, roll, rules } = meeting;
  const { floor } = queue;
  if (floor.phase === 'empty') return null;
  const { person, topic, addressedTo } = floor.request;
  const name = nameOf(roll, person);
  const to = addressedTo.map((one) => departmentOf(roll, one));
  return (
    <section className={look['floor']} aria-label={roomWords.floor}>
      <div className={look['speaker']}>
        <p className={look['quiet']}>
          {[affiliationOf(roll, person), roomWords.speechKinds[floor.request.kind]].filter(Boolean).join(' · ')}
        </p>
        <p className={look['name']} data-long={name.length > longName || undefined}>
          {name}
        </p>
        {topic && <p className={look['topic']}>{topic}</p>}
        <div className={look['interrupted']}>
          <Interrupted meeting={meeting} />
        </div>
        {to.length > 0 && <p className={look['quiet']}>{`→ ${to.join('、')}`}</p>}
      </div>
      <HallClock floor={floor} warningsMs={rules.warningsMs} />
      <div className={look['bar']}>
        <SpeechBar floor={floor} warningsMs={rules.warningsMs} />
      </div>
      <HallNext meeting={meeting} />
    </section>
  );
}

function HallClock({ floor, warningsMs }: { readonly floor: TakenFloor; readonly warningsMs: readonly number[] }) {
  const { leftMs, tone, paused } = useSpeechClock(floor, warningsMs);
  const state = { over: roomWords.overtime, soon: roomWords.soon, plain: '' }[tone];
  const stands = floor.phase === 'paused' && floor.lost ? hallWords.awaitingSpeaker : roomWords.paused;
  const word = paused ? [tone === 'over' ? state : '', stands].filter(Boolean).join(' · ') : state;
  return (
    <div className={look['clock']} data-tone={tone} data-paused={paused || undefined}>
      <Clock ms={leftMs} label={roomWords.speechClock} size="inherit" tone={tone} />
      <p className={look['word']}>{word}</p>
    </div>
  );
}
