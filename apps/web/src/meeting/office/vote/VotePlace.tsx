// Knows how the voting panel is put together: the list, what is being voted on, the results, what is put next.
import type { MotionId } from '@xieshang/meeting';
import { useState } from 'react';
import { useMeeting } from '../../../live/index.ts';
import { Card } from '../../../ui/Card.tsx';
import { officeVoteWords as words } from '../../../words/zh/office-vote.ts';
import { freshResults, motionsAt } from '../../shared/scene.ts';
import { MotionList } from './MotionList.tsx';
import { motionRows, nextToPut, resultOf } from './motion-rows.ts';
import { ObjectionWindow } from './ObjectionWindow.tsx';
import { PutCard } from './PutCard.tsx';
import { Results } from './Results.tsx';
import { RunningVote } from './RunningVote.tsx';
import { SecretSealed } from './secret/SecretRunning.tsx';
import look from './vote.module.css';

export function VotePlace() {
  const meeting = useMeeting();
  const rows = motionRows(meeting);
  const [picked, setPicked] = useState<readonly MotionId[] | null>(null);
  const [shown, setShown] = useState<MotionId | null>(null);
  const next = nextToPut(rows);
  // Nobody picked by hand: the next one stands ready, so that a list of votes needs few presses.
  const chosen = (picked ?? (next ? [next] : [])).filter((id) => rows.some((row) => row.motionId === id && row.open));
  const voting = motionsAt(meeting, 'voting');
  const objecting = motionsAt(meeting, 'objection');
  const sealed = motionsAt(meeting, 'sealed');
  const closed = motionsAt(meeting, 'closed').map(({ motionId }) => motionId);
  const over = meeting.phase === 'concluded' || meeting.phase === 'cancelled';
  const free = voting.length + sealed.length + objecting.length === 0 && !over;
  const recent = free || over ? freshResults(meeting).map(({ motionId }) => motionId) : [];
  const inResults = shown ? [shown] : closed.length > 0 ? closed : recent;
  // What waits to be announced comes before what is put next; what has been announced comes after it.
  const resultsFirst = shown !== null || closed.length > 0 || next === undefined;
  const results = (
    <Results
      rows={inResults.flatMap((id) => rows.filter((row) => row.motionId === id && resultOf(row.motion)))}
      onClose={shown ? () => setShown(null) : undefined}
    />
  );
  if (rows.length === 0) return <Card>{words.noRecommendations}</Card>;
  return (
    <div className={look['columns']}>
      <div className={look['list']}>
        <MotionList rows={rows} chosen={free ? chosen : []} pickable={free} onPick={setPicked} shown={shown} onShow={setShown} />
      </div>
      <div className={look['panel']}>
        {voting.length > 0 && <RunningVote motions={voting} />}
        {sealed.length > 0 && <SecretSealed motions={sealed} />}
        {objecting.length > 0 && <ObjectionWindow motions={objecting} />}
        {resultsFirst && results}
        {free && (
          <PutCard
            rows={rows.filter(({ motionId }) => chosen.includes(motionId))}
            allDone={rows.every(({ open, waits }) => !open && waits === 0)}
            waitsForAnnouncement={closed.length > 0}
            onOpened={() => {
              setPicked(null);
              setShown(null);
            }}
          />
        )}
        {!resultsFirst && results}
      </div>
    </div>
  );
}
