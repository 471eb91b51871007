// Knows the floor as a department follows it: who speaks, the clock, who is next.
import type { PersonId } from '@xieshang/meeting';
import { useMeeting } from '../../live/index.ts';
import { Card } from '../../ui/Card.tsx';
import { later } from '../../ui/later.tsx';
import { departmentWords as words } from '../../words/zh/department.ts';
import { roomWords } from '../../words/zh/room.ts';
import { NextUp, SpeakerLines, SpeechBar, SpeechClockFace, SpeechKindTag } from '../shared/FloorCard.tsx';

const BackOnLine = later(
  () => import('../later/BackOnLine.tsx'),
  (part) => part.BackOnLine,
);

export function DepartmentFloor({ viewer }: { readonly viewer: PersonId }) {
  const meeting = useMeeting();
  const { queue, rules } = meeting;
  const { floor } = queue;
  if (floor.phase === 'empty') {
    return (
      <Card aria-label={roomWords.floor}>
        <p className="muted">{roomWords.nobodySpeaks}</p>
        <NextUp meeting={meeting} viewer={viewer} />
      </Card>
    );
  }
  const mine = floor.request.person === viewer;
  return (
    <Card aria-label={roomWords.floor} tone={mine ? 'next' : 'plain'} className="stack">
      <p className="row">
        <SpeechKindTag request={floor.request} />
        {mine && <strong>{words.myTurn}</strong>}
      </p>
      {mine && floor.phase === 'speaking' && <BackOnLine floor={floor} />}
      <SpeakerLines meeting={meeting} request={floor.request} />
      <SpeechClockFace floor={floor} warningsMs={rules.warningsMs} />
      <SpeechBar floor={floor} warningsMs={rules.warningsMs} />
      <NextUp meeting={meeting} viewer={viewer} />
    </Card>
  );
}
