// Knows a member's own amendments and what became of each; not what others wish.
import { useMeeting, useSend, useViewer } from '../../live/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { useConfirm } from '../../ui/confirm.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { refusalSentence } from '../../words/refusals.ts';
import { amendmentWords as words } from '../../words/zh/amendments.ts';
import { roomWords } from '../../words/zh/room.ts';
import { AmendmentText } from './AmendmentText.tsx';
import look from './amendments.module.css';

/** Nothing for who has proposed none. The newest first. */
export function MyAmendments() {
  const meeting = useMeeting();
  const { person } = useViewer();
  const { send, may } = useSend();
  const ask = useConfirm();
  const notices = useNotices();
  const mine = Object.values(meeting.amendments)
    .filter(({ by }) => by === person)
    .toSorted((one, other) => other.at - one.at);
  if (mine.length === 0) return null;
  const withdraw = async (amendmentId: (typeof mine)[number]['amendmentId']) => {
    if (!(await ask({ title: words.withdrawTitle, will: words.withdrawWill, act: words.withdraw }))) return;
    const answer = await send({ type: 'WithdrawAmendment', amendmentId });
    if (!answer.ok) notices.warn(refusalSentence(answer.refusal));
  };
  return (
    <Card aria-label={words.mine}>
      <h2>{words.mineOf(mine.length)}</h2>
      <ul className={look['list']}>
        {mine.map((amendment) => {
          const { amendmentId, motionId } = amendment;
          const number = meeting.recommendations[motionId]?.number ?? 0;
          return (
            <li key={amendmentId}>
              <AmendmentText meeting={meeting} amendment={amendment} lead={roomWords.motion(number)} />
              {may({ type: 'WithdrawAmendment', amendmentId }) === null && amendment.standing.phase === 'open' && (
                <p className={look['acts']}>
                  <Button size="small" kind="quiet" onClick={() => void withdraw(amendmentId)}>
                    {words.withdraw}
                  </Button>
                </p>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
