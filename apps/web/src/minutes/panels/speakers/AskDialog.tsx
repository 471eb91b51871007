// Knows how several speakers are asked at once: which of them, and until when; not how each answers.
import { useState } from 'react';
import { useMeeting, useServerNow } from '../../../live/index.ts';
import { useAct } from '../../../meeting/office/act.tsx';
import { ActForm } from '../../../ui/ActForm.tsx';
import { useNotices } from '../../../ui/notices.tsx';
import { signingWords as words } from '../../../words/zh/signing.ts';
import { DueField, useDue } from './DueField.tsx';
import { askedDigest, type SpeakerRow, type ToAsk } from './rows.ts';
import look from './Speakers.module.css';

export function AskDialog({ asking, onClose }: { readonly asking: ToAsk; readonly onClose: () => void }) {
  const { rules } = useMeeting();
  const { act, busy } = useAct();
  const { say } = useNotices();
  const now = useServerNow(60_000);
  const due = useDue(rules.confirmationMs);
  const [all, setAll] = useState(false);
  const [tried, setTried] = useState(false);
  const { withText, without, tooLong } = asking;
  const rows: readonly SpeakerRow[] = all ? [...withText, ...without] : withText;
  const ask = async () => {
    setTried(true);
    if (busy || rows.length === 0 || !due.isAfter(now)) return;
    const digests = rows.map((row) => askedDigest(row, row.written));
    if (!(await act(...inPortions(digests).map((portion) => ({ type: 'AskSpeakers' as const, digests: portion, ...due.body }))))) return;
    say(words.askedNow);
    onClose();
  };
  return (
    <ActForm title={`${words.ask}？`} act={words.ask} busy={busy} onAct={() => void ask()} onClose={onClose}>
      <p>{rows.length > 0 ? words.askWill(rows.length) : without.length > 0 ? words.pickText : words.askNone}</p>
      {without.length > 0 && (
        <label className={look['tick']}>
          <input type="checkbox" checked={all} onChange={(event) => setAll(event.target.checked)} />
          <span>{words.withoutText(without.length)}</span>
        </label>
      )}
      {tooLong > 0 && <p className={look['warning']}>{words.tooLong(tooLong)}</p>}
      <DueField due={due} error={tried && !due.isAfter(now) ? words.dueNeeded : undefined} />
    </ActForm>
  );
}

/** What one frame takes with room to spare. */
const atOnce = 60;

const inPortions = <One,>(all: readonly One[]): readonly (readonly One[])[] =>
  Array.from({ length: Math.ceil(all.length / atOnce) }, (_, place) => all.slice(place * atOnce, (place + 1) * atOnce));
