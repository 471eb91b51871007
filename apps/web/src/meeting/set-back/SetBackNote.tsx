// Says calmly that the server was restored from a backup, and what that means for the reader; whether it is true was judged before.
import { useState } from 'react';
import { useLive, type KnownSetBack } from '../../live/index.ts';
import { Button } from '../../ui/Button.tsx';
import { dayAndTime } from '../../words/time.ts';
import { setBackWords as words } from '../../words/zh/set-back.ts';
import look from './SetBackNote.module.css';

export default function SetBackNote({ setBack }: { readonly setBack: KnownSetBack }) {
  const [understood, setUnderstood] = useState<KnownSetBack | null>(null);
  if (understood === setBack) return null;
  if (setBack.kind === 'otherKey') return <OtherKey fingerprint={setBack.fingerprint} />;
  return <Explained setBack={setBack} done={() => setUnderstood(setBack)} />;
}

interface ExplainedProps {
  readonly setBack: Extract<KnownSetBack, { kind: 'explained' }>;
  readonly done: () => void;
}

function Explained({ setBack: { explanation }, done }: ExplainedProps) {
  const { takenAt, restoredAt, missing, lostVotes, pending, fingerprint } = explanation;
  const { meeting } = useLive();
  const papers = lostVotes.map((id) => words.paper(meeting?.recommendations[id]?.number, id));
  return (
    <aside className={`${look['note']} no-print`} role="status" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p>{words.what(dayAndTime(takenAt), dayAndTime(restoredAt))}</p>
      <p>{words.missing(missing)}</p>
      {papers.length > 0 && <p>{words.lostVotes(papers)}</p>}
      {pending.length > 0 && <p>{words.pending(pending.length)}</p>}
      <p>{words.minutes}</p>
      <p className="small muted">{words.signed(fingerprint)}</p>
      <Button onClick={done}>{words.understood}</Button>
    </aside>
  );
}

const OtherKey = ({ fingerprint }: { readonly fingerprint: string }) => (
  <aside className={`${look['note']} no-print`} role="alert">
    <h2>{words.otherKeyTitle}</h2>
    <p>{words.otherKey}</p>
    <p>{words.fingerprint(fingerprint)}</p>
    <Button onClick={() => location.reload()}>{words.reload}</Button>
  </aside>
);
