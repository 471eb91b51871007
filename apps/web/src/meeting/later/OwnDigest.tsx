// Knows how a speaker reads the own speech as the minutes will have it, and answers; not what the office makes of the answer.
import type { SpeechDigest } from '@xieshang/meeting';
import { speechDigestHash } from '@xieshang/protocol';
import { useState } from 'react';
import { useMeeting, useSend } from '../../live/index.ts';
import { Button } from '../../ui/Button.tsx';
import { TextArea } from '../../ui/Field.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { refusalSentence } from '../../words/refusals.ts';
import { calendarDay, clockTime } from '../../words/time.ts';
import { signingWords as words } from '../../words/zh/signing.ts';
import look from './OwnDigest.module.css';
import { nameOf } from '../shared/people.ts';

const longestWish = 500;
const moment = (at: number): string => `${calendarDay(at)} ${clockTime(at)}`;

interface OwnDigestProps {
  readonly digest: SpeechDigest;
  /** The one to be answered next. */
  readonly next: boolean;
}

export function OwnDigest({ digest, next }: OwnDigestProps) {
  const { minutes } = useMeeting();
  const { send } = useSend();
  const notices = useNotices();
  const [sending, setSending] = useState<'confirm' | 'contest' | null>(null);
  const [wishing, setWishing] = useState(false);
  const [wish, setWish] = useState('');
  const [tried, setTried] = useState(false);
  const { requestId, fact, text, standing, dueAt, version } = digest;
  const issued = minutes.phase === 'issued';
  // Of what stands on this page, not of what the server may hold by now.
  const hash = speechDigestHash({ requestId, fact, text });
  const confirm = async () => {
    if (sending) return;
    setSending('confirm');
    const answer = await send({ type: 'ConfirmSpeechDigest', requestId, hash });
    setSending(null);
    if (!answer.ok) return notices.warn(refusalSentence(answer.refusal));
    setWishing(false);
    notices.say(words.confirmedNow);
  };
  const contest = async () => {
    setTried(true);
    if (sending || wish.trim() === '') return;
    setSending('contest');
    const answer = await send({ type: 'ContestSpeechDigest', requestId, hash, wish: wish.trim() });
    setSending(null);
    if (!answer.ok) return notices.warn(refusalSentence(answer.refusal));
    setWishing(false);
    setWish('');
    setTried(false);
    notices.say(words.contestedNow);
  };
  return (
    <div className={look['digest']}>
      <blockquote className={look['passage']}>
        <p className={look['fact']}>{fact}</p>
        {text !== '' && <p className={look['text']}>{text}</p>}
      </blockquote>
      {version > 1 && standing.phase === 'waiting' && (
        <p className={look['again']}>
          {words.askedAgain}
          {digest.wish && <span className="small muted"> {words.yourWish(digest.wish)}</span>}
        </p>
      )}
      <Standing digest={digest} />
      {standing.phase === 'waiting' && dueAt !== null && !issued && <p className="small muted num">{words.dueBy(moment(dueAt))}</p>}
      {issued && standing.phase !== 'confirmed' && <p className="muted">{words.closed}</p>}
      {!issued && wishing && (
        <>
          <TextArea
            label={words.wish}
            hint={words.wishHint}
            value={wish}
            onText={setWish}
            maxLength={longestWish}
            rows={3}
            error={tried && wish.trim() === '' ? words.wishNeeded : undefined}
          />
          <div className={look['acts']}>
            <Button size="large" kind="primary" busy={sending === 'contest'} onClick={() => void contest()}>
              {words.sendWish}
            </Button>
            <Button size="large" onClick={() => setWishing(false)}>
              {words.notNow}
            </Button>
          </div>
        </>
      )}
      {!issued && !wishing && (
        <div className={look['acts']}>
          {standing.phase !== 'confirmed' && (
            <Button size="large" kind={next ? 'primary' : 'plain'} busy={sending === 'confirm'} onClick={() => void confirm()}>
              {words.confirm}
            </Button>
          )}
          <Button size="large" kind={standing.phase === 'confirmed' ? 'quiet' : 'plain'} onClick={() => setWishing(true)}>
            {words.contest}
          </Button>
        </div>
      )}
    </div>
  );
}

function Standing({ digest: { standing, wish } }: { readonly digest: SpeechDigest }) {
  const { roll } = useMeeting();
  switch (standing.phase) {
    case 'confirmed':
      return (
        <p className={look['done']} role="status">
          {standing.reason === null
            ? words.youConfirmed(moment(standing.at))
            : words.confirmedForYou(nameOf(roll, standing.by), moment(standing.at), standing.reason)}
        </p>
      );
    case 'contested':
      return (
        <div className={look['owed']} role="status">
          <p>{words.youContested(moment(standing.at))}</p>
          {wish && <p>{words.yourWish(wish)}</p>}
        </div>
      );
    default:
      return null;
  }
}
