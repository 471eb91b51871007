// Knows how a member asks for leave: the reason goes to an erasable place, the meeting gets its digest.
import { isPresent } from '@xieshang/meeting';
import { useState } from 'react';
import { newId, useMeeting, useSend, useViewer } from '../../live/index.ts';
import { ActForm } from '../../ui/ActForm.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextArea } from '../../ui/Field.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { refusalSentence } from '../../words/refusals.ts';
import { memberWords as words } from '../../words/zh/member.ts';
import { usePrivateWords } from '../shared/use-private-words.ts';

const longestReason = 500;
/** Only asked with: whether leave may be requested does not depend on the reason. */
const anyDigest = '0'.repeat(64);

export function Leave() {
  const { roll } = useMeeting();
  const { person } = useViewer();
  const { send, may, sending } = useSend();
  const { warn } = useNotices();
  const [asking, setAsking] = useState(false);
  const leave = roll.leaves[person];
  const withdraw = () =>
    void send({ type: 'WithdrawLeave' }).then((answer) => {
      if (!answer.ok) warn(refusalSentence(answer.refusal));
    });
  // Whoever is here has no leave to ask for, though the meeting would take it.
  const mayAsk = !isPresent(roll, person) && may({ type: 'RequestLeave', reasonDigest: anyDigest }) === null;
  return (
    <div className="row">
      {leave?.phase === 'requested' && <Tag tone="amber">{words.leaveRequested}</Tag>}
      {leave?.phase === 'approved' && <Tag tone="jade">{words.leaveApproved}</Tag>}
      {leave?.phase === 'declined' && <span className="small">{words.leaveDeclined}</span>}
      {leave && leave.phase !== 'declined' && may({ type: 'WithdrawLeave' }) === null && (
        <Button busy={sending.has('WithdrawLeave')} onClick={withdraw}>
          {words.leaveWithdraw}
        </Button>
      )}
      {(!leave || leave.phase === 'declined') && mayAsk && (
        <Button busy={sending.has('RequestLeave')} onClick={() => setAsking(true)}>
          {words.leave}
        </Button>
      )}
      {asking && <LeaveDialog onClose={() => setAsking(false)} />}
    </div>
  );
}

function LeaveDialog({ onClose }: { readonly onClose: () => void }) {
  const [reason, setReason] = useState('');
  const [wordId] = useState(newId);
  const { problem, busy, submit } = usePrivateWords();
  const ask = () =>
    submit({
      wordId,
      text: reason,
      needed: words.leaveReasonNeeded,
      commandOf: (digest) => ({ type: 'RequestLeave', reasonDigest: digest }),
      onSent: onClose,
    });
  return (
    <ActForm title={words.leave} act={words.leaveSubmit} busy={busy} onAct={() => void ask()} onClose={onClose}>
      <TextArea
        label={words.leaveReason}
        hint={words.leaveHint}
        error={problem}
        value={reason}
        onText={setReason}
        maxLength={longestReason}
        rows={4}
      />
    </ActForm>
  );
}
