// Knows the floor as the moderator holds it: who speaks, the clock, and what is done about both; not who is next.
import type { Instant, PersonId, Request } from '@xieshang/meeting';
import { useState } from 'react';
import { useMeeting } from '../../live/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { clockText } from '../../ui/clock-text.ts';
import { Tag } from '../../ui/Tag.tsx';
import { officeWords as words } from '../../words/zh/office.ts';
import { roomWords } from '../../words/zh/room.ts';
import { Cues } from '../shared/Cues.tsx';
import { Interrupted, SpeakerLines, SpeechBar, SpeechClockFace } from '../shared/FloorCard.tsx';
import type { Held } from '../shared/held.ts';
import type { TakenFloor } from '../shared/speech-clock.ts';
import { Act, KeyCap, useLit } from './act.tsx';
import { AsideDialog } from './aside/AsideDialog.tsx';
import { AsidePress } from './aside/AsideButton.tsx';
import { AddressDialog } from './AddressDialog.tsx';
import look from './FloorPanel.module.css';
import { isLost, LostLine, LostSpeaker, ShakyLine, useDecides } from './LostSpeaker.tsx';
import { keys } from './keys.ts';
import { nextStep } from './next-step.ts';
import { PutBack } from './PutBack.tsx';
import { useShortcut } from './shortcuts.ts';

const minute = 60_000;

/** Which speech of its kind at this stage it is, from 1. */
const turnOf = ({ queue, agenda }: Held, { kind }: Request): number => {
  const stageId = agenda.course.at(-1)?.stageId;
  return queue.speeches.filter((speech) => speech.kind === kind && speech.stageId === stageId).length + 1;
};

export function FloorPanel() {
  const meeting = useMeeting();
  const { floor } = meeting.queue;
  const taken = floor.phase === 'empty' ? null : floor;
  return (
    <Card className={taken ? look['panel'] : `${look['panel']} ${look['empty']}`} aria-label={roomWords.floor}>
      {taken ? <Speaking floor={taken} /> : <Nobody />}
      <AboutSpeaker request={taken?.request ?? null} />
      {taken && <Course floor={taken} />}
    </Card>
  );
}

function Nobody() {
  const { queue, phase } = useMeeting();
  const hint = phase === 'suspended' ? words.floorEmptyBreak : queue.waiting.length > 0 ? words.floorEmptyNext : words.floorNone;
  return (
    <>
      <h2>{words.floorEmpty}</h2>
      <p className="muted">{hint}</p>
    </>
  );
}

function Speaking({ floor }: { readonly floor: TakenFloor }) {
  const meeting = useMeeting();
  const { request, limitMs } = floor;
  return (
    <div className={look['head']}>
      <div className={look['speaker']}>
        <div className="row">
          <Tag>{words.speakerOf(roomWords.speechKinds[request.kind], turnOf(meeting, request))}</Tag>
          <span className="small muted num">{words.limit(clockText(limitMs))}</span>
        </div>
        <SpeakerLines meeting={meeting} request={request} />
        <Interrupted meeting={meeting} />
      </div>
      <div className={look['clock']}>
        <SpeechClockFace floor={floor} warningsMs={meeting.rules.warningsMs} />
      </div>
    </div>
  );
}

/** What is done about the speaker, apart from the clock. Stays in its place when the floor changes, and with it the dialog somebody writes in. */
function AboutSpeaker({ request }: { readonly request: Request | null }) {
  const [aside, setAside] = useState<PersonId | null>(null);
  const [addressed, setAddressed] = useState<Request | null>(null);
  return (
    <>
      {request && (
        <div className={look['aside']}>
          <Addressing request={request} onOpen={() => setAddressed(request)} />
          <AsidePress person={request.person} size="small" onOpen={() => setAside(request.person)} />
          <PutBack requestId={request.requestId} person={request.person} />
        </div>
      )}
      {addressed && (
        <AddressDialog requestId={addressed.requestId} addressedTo={addressed.addressedTo} onClose={() => setAddressed(null)} />
      )}
      {aside && <AsideDialog person={aside} onClose={() => setAside(null)} />}
    </>
  );
}

/** The clock's course, and what is done about it. */
function Course({ floor }: { readonly floor: TakenFloor }) {
  const meeting = useMeeting();
  const decides = useDecides();
  const [waits, setWaits] = useState<Instant | null>(null);
  const lost = isLost(floor) ? floor : null;
  const asks = lost !== null && decides && waits !== lost.pausedAt;
  return (
    <>
      <SpeechBar floor={floor} warningsMs={meeting.rules.warningsMs} />
      <Cues how="quiet" />
      {lost && asks && <LostSpeaker floor={lost} onWait={() => setWaits(lost.pausedAt)} />}
      {lost && !asks && <LostLine floor={lost} />}
      <ShakyLine />
      <div className={look['acts']}>
        {asks ? null : floor.phase === 'speaking' ? (
          <Act bodies={[{ type: 'PauseSpeech' }]} shortcut={keys.pause}>
            {words.pause}
          </Act>
        ) : (
          <Act bodies={[{ type: 'ResumeSpeech' }]} kind="primary" shortcut={keys.pause}>
            {words.goOn}
          </Act>
        )}
        <span className={look['pair']}>
          <Act bodies={[{ type: 'ExtendSpeech', ms: minute }]} repeats shortcut={keys.extend}>
            {words.extend}
          </Act>
          <Act bodies={[{ type: 'ExtendSpeech', ms: -minute }]} repeats shortcut={keys.shorten}>
            {words.shorten}
          </Act>
        </span>
        <Act
          bodies={[{ type: 'EndSpeech', requestId: floor.request.requestId }]}
          className={look['end'] ?? ''}
          shortcut={keys.end}
          {...(nextStep(meeting).step === 'endSpeech' && { kind: 'primary', size: 'large' })}
        >
          {words.end}
        </Act>
      </div>
    </>
  );
}

function Addressing({ request, onOpen }: { readonly request: Request; readonly onOpen: () => void }) {
  const lit = useLit({ type: 'AddressSpeech', requestId: request.requestId, departments: request.addressedTo });
  useShortcut(lit && lit.reason === undefined ? keys.address.key : undefined, onOpen);
  if (!lit) return null;
  return (
    <Button size="small" kind="quiet" unavailable={lit.reason} onClick={onOpen}>
      {words.address}
      <KeyCap of={keys.address} />
    </Button>
  );
}
