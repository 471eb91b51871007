// Knows how one speech's digest is shortened and its speaker asked; not how the text of the minutes is written.
import { useState } from 'react';
import { useMeeting, useServerNow } from '../../../live/index.ts';
import { useAct } from '../../../meeting/office/act.tsx';
import { ActForm } from '../../../ui/ActForm.tsx';
import { nameOf } from '../../../meeting/shared/people.ts';
import { TextArea } from '../../../ui/Field.tsx';
import { useNotices } from '../../../ui/notices.tsx';
import { signingWords as words } from '../../../words/zh/signing.ts';
import { DueField, useDue } from './DueField.tsx';
import { longestDigest } from './passages.ts';
import { askedDigest, type SpeakerRow } from './rows.ts';
import look from './Speakers.module.css';

export function DigestDialog({ row, onClose }: { readonly row: SpeakerRow; readonly onClose: () => void }) {
  const { roll, rules } = useMeeting();
  const { act, busy } = useAct();
  const { say } = useNotices();
  const now = useServerNow(60_000);
  const due = useDue(rules.confirmationMs);
  const { digest, fact, written, person } = row;
  const [text, setText] = useState(written === '' ? (digest?.text ?? '') : written);
  const [tried, setTried] = useState(false);
  const kept = text.trim();
  const tooLong = kept.length > longestDigest;
  const ask = async () => {
    setTried(true);
    if (busy || tooLong || !due.isAfter(now)) return;
    if (!(await act({ type: 'AskSpeakers', digests: [askedDigest(row, kept)], ...due.body }))) return;
    say(words.askedNow);
    onClose();
  };
  return (
    <ActForm
      wide
      title={`${words.askOne}：${nameOf(roll, person)}`}
      act={digest ? words.askAgain : words.askOne}
      busy={busy}
      onAct={() => void ask()}
      onClose={onClose}
    >
      <p className={look['fact']}>{fact}</p>
      {digest?.wish && <p className={look['wish']}>{words.wished(digest.wish)}</p>}
      <TextArea
        label={words.digest}
        hint={`${words.digestHint} ${words.count(kept.length)}`}
        value={text}
        onText={setText}
        rows={7}
        error={tooLong ? words.digestTooLong : undefined}
      />
      <DueField due={due} error={tried && !due.isAfter(now) ? words.dueNeeded : undefined} />
    </ActForm>
  );
}
