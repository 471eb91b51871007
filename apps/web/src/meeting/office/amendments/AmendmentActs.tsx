// Knows what the office may do with one amendment: put it, carry it over, decline it; merging takes several and is its clause's.
import { isStale, isUnderVote, type Amendment, type Recommendation } from '@xieshang/meeting';
import { useState } from 'react';
import { useMeeting } from '../../../live/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { amendmentWords as words } from '../../../words/zh/amendments.ts';
import { nameOf } from '../../shared/people.ts';
import { Act, useLit } from '../act.tsx';
import { ReasonAct } from '../ReasonAct.tsx';
import { RebaseDialog } from '../../amendments/RebaseDialog.tsx';
import look from './amendments.module.css';

export function AmendmentActs({ clause, amendment }: { readonly clause: Recommendation; readonly amendment: Amendment }) {
  const meeting = useMeeting();
  const { amendmentId, by, text } = amendment;
  const [rebasing, setRebasing] = useState(false);
  const stale = isStale(meeting, amendment);
  const rebase = useLit({ type: 'RebaseAmendment', amendmentId, version: clause.version, text: `${text}。` });
  if (isUnderVote(meeting.motions, amendmentId)) return null;
  const name = nameOf(meeting.roll, by);
  return (
    <div className={look['acts']}>
      {stale && rebase && (
        <Button size="small" unavailable={rebase.reason} onClick={() => setRebasing(true)}>
          {words.rebase}
        </Button>
      )}
      <Act
        bodies={[{ type: 'OpenVoting', motionIds: [amendmentId] }]}
        size="small"
        ask={{ title: words.putTitle(clause.number), will: words.putWill, act: words.put }}
      >
        {words.put}
      </Act>
      <ReasonAct
        bodies={(reason) => [{ type: 'DeclineAmendment', amendmentId, reason }]}
        title={words.declineTitle(name)}
        will={words.declineWill}
        act={words.decline}
        usual={words.usualDeclines}
        size="small"
        kind="quiet"
      >
        {words.decline}
      </ReasonAct>
      {rebasing && <RebaseDialog key={clause.version} clause={clause} amendment={amendment} onClose={() => setRebasing(false)} />}
    </div>
  );
}
