// Knows a member's page in the room as a whole: the head, what goes on now, the three acts; and when to call attention.
import { standingBallot, upNextOf, type PersonId } from '@xieshang/meeting';
import { useEffect, useRef, useState } from 'react';
import { useMeeting, useViewer, useWakeLock } from '../../live/index.ts';
import { Button } from '../../ui/Button.tsx';
import { memberWords as words } from '../../words/zh/member.ts';
import { roomWords } from '../../words/zh/room.ts';
import { electionKey, type ElectionAt } from '../shared/elections.ts';
import { Asides } from '../asides/AsidesLater.tsx';
import { RoomHeader } from '../shared/RoomHeader.tsx';
import { sceneOf, type Scene } from '../shared/scene.ts';
import { UpNext } from '../shared/NextLater.tsx';
import { ActBar } from './ActBar.tsx';
import { announcementOf } from '../shared/announcement.ts';
import { Materials } from './Materials.tsx';
import { Now } from './Now.tsx';
import { useElectionBallot } from '../elections/use-election-ballot.ts';
import { owedVotes } from './ballot-state.ts';
import { useBallot } from './use-ballot.ts';
import look from './MemberPage.module.css';
import { shake } from '../shared/shake.ts';

/** One while a ballot by keys waits to be handed in. */
const owesBallot = (election: ElectionAt<'open'>, me: PersonId): number =>
  election.form === 'named' && election.voterRoll.includes(me) && standingBallot(election, me).marks === null ? 1 : 0;

/** Changes with every turn of the meeting that everybody has to see at once; empty while a page may stay where it is. */
function turnOf(scene: Scene): string {
  if (scene.kind === 'floor' || scene.kind === 'quiet') return '';
  return 'motions' in scene ? `${scene.kind} ${scene.motions.map(({ motionId, round }) => `${motionId}#${round}`).join()}` : scene.kind;
}

export default function MemberPage() {
  const meeting = useMeeting();
  const { person } = useViewer();
  const ballot = useBallot();
  const electionBallot = useElectionBallot();
  const [reading, setReading] = useState(false);
  const main = useRef<HTMLElement>(null);
  const scene = sceneOf(meeting);
  const election = scene.kind === 'election' ? scene.election : null;
  const open = scene.kind === 'voting' || scene.kind === 'objection' ? scene.motions.length : election ? 1 : 0;
  const owed =
    scene.kind === 'voting'
      ? scene.motions.reduce((sum, motion) => sum + owedVotes(motion, person), 0)
      : election
        ? owesBallot(election, person)
        : open;
  const voteKey =
    scene.kind === 'voting' || scene.kind === 'objection'
      ? scene.motions.map(({ motionId, round }) => `${motionId}#${round}`).join()
      : election
        ? electionKey(election)
        : '';
  const near = upNextOf(meeting.queue, meeting.roll, person) !== null;
  const speaking = meeting.queue.floor.phase !== 'empty' && meeting.queue.floor.request.person === person;

  useWakeLock(open > 0 || speaking || near);
  const toNow = () => {
    setReading(false);
    main.current?.scrollTo({ top: 0 });
  };
  const vibration = meeting.rules.cues?.vibration;
  // A vote that opens comes up by itself, whatever was being read.
  useEffect(() => {
    if (voteKey === '') return;
    setReading(false);
    main.current?.scrollTo({ top: 0 });
    shake(vibration, 200);
  }, [voteKey, vibration]);
  const turn = turnOf(scene);
  useEffect(() => {
    if (turn !== '') main.current?.scrollTo({ top: 0 });
  }, [turn]);

  return (
    <div className={look['page']}>
      <RoomHeader meeting={meeting} />
      {meeting.phase !== 'convened' && <UpNext />}
      <main id="main" ref={main} tabIndex={-1} className={look['main']}>
        <div className={look['column']}>
          {meeting.notice.kind === 'rehearsal' && <p className={look['rehearsal']}>{roomWords.rehearsalMeaning}</p>}
          {owed === 0 && <Asides show="new" />}
          {reading ? (
            <>
              <Button onClick={toNow}>{words.back}</Button>
              <Materials />
            </>
          ) : (
            <Now ballot={ballot} electionBallot={electionBallot} />
          )}
          <Asides show={owed > 0 ? 'both' : 'read'} />
        </div>
      </main>
      <ActBar
        open={open}
        owed={owed}
        reading={reading}
        onVote={toNow}
        onRead={() => {
          setReading(!reading);
          main.current?.scrollTo({ top: 0 });
        }}
      />
      <div className="visually-hidden" role="status" aria-live={open > 0 ? 'assertive' : 'polite'}>
        {announcementOf(meeting, person)}
      </div>
    </div>
  );
}
