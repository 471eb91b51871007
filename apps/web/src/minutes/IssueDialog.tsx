// Knows what 签发 asks for and says before it is done; not how the text is sealed.
import { useState } from 'react';
import { useMeeting, useServerNow } from '../live/index.ts';
import { useAct } from '../meeting/office/act.tsx';
import { ActForm } from '../meeting/office/ActForm.tsx';
import { nameOf } from '../meeting/shared/people.ts';
import { TextArea, TextField } from '../ui/Field.tsx';
import { useNotices } from '../ui/notices.tsx';
import { minutesWords as words } from '../words/zh/minutes.ts';
import { proposedNumber } from './number-proposal.ts';

const longestNumber = 40;
const longestCopyTo = 300;

export function IssueDialog({ onClose }: { readonly onClose: () => void }) {
  const { notice, minutes, roll } = useMeeting();
  const { act, busy } = useAct();
  const { say } = useNotices();
  const now = useServerNow(60_000);
  const [number, setNumber] = useState(() => proposedNumber(notice.title, now));
  const [copyTo, setCopyTo] = useState('');
  const [tried, setTried] = useState(false);
  const signed = minutes.phase === 'countersigning' ? minutes.countersigned : [];
  const issue = async () => {
    setTried(true);
    if (busy || number.trim() === '') return;
    const told = copyTo.trim();
    if (!(await act({ type: 'IssueMinutes', number: number.trim(), ...(told && { copyTo: told }) }))) return;
    say(words.issuedNow);
    onClose();
  };
  return (
    <ActForm title={`${words.issue}？`} act={words.issue} busy={busy} onAct={() => void issue()} onClose={onClose}>
      <p>{words.issueWill}</p>
      <p className="muted">{words.signedBy(signed.map(({ by }) => nameOf(roll, by)).join('、'))}</p>
      <TextField
        label={words.number}
        hint={words.numberHint}
        value={number}
        onText={setNumber}
        maxLength={longestNumber}
        autoComplete="off"
        error={tried && number.trim() === '' ? words.numberNeeded : undefined}
      />
      <TextArea label={words.copyTo} hint={words.copyToHint} value={copyTo} onText={setCopyTo} maxLength={longestCopyTo} rows={2} />
    </ActForm>
  );
}
