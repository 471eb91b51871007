// Knows what the hall needs at each phase: the opening, the floor with its list, the pause, the end.
import { isRehearsal } from '@xieshang/meeting';
import { EvidenceButton } from '../../evidence/EvidenceButton.tsx';
import { RehearsalDoor } from '../../rehearsal/RehearsalDoor.tsx';
import { useMeeting } from '../../live/index.ts';
import { buttonLook } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { clockTime } from '../../words/time.ts';
import { jottingWords } from '../../words/zh/jottings.ts';
import { officeWords as words } from '../../words/zh/office.ts';
import { roomWords } from '../../words/zh/room.ts';
import { ways } from '../room-at.ts';
import { Act } from './act.tsx';
import { Beside } from './Beside.tsx';
import { ElsewhereCard } from './ElsewhereCard.tsx';
import { FloorPanel } from './FloorPanel.tsx';
import look from './HallPlace.module.css';
import { NextSpeaker } from './NextSpeaker.tsx';
import { OpeningCard } from './OpeningCard.tsx';
import { Heading } from './Heading.tsx';
import { Jottings } from './jottings/Jottings.tsx';
import { keys } from './keys.ts';
import { nextStep } from './next-step.ts';
import { PulseBoard, RunningPulse } from './pulse/PulseBoard.tsx';
import { QuestionsCard } from './QuestionsCard.tsx';
import { QueueCard } from './queue/QueueCard.tsx';
import { LeaveRequests } from './roll/LeaveRequests.tsx';
import { RollWall } from './roll/RollWall.tsx';
import { SpeakingTimes } from './SpeakingTimes.tsx';

export function HallPlace() {
  const meeting = useMeeting();
  switch (meeting.phase) {
    case 'convened':
      return (
        <div className={look['columns']}>
          <div className={look['middle']}>
            <OpeningCard />
            <RollWall />
          </div>
          <div className={look['right']}>
            {!isRehearsal(meeting.notice) && (
              <Card>
                <RehearsalDoor meeting={meeting.notice.meeting} />
              </Card>
            )}
            <LeaveRequests />
            <JottingsCard />
          </div>
        </div>
      );
    case 'inSession':
    case 'suspended':
      return (
        <div className={look['columns']}>
          <div className={look['middle']}>
            {meeting.phase === 'suspended' && <Suspended since={meeting.since} reason={meeting.reason} />}
            <FloorPanel />
            {meeting.phase === 'inSession' && <Next />}
            <Beside />
          </div>
          <div className={look['right']}>
            <QueueCard />
            <QuestionsCard />
          </div>
        </div>
      );
    case 'concluded':
      return (
        <div className={look['columns']}>
          <div className={look['middle']}>
            <AfterMeeting />
            <Card className="stack">
              <h2>{words.concluded}</h2>
              <p className="num">{words.concludedAt(clockTime(meeting.openedAt), clockTime(meeting.concludedAt))}</p>
              <p className="muted">{words.concludedNext}</p>
              <EvidenceButton meeting={meeting.notice.meeting} />
            </Card>
            <PulseBoard />
            <SpeakingTimes />
          </div>
          <div className={look['right']}>
            <QuestionsCard />
            <JottingsCard />
          </div>
        </div>
      );
    case 'cancelled':
      return (
        <Card>
          <h2>{words.cancelled}</h2>
          <p>{words.cancelledBecause(meeting.reason)}</p>
        </Card>
      );
  }
}

/** What comes next, where it is done here; the way to it, where it is not. */
function Next() {
  const meeting = useMeeting();
  const next = nextStep(meeting);
  if (next.step === 'vote' || next.step === 'election') return <ElsewhereCard next={next} />;
  return (
    <>
      {next.step === 'pulse' && <RunningPulse />}
      <NextSpeaker />
    </>
  );
}

function JottingsCard() {
  return (
    <Card className="stack" aria-label={jottingWords.name}>
      <Heading>{jottingWords.name}</Heading>
      <Jottings />
    </Card>
  );
}

/** The next step after 散会: the minutes. */
function AfterMeeting() {
  const { notice, minutes } = useMeeting();
  const issued = minutes.phase === 'issued';
  return (
    <Card tone="next" className={look['after'] ?? ''}>
      <h2>{words.afterMeeting}</h2>
      <p>{words.afterMeetingHint[minutes.phase]}</p>
      <a href={ways.minutes(notice.meeting)} className={buttonLook({ kind: issued ? 'plain' : 'primary', size: 'large' })}>
        {issued ? roomWords.readMinutes : words.openMinutes}
      </a>
    </Card>
  );
}

function Suspended({ since, reason }: { readonly since: number; readonly reason: string | null }) {
  return (
    <Card tone="next" className={look['suspended'] ?? ''}>
      <div className="grow">
        <h2>{words.suspended}</h2>
        {reason && <p>{reason}</p>}
        <p className="muted">{words.suspendedSince(clockTime(since))}</p>
      </div>
      <Act
        bodies={[{ type: 'ResumeMeeting' }]}
        kind="primary"
        size="large"
        shortcut={keys.open}
        askByKey={{ title: `${words.resume}？`, will: words.suspendedSince(clockTime(since)), act: words.resume }}
      >
        {words.resume}
      </Act>
    </Card>
  );
}
