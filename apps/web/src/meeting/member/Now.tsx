// Knows what a member sees of the meeting at this moment: the one thing going on first, all else after it.
import type { MotionId } from '@xieshang/meeting';
import { useEffect } from 'react';
import { useMeeting, useViewer } from '../../live/index.ts';
import { Card } from '../../ui/Card.tsx';
import { clockTime } from '../../words/time.ts';
import { memberWords as words } from '../../words/zh/member.ts';
import { pulseWords } from '../../words/zh/pulse.ts';
import { roomWords } from '../../words/zh/room.ts';
import { AttendanceFigures } from '../shared/AttendanceFigures.tsx';
import { Cues } from '../shared/CuesLater.tsx';
import { Interrupted, NextUp, SpeakerLines, SpeechBar, SpeechClockFace, SpeechKindTag } from '../shared/FloorCard.tsx';
import { speechNumber } from '../shared/list-order.ts';
import { PaperText } from '../shared/PaperText.tsx';
import { PulseFigures } from '../shared/PulseFigures.tsx';
import { QuestionList } from '../shared/QuestionList.tsx';
import { questionsOf } from '../shared/questions.ts';
import { Results } from '../shared/Results.tsx';
import { freshResults, sceneOf, type Scene } from '../shared/scene.ts';
import { WrittenSpeeches } from '../shared/WrittenLater.tsx';
import { Acclamation } from './Acclamation.tsx';
import { BallotOutcomes } from './BallotOutcomes.tsx';
import { AskWithTopic } from './AskFloor.tsx';
import { BeforeOpening } from './BeforeOpening.tsx';
import { CheckedIn, CheckInCard } from './CheckIn.tsx';
import { Ended } from './Ended.tsx';
import { PulseCard } from './PulseCard.tsx';
import { MyAmendments } from './AmendmentsLater.tsx';
import { HandIn } from './HandIn.tsx';
import { MyPlace } from '../shared/NextLater.tsx';
import { Recommendations } from './Recommendations.tsx';
import { SecretVoteParts } from './SecretVoteParts.tsx';
import { VoidedCards } from './VoidedCards.tsx';
import { EarlierElections, FreshElections } from '../elections/Told.tsx';
import type { ElectionBallotHeld } from '../elections/use-election-ballot.ts';
import { electionKey } from '../shared/elections.ts';
import { Voting } from './Voting.tsx';
import type { Ballot as BallotHeld } from './use-ballot.ts';
import look from './Now.module.css';
import { later } from '../../ui/later.tsx';
import { Loading } from '../../ui/states.tsx';
import { shake } from '../shared/shake.ts';

const ProxyCard = later(
  () => import('../later/ProxyCard.tsx'),
  (part) => part.ProxyCard,
);

const BackOnLine = later(
  () => import('../later/BackOnLine.tsx'),
  (part) => part.BackOnLine,
);

/** Few meetings hold an election. */
const ElectionBallot = later(
  () => import('../elections/ElectionBallot.tsx'),
  (part) => part.default,
  <Loading />,
);

export function Now({ ballot, electionBallot }: { readonly ballot: BallotHeld; readonly electionBallot: ElectionBallotHeld }) {
  const meeting = useMeeting();
  const { person } = useViewer();
  const scene = sceneOf(meeting);
  if (scene.kind === 'before') return <BeforeOpening />;
  if (meeting.phase === 'concluded') return <Ended meeting={meeting} />;
  if (meeting.phase === 'cancelled') {
    return (
      <Card>
        <h2>{roomWords.cancelled}</h2>
        <p>{meeting.reason}</p>
      </Card>
    );
  }
  if (scene.kind === 'voting') {
    const mine = scene.motions.some(({ voterRoll }) => voterRoll.includes(person));
    return (
      <>
        <CheckInCard />
        <BallotOutcomes fresh={[]} />
        <Voting motions={scene.motions} ballot={ballot} />
        <SecretVoteParts />
        {meeting.queue.floor.phase !== 'empty' && <FloorSection />}
        {!mine && <CheckedIn />}
      </>
    );
  }
  if (scene.kind === 'election') {
    return (
      <>
        <CheckInCard />
        <ElectionBallot key={electionKey(scene.election)} election={scene.election} ballot={electionBallot} />
        <SecretVoteParts />
        {meeting.queue.floor.phase !== 'empty' && <FloorSection />}
      </>
    );
  }
  if (scene.kind === 'objection') return <Acclamation motions={scene.motions} />;
  return <InSession />;
}

/** Of a vote that lists nobody, one is told only by this page that one's own choice was counted. */
function justCounted(scene: Scene): readonly MotionId[] {
  if (scene.kind === 'counting') return scene.motions.map(({ motionId }) => motionId);
  return scene.kind === 'results' ? scene.motions.filter(({ result }) => result.form === 'unnamed').map(({ motionId }) => motionId) : [];
}

function InSession() {
  const meeting = useMeeting();
  const { person } = useViewer();
  const scene = sceneOf(meeting);
  const fresh = freshResults(meeting).map(({ motionId }) => motionId);
  const objected = Object.entries(meeting.motions).filter(([, motion]) => motion.phase === 'objected');
  const voted = scene.kind === 'counting' || scene.kind === 'results';
  const elected = scene.kind === 'electionCounted' || scene.kind === 'electionTold';
  const results = <Results meeting={meeting} fresh={fresh} viewer={person} />;
  return (
    <>
      {scene.kind === 'suspended' && (
        <Card tone="next">
          <h2>{roomWords.suspended}</h2>
          {scene.reason && <p>{scene.reason}</p>}
          <p>{roomWords.suspendedSince(clockTime(scene.since))}</p>
        </Card>
      )}
      <CheckInCard />
      <BallotOutcomes fresh={justCounted(scene)} />
      <VoidedCards />
      <SecretVoteParts />
      <PulseCard />
      <PulseTold />
      <FreshElections />
      {scene.kind === 'sealed' && (
        <Card tone="next" role="status">
          <h2>{scene.motions.map(({ paper }) => roomWords.paper(paper)).join('、')}</h2>
          <p>{roomWords.awaitingKeys}</p>
        </Card>
      )}
      {scene.kind === 'counting' && (
        <Card tone="next" role="status">
          <h2>{scene.motions.map(({ result }) => roomWords.paper(result.paper)).join('、')}</h2>
          <p>{roomWords.awaitingResult}</p>
        </Card>
      )}
      {objected.map(([motionId, motion]) =>
        motion.phase === 'objected' ? (
          <Card key={motionId} tone="next">
            <h2>{roomWords.paper(motion.paper)}</h2>
            <p>{roomWords.objected}</p>
            <PaperText paper={motion.paper} locked />
          </Card>
        ) : null,
      )}
      {voted && results}
      {!voted && !elected && scene.kind !== 'suspended' && <FloorSection />}
      <MyPlace />
      {!voted && <AskWithTopic />}
      {!voted && <HandIn />}
      {!voted && results}
      {questionsOf(meeting.queue).length > 0 && (
        <Card>
          <h2>{words.questions}</h2>
          <QuestionList meeting={meeting} />
        </Card>
      )}
      <WrittenSpeeches />
      <MyAmendments />
      <EarlierElections />
      {Object.keys(meeting.recommendations).length > 0 && (
        <details className={look['fold']}>
          <summary>{`${words.recommendations}（${roomWords.motions(Object.keys(meeting.recommendations).length)}）`}</summary>
          <Recommendations />
        </details>
      )}
      <details className={look['fold']}>
        <summary>{roomWords.attendance}</summary>
        <AttendanceFigures meeting={meeting} />
      </details>
      {meeting.rules.proxies && <ProxyCard />}
      <CheckedIn />
    </>
  );
}

/** The figures of what was asked last, until the meeting goes on. */
function PulseTold() {
  const scene = sceneOf(useMeeting());
  if (scene.kind !== 'pulseTold') return null;
  const { pair } = scene;
  return (
    <Card aria-label={pulseWords.about(pair.number, pair.newest.turn)}>
      <h2 className={look['title']}>{pulseWords.about(pair.number, pair.newest.turn)}</h2>
      <PulseFigures pair={pair} />
    </Card>
  );
}

/** Who has the floor, the clock, who is next. */
function FloorSection() {
  const meeting = useMeeting();
  const { person } = useViewer();
  const { queue, rules } = meeting;
  const { floor } = queue;
  const mine = floor.phase !== 'empty' && floor.request.person === person;
  const vibration = rules.cues?.vibration;
  useEffect(() => {
    if (mine) shake(vibration, 120, 80, 120);
  }, [mine, vibration]);
  if (floor.phase === 'empty') {
    return (
      <Card aria-label={roomWords.floor}>
        <p className="muted">{roomWords.nobodySpeaks}</p>
        <NextUp meeting={meeting} viewer={person} />
      </Card>
    );
  }
  return (
    <Card aria-label={roomWords.floor} tone={mine ? 'next' : 'plain'}>
      <p className="row">
        <SpeechKindTag request={floor.request} />
        <span className="small muted">{roomWords.speechPlace(speechNumber(queue))}</span>
        {mine && <strong>{words.myTurn}</strong>}
      </p>
      {mine && floor.phase === 'speaking' && <BackOnLine floor={floor} />}
      <SpeakerLines meeting={meeting} request={floor.request} />
      <SpeechClockFace floor={floor} warningsMs={rules.warningsMs} />
      <SpeechBar floor={floor} warningsMs={rules.warningsMs} />
      <Interrupted meeting={meeting} />
      {mine && <Cues how="aloud" />}
      <div className={look['next']}>
        <NextUp meeting={meeting} viewer={person} />
      </div>
    </Card>
  );
}
