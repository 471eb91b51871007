// Knows how the one who speaks, the clock and those who are next are shown; every size comes from the text around.
import { Fragment } from 'react';
import type { PersonId, Request } from '@xieshang/meeting';
import { useServerNow } from '../../live/index.ts';
import { Clock } from '../../ui/Clock.tsx';
import { clockText } from '../../ui/clock-text.ts';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { roomWords as words } from '../../words/zh/room.ts';
import type { Held } from './held.ts';
import { nextUp } from './list-order.ts';
import { affiliationOf, departmentOf, nameOf } from './people.ts';
import { speechClock, type TakenFloor } from './speech-clock.ts';
import { useSpeechClock } from './use-speech-clock.ts';
import look from './FloorCard.module.css';

/** Name, 界别 and topic of a speaker. */
export function SpeakerLines({ meeting, request }: { readonly meeting: Held; readonly request: Request }) {
  const { roll } = meeting;
  const to = request.addressedTo.map((person) => departmentOf(roll, person));
  return (
    <div>
      <p className={look['who']}>
        <strong className={look['name']}>{nameOf(roll, request.person)}</strong>{' '}
        <span className="muted">{affiliationOf(roll, request.person)}</span>
      </p>
      {request.topic && <p className={look['topic']}>{request.topic}</p>}
      {to.length > 0 && <p className={look['to']}>{`→ ${to.join('、')}`}</p>}
    </div>
  );
}

/** F10. What stands meanwhile, and that it goes on; nothing where nobody was interrupted. */
export function Interrupted({ meeting: { queue, roll } }: { readonly meeting: Held }) {
  const { floor } = queue;
  const beneath = floor.phase === 'empty' ? undefined : floor.beneath?.floor;
  if (!beneath) return null;
  const left = Math.max(0, beneath.limitMs - beneath.spokenMs);
  return <p className={look['beneath']}>{words.beneath(nameOf(roll, beneath.request.person), clockText(left))}</p>;
}

interface Timed {
  readonly floor: TakenFloor;
  readonly warningsMs: readonly number[];
}

/** The floor's clock, with a word beside every colour. The words stand in a line of their own. */
export function SpeechClockFace({ floor, warningsMs }: Timed) {
  const { leftMs, tone, paused } = useSpeechClock(floor, warningsMs);
  const stands = floor.phase === 'paused' && floor.lost ? words.lost : words.paused;
  const word = paused ? stands : tone === 'over' ? words.overtime : tone === 'soon' ? words.soon : '';
  return (
    <div className={look['face']}>
      <Clock ms={leftMs} label={words.speechClock} size="inherit" tone={tone} />
      {word && (
        <span className={look['word']} data-tone={paused ? 'paused' : tone}>
          {tone === 'over' && paused ? `${words.overtime} · ${word}` : word}
        </span>
      )}
    </div>
  );
}

export function SpeechBar({ floor, warningsMs, thick = true }: Timed & { readonly thick?: boolean }) {
  const { share, tone, leftMs } = speechClock(floor, useServerNow(500), warningsMs);
  const colour = { plain: 'jade', soon: 'amber', over: 'seal' } as const;
  return (
    <ProgressBar
      share={share}
      label={words.speechProgress}
      tone={colour[tone]}
      thick={thick}
      text={tone === 'over' ? `${words.overtime} ${clockText(leftMs)}` : words.remaining(clockText(leftMs))}
    />
  );
}

interface NextProps {
  readonly meeting: Held;
  /** Shown as 您. */
  readonly viewer?: PersonId | undefined;
  readonly count?: number;
}

/** 接下来: the first of the list, in order. */
export function NextUp({ meeting, viewer, count = 2 }: NextProps) {
  const next = nextUp(meeting, count);
  return (
    <p className={look['next']}>
      <span className="muted">{words.upNext}</span>
      {next.length === 0 && <span>{words.noneWaiting}</span>}
      {next.map(({ requestId, person }, place) => (
        <Fragment key={requestId}>
          {place > 0 && (
            <span className="muted" aria-hidden="true">
              →
            </span>
          )}
          {person === viewer ? (
            <strong>{words.you}</strong>
          ) : (
            <span>{[nameOf(meeting.roll, person), affiliationOf(meeting.roll, person)].filter(Boolean).join(' · ')}</span>
          )}
        </Fragment>
      ))}
    </p>
  );
}

/** The tags above a speaker: what kind of speech it is, and which of the meeting. */
export function SpeechKindTag({ request }: { readonly request: Request }) {
  return <Tag>{words.speechKinds[request.kind]}</Tag>;
}
