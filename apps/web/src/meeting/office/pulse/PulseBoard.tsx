// Knows how a pulse is asked for, watched and closed, and what the earlier ones said; never where anybody stands.
import { pulseId, type MotionId, type PulseTurn } from '@xieshang/meeting';
import { useState } from 'react';
import { newId } from '../../../http/ids.ts';
import { useMeeting, useNote } from '../../../live/index.ts';
import { Card } from '../../../ui/Card.tsx';
import { SelectField } from '../../../ui/Field.tsx';
import { ProgressBar } from '../../../ui/ProgressBar.tsx';
import { officeWords } from '../../../words/zh/office.ts';
import { pulseWords as words } from '../../../words/zh/pulse.ts';
import { roomWords } from '../../../words/zh/room.ts';
import { PulseFigures } from '../../shared/PulseFigures.tsx';
import { closedPulses, presentOf, pulseOpen, pulsePairs } from '../../shared/pulses.ts';
import type { Held } from '../../shared/held.ts';
import { Act } from '../act.tsx';
import { Heading } from '../Heading.tsx';
import look from './PulseBoard.module.css';

interface Askable {
  readonly motionId: MotionId;
  readonly number: number;
  readonly turn: PulseTurn;
}

/** What can still be asked of: the earlier of the two turns that has not been taken. */
function askables(meeting: Held): readonly Askable[] {
  const closed = closedPulses(meeting);
  return Object.values(meeting.recommendations)
    .filter(({ motionId }) => meeting.motions[motionId] === undefined)
    .toSorted((one, other) => one.number - other.number)
    .flatMap(({ motionId, number }): Askable[] => {
      const taken = closed.filter((one) => one.motionId === motionId).map(({ turn }) => turn);
      const turn = (['before', 'after'] as const).find((one) => !taken.includes(one));
      return turn ? [{ motionId, number, turn }] : [];
    });
}

export function PulseBoard() {
  const meeting = useMeeting();
  const pairs = pulsePairs(meeting);
  const open = pulseOpen(meeting);
  const inSession = meeting.phase === 'inSession';
  if (!inSession && meeting.phase !== 'suspended' && pairs.length === 0) return null;
  return (
    <Card className="stack" aria-label={words.card}>
      <Heading>{words.card}</Heading>
      {pairs.toReversed().map((pair) => (
        <details key={pair.motionId} open={pair.newest.pulseId === closedPulses(meeting).at(-1)?.pulseId}>
          <summary>{roomWords.motion(pair.number)}</summary>
          <PulseFigures pair={pair} />
        </details>
      ))}
      {pairs.length > 0 && <p className="small muted">{words.guarded}</p>}
      {meeting.phase === 'suspended' && <p className="muted">{officeWords.pulseInBreak}</p>}
      {inSession && (open ? <p className="muted">{words.about(open.number, open.turn)}…</p> : <Asking />)}
    </Card>
  );
}

/** The one that is open, where the next step stands. */
export function RunningPulse() {
  const meeting = useMeeting();
  const { turnout } = useNote();
  const pulse = pulseOpen(meeting);
  if (!pulse) return null;
  const [taken, of] = [turnout[pulse.pulseId] ?? 0, presentOf(meeting)];
  return (
    <Card tone="next" className={look['running'] ?? ''} aria-label={words.pulse}>
      <p>
        <b>{words.about(pulse.number, pulse.turn)}</b> <span className="num">{words.takers(taken, of)}</span>
      </p>
      <ProgressBar share={of === 0 ? 0 : taken / of} label={words.pulse} text={words.takers(taken, of)} />
      <Act bodies={[{ type: 'ClosePulse', pulseId: pulse.pulseId }]} kind="primary" size="large" wide>
        {words.close}
      </Act>
    </Card>
  );
}

function Asking() {
  const meeting = useMeeting();
  const all = askables(meeting);
  const [picked, setPicked] = useState<string | null>(null);
  const [id, setId] = useState(newId);
  const one = all.find(({ motionId }) => motionId === picked) ?? all[0];
  if (!one) return <p className="muted">{Object.keys(meeting.recommendations).length === 0 ? words.nothing : words.all}</p>;
  return (
    <div className={look['asking']}>
      {pulsePairs(meeting).length === 0 && <p className="small muted">{words.none}</p>}
      <SelectField label={words.which} value={one.motionId} onText={setPicked}>
        {all.map(({ motionId, number, turn }) => (
          <option key={motionId} value={motionId}>
            {`${roomWords.motion(number)}（${words.turns[turn]}）`}
          </option>
        ))}
      </SelectField>
      <Act
        bodies={[{ type: 'OpenPulse', pulseId: pulseId(id), motionId: one.motionId, turn: one.turn }]}
        onDone={() => setId(newId())}
        wide
      >
        {words.open(one.turn)}
      </Act>
    </div>
  );
}
