// Knows what 签发 asks for and says before it is done; not how the text is sealed nor who keeps the numbers.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { documentNumbersQuery } from '../http/queries.ts';
import { useMeeting, useServerNow } from '../live/index.ts';
import { useAct } from '../meeting/office/act.tsx';
import { ActForm } from '../ui/ActForm.tsx';
import { TextArea, TextField } from '../ui/Field.tsx';
import { useNotices } from '../ui/notices.tsx';
import { minutesWords as words } from '../words/zh/minutes.ts';
import { signingWords } from '../words/zh/signing.ts';
import { numbering, proposedNumber } from './number-proposal.ts';
import { signatoryName } from './signatory.ts';

const longestNumber = 40;
const longestCopyTo = 300;
const gapsNamed = 12;

export function IssueDialog({ onClose }: { readonly onClose: () => void }) {
  const { notice, minutes, roll } = useMeeting();
  const { act, busy } = useAct();
  const { say } = useNotices();
  const now = useServerNow(60_000);
  const numbers = useQuery({ ...documentNumbersQuery(notice.meeting), enabled: notice.kind !== 'rehearsal' });
  const given = numbers.data?.given ?? [];
  const { proposed, gaps } = numbering(
    given.map((one) => one.number),
    notice.title,
    now,
  );
  /** Null: as proposed. */
  const [typed, setTyped] = useState<string | null>(null);
  const [copyTo, setCopyTo] = useState('');
  const [tried, setTried] = useState(false);
  const number = typed ?? (numbers.isPending && numbers.isFetching ? proposedNumber(notice.title, now) : proposed);
  const used = given.find((one) => one.meeting !== notice.meeting && one.number === number.trim());
  const error = tried && number.trim() === '' ? words.numberNeeded : used === undefined ? undefined : signingWords.alreadyUsed(used.title);
  const signed = minutes.phase === 'countersigning' ? minutes.countersigned : [];
  const [last] = given;
  const issue = async () => {
    setTried(true);
    if (busy || number.trim() === '' || used) return;
    const told = copyTo.trim();
    if (!(await act({ type: 'IssueMinutes', number: number.trim(), ...(told && { copyTo: told }) }))) return;
    say(words.issuedNow);
    onClose();
  };
  return (
    <ActForm title={`${words.issue}？`} act={words.issue} busy={busy} onAct={() => void issue()} onClose={onClose}>
      <p>{words.issueWill}</p>
      <p className="muted">{words.signedBy(signed.map(({ by }) => signatoryName(roll, by)).join('、'))}</p>
      <TextField
        label={words.number}
        hint={
          <>
            {words.numberHint}
            {last && <span className="num"> · {signingWords.lastNumber(last.number, last.title)}</span>}
          </>
        }
        value={number}
        onText={setTyped}
        maxLength={longestNumber}
        autoComplete="off"
        error={error}
      />
      {gaps.length > 0 && (
        <p className="small muted num">{signingWords.gaps(gaps.slice(0, gapsNamed), Math.max(0, gaps.length - gapsNamed))}</p>
      )}
      <TextArea label={words.copyTo} hint={words.copyToHint} value={copyTo} onText={setCopyTo} maxLength={longestCopyTo} rows={2} />
    </ActForm>
  );
}
