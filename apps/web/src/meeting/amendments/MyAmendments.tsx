// Knows a member's own amendments and what became of each; not what others wish.
import { isStale, type Amendment } from '@xieshang/meeting';
import { useState } from 'react';
import { useMeeting, useSend, useViewer } from '../../live/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { useConfirm } from '../../ui/confirm.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { refusalSentence } from '../../words/refusals.ts';
import { amendmentWords as words } from '../../words/zh/amendments.ts';
import { roomWords } from '../../words/zh/room.ts';
import { AmendmentText } from './AmendmentText.tsx';
import { RebaseDialog } from './RebaseDialog.tsx';
import look from './amendments.module.css';

/** The newest first. */
export function MyAmendments() {
  const { amendments } = useMeeting();
  const { person } = useViewer();
  const mine = Object.values(amendments)
    .filter(({ by }) => by === person)
    .toSorted((one, other) => other.at - one.at);
  return (
    <Card aria-label={words.mine}>
      <h2>{words.mineOf(mine.length)}</h2>
      <ul className={look['list']}>
        {mine.map((amendment) => (
          <Mine key={amendment.amendmentId} amendment={amendment} />
        ))}
      </ul>
    </Card>
  );
}

function Mine({ amendment }: { readonly amendment: Amendment }) {
  const meeting = useMeeting();
  const { send, may } = useSend();
  const ask = useConfirm();
  const notices = useNotices();
  const [rebasing, setRebasing] = useState(false);
  const { amendmentId, motionId, standing } = amendment;
  const clause = meeting.recommendations[motionId];
  const open = standing.phase === 'open' && may({ type: 'WithdrawAmendment', amendmentId }) === null;
  const withdraw = async () => {
    if (!(await ask({ title: words.withdrawTitle, will: words.withdrawWill, act: words.withdraw }))) return;
    const answer = await send({ type: 'WithdrawAmendment', amendmentId });
    if (!answer.ok) notices.warn(refusalSentence(answer.refusal));
  };
  return (
    <li>
      <AmendmentText meeting={meeting} amendment={amendment} lead={roomWords.motion(clause?.number ?? 0)} />
      {open && (
        <p className={look['acts']}>
          {clause && isStale(meeting, amendment) && (
            <Button size="small" onClick={() => setRebasing(true)}>
              {words.rebase}
            </Button>
          )}
          <Button size="small" kind="quiet" onClick={() => void withdraw()}>
            {words.withdraw}
          </Button>
        </p>
      )}
      {rebasing && clause && <RebaseDialog key={clause.version} clause={clause} amendment={amendment} onClose={() => setRebasing(false)} />}
    </li>
  );
}
