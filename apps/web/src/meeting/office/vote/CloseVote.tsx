// Knows how a vote is ended, and that it is asked back when somebody who has not voted has lost the network.
import type { PersonId } from '@xieshang/meeting';
import { useState } from 'react';
import { useMeeting, useServerNow } from '../../../live/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { countingWords } from '../../../words/zh/office-counting.ts';
import { officeVoteWords as words } from '../../../words/zh/office-vote.ts';
import { CountdownClock } from '../../shared/CountdownClock.tsx';
import type { MotionAt } from '../../shared/scene.ts';
import { Act, KeyCap, useAct, useLit } from '../act.tsx';
import { keys } from '../keys.ts';
import { useShortcut } from '../shortcuts.ts';
import { namesText } from './terms.ts';

interface CloseVoteProps {
  readonly motions: readonly MotionAt<'voting'>[];
  readonly missing: readonly PersonId[];
  /** Those of them whose device is not connected. */
  readonly away: readonly PersonId[];
}

const graceMs = 30_000;

export function CloseVote({ motions, missing, away }: CloseVoteProps) {
  const meeting = useMeeting();
  const now = useServerNow(1_000);
  const { act, busy } = useAct();
  const [asking, setAsking] = useState(false);
  const [waitsUntil, setWaitsUntil] = useState(0);
  const rounds = motions.map(({ round }) => round);
  const close = { type: 'CloseVoting', motionIds: motions.map(({ motionId }) => motionId), rounds } as const;
  const lit = useLit(close);
  useShortcut(lit && lit.reason === undefined && away.length > 0 ? keys.vote.key : undefined, () => setAsking(true));
  const waits = waitsUntil > now && away.length > 0;
  return (
    <>
      <p id="closing-will" className="small muted grow">
        {waits ? `${countingWords.waiting}　` : (lit?.reason ?? words.closeWill(missing.length))}
        {waits && <CountdownClock dueAt={waitsUntil} label={countingWords.waiting} ended="" />}
      </p>
      {away.length === 0 ? (
        <Act
          bodies={[close]}
          kind="primary"
          size="large"
          shortcut={keys.vote}
          askByKey={{ title: `${words.close}？`, will: words.closeWill(missing.length), act: words.close }}
          aria-describedby="closing-will"
        >
          {words.close}
        </Act>
      ) : (
        lit && (
          <Button
            kind={waits ? 'plain' : 'primary'}
            size="large"
            unavailable={lit.reason}
            aria-describedby="closing-will"
            onClick={() => setAsking(true)}
          >
            {words.close}
            <KeyCap of={keys.vote} />
          </Button>
        )
      )}
      <Dialog
        open={asking}
        title={countingWords.askTitle(missing.length)}
        onClose={() => setAsking(false)}
        acts={
          <>
            <Button
              kind="primary"
              onClick={() => {
                setWaitsUntil(now + graceMs);
                setAsking(false);
              }}
            >
              {countingWords.askWait}
            </Button>
            <Button
              busy={busy}
              onClick={() =>
                void act(close).then(() => {
                  setAsking(false);
                })
              }
            >
              {countingWords.askClose}
            </Button>
          </>
        }
      >
        <p>{away.length > 0 ? countingWords.askAway(namesText(meeting, away)) : words.closeWill(missing.length)}</p>
      </Dialog>
    </>
  );
}
