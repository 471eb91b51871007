// Knows what stands under a clause on a member's page: the way to amend it, and what others wish; the sheet itself comes when it is asked for.
import { amendmentsOf, motionId as idOf, type Recommendation } from '@xieshang/meeting';
import { useState } from 'react';
import { newId, useMeeting, useSend, useViewer } from '../../live/index.ts';
import { later } from '../../ui/later.tsx';
import { Button } from '../../ui/Button.tsx';
import { refusalSentence } from '../../words/refusals.ts';
import { amendmentWords as words } from '../../words/zh/amendments.ts';
import { AmendmentText } from './AmendmentText.tsx';
import look from './amendments.module.css';

const ProposeAmendment = later(
  () => import('./ProposeAmendment.tsx'),
  (part) => part.ProposeAmendment,
);

export function ClauseAmendments({ clause }: { readonly clause: Recommendation }) {
  const meeting = useMeeting();
  const { person } = useViewer();
  const { may } = useSend();
  const [probe] = useState(() => idOf(newId()));
  const [writing, setWriting] = useState(false);
  const { motionId, number, version, text } = clause;
  const refusal = may({ type: 'ProposeAmendment', amendmentId: probe, motionId, version, text: `${text}。` });
  const never = refusal?.type === 'NotPermitted' || refusal?.type === 'TextIsFrozen' || refusal?.type === 'MeetingIsOver';
  const others = amendmentsOf(meeting, motionId).filter(({ by }) => by !== person);
  return (
    <>
      {!never && (
        <p className={look['acts']}>
          <Button
            aria-label={`${words.propose} ${number}`}
            unavailable={refusal ? refusalSentence(refusal) : undefined}
            onClick={() => setWriting(true)}
          >
            {words.propose}
          </Button>
        </p>
      )}
      {others.length > 0 && (
        <details className={look['fold']}>
          <summary>{words.all(others.length)}</summary>
          <ul className={look['list']}>
            {others.map((amendment) => (
              <li key={amendment.amendmentId}>
                <AmendmentText meeting={meeting} amendment={amendment} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {writing && <ProposeAmendment clause={clause} onClose={() => setWriting(false)} />}
    </>
  );
}
