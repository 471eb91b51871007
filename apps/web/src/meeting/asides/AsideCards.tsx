// Knows what the office has said to the reader alone: the oldest that is not acknowledged as a card, the others to read again.
import { attendeeOf, type Aside } from '@xieshang/meeting';
import { useEffect, useRef, useState } from 'react';
import { useMeeting, useSend } from '../../live/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { refusalSentence } from '../../words/refusals.ts';
import { clockTime } from '../../words/time.ts';
import { asideWords as words } from '../../words/zh/asides.ts';
import { roleWords } from '../../words/zh/roles.ts';
import { fullName, nameOf } from '../shared/people.ts';
import { AnswerDialog } from './AnswerDialog.tsx';
import look from './AsideCards.module.css';
import { useKeptWords } from './kept-words.ts';
import { shake } from '../shared/shake.ts';

interface AsideCardsProps {
  /** All that were sent to the reader. */
  readonly asides: readonly Aside[];
  /** `both`: something else comes first, so the card stays in its place instead of in view. */
  readonly show: 'new' | 'read' | 'both';
}

/** Characters; longer words would hide what they stand over. */
const longInView = 60;

const isOpen = ({ phase }: Aside): boolean => phase === 'sent' || phase === 'received';

export function AsideCards({ asides, show }: AsideCardsProps) {
  const { may } = useSend();
  const open = asides.filter((one) => isOpen(one) && may({ type: 'AcknowledgeAside', from: one.from, asideId: one.asideId }) === null);
  return (
    <>
      {show !== 'read' && <New open={open} apart={show === 'both'} />}
      {show !== 'new' && <Read asides={asides.filter((one) => !open.includes(one))} />}
    </>
  );
}

/** The oldest of them, and how many more there are. */
function New({ open, apart }: { readonly open: readonly Aside[]; readonly apart: boolean }) {
  const { roll, rules } = useMeeting();
  const vibration = rules.cues?.vibration;
  const [first] = open;
  const newest = open.at(-1);
  const key = newest && `${newest.from} ${newest.asideId}`;
  useEffect(() => {
    if (key !== undefined) shake(vibration, 120, 80, 120);
  }, [key, vibration]);
  return (
    <>
      <p className="visually-hidden" role="status">
        {first && words.announce(nameOf(roll, first.from))}
      </p>
      {first && <OpenAside key={`${first.from} ${first.asideId}`} aside={first} rest={open.length - 1} apart={apart} />}
    </>
  );
}

function Read({ asides }: { readonly asides: readonly Aside[] }) {
  if (asides.length === 0) return null;
  return (
    <details className={look['earlier']}>
      <summary>{words.earlier(asides.length)}</summary>
      <ul>
        {asides.toReversed().map((one) => (
          <ReadAside key={`${one.from} ${one.asideId}`} aside={one} />
        ))}
      </ul>
    </details>
  );
}

/** Who says it, by office and name. */
function useSender({ from }: Aside): string {
  const { roll } = useMeeting();
  const attendee = attendeeOf(roll, from);
  return attendee ? words.from(roleWords[attendee.role], fullName(attendee)) : from;
}

/** Tells the sender once that it was on the screen: when the words are there and the page is in front. */
function useReceipt(aside: Aside, shown: boolean): void {
  const { send } = useSend();
  const told = useRef(false);
  const { phase, from, asideId } = aside;
  useEffect(() => {
    if (!shown || phase !== 'sent') return undefined;
    const tell = () => {
      if (told.current || document.visibilityState !== 'visible') return;
      told.current = true;
      void send({ type: 'ReceiveAside', from, asideId });
    };
    tell();
    document.addEventListener('visibilitychange', tell);
    return () => document.removeEventListener('visibilitychange', tell);
  }, [shown, phase, from, asideId, send]);
}

interface OpenAsideProps {
  readonly aside: Aside;
  /** How many more wait to be acknowledged. */
  readonly rest: number;
  readonly apart: boolean;
}

function OpenAside({ aside, rest, apart }: OpenAsideProps) {
  const { asideId, from, sentAt } = aside;
  const { send, sending } = useSend();
  const { warn } = useNotices();
  const sender = useSender(aside);
  const kept = useKeptWords(aside.digest);
  const [answering, setAnswering] = useState(false);
  useReceipt(aside, kept.phase === 'text');
  const acknowledge = async () => {
    const answer = await send({ type: 'AcknowledgeAside', from, asideId });
    if (!answer.ok) warn(refusalSentence(answer.refusal));
  };
  return (
    <Card
      tone="mine"
      as="aside"
      className={look['card']}
      data-apart={apart || (kept.phase === 'text' && kept.text.length > longInView)}
      aria-label={words.title}
    >
      <p className={look['head']}>
        <b>{words.title}</b>
        <span>{sender}</span>
        <span className="num">{clockTime(sentAt)}</span>
        {rest > 0 && <span className={look['rest']}>{words.more(rest)}</span>}
      </p>
      <Said kept={kept} />
      <div className={look['acts']}>
        <Button kind="primary" busy={sending.has('AcknowledgeAside')} disabled={kept.phase !== 'text'} onClick={() => void acknowledge()}>
          {words.gotIt}
        </Button>
        <Button disabled={kept.phase !== 'text'} onClick={() => setAnswering(true)}>
          {words.answer}
        </Button>
        <span className="small muted">{words.onlyYou}</span>
      </div>
      {answering && <AnswerDialog aside={aside} sender={sender} onClose={() => setAnswering(false)} />}
    </Card>
  );
}

function Said({ kept }: { readonly kept: ReturnType<typeof useKeptWords> }) {
  if (kept.phase === 'text') return <p className={look['said']}>{kept.text}</p>;
  if (kept.phase !== 'failed') return <p className="muted">{kept.phase === 'erased' ? words.gone : words.reading}</p>;
  return (
    <p className="row">
      <span className="muted">{words.notRead}</span>
      <Button size="small" onClick={kept.again}>
        {words.again}
      </Button>
    </p>
  );
}

function ReadAside({ aside }: { readonly aside: Aside }) {
  const sender = useSender(aside);
  const { may } = useSend();
  const [answering, setAnswering] = useState(false);
  const { from, asideId } = aside;
  const mayAnswer = aside.phase === 'acknowledged' && may({ type: 'AnswerAside', from, asideId, digest: aside.digest }) === null;
  return (
    <li>
      <p className={look['head']}>
        <span>{sender}</span>
        <span className="num">{clockTime(aside.sentAt)}</span>
      </p>
      {aside.phase === 'withdrawn' ? <p className="muted">{words.gone}</p> : <Fetched digest={aside.digest} />}
      {aside.phase === 'answered' && <Answered digest={aside.answer} />}
      {mayAnswer && (
        <Button size="small" onClick={() => setAnswering(true)}>
          {words.answer}
        </Button>
      )}
      {answering && <AnswerDialog aside={aside} sender={sender} onClose={() => setAnswering(false)} />}
    </li>
  );
}

const Fetched = ({ digest }: { readonly digest: string }) => <Said kept={useKeptWords(digest)} />;

function Answered({ digest }: { readonly digest: string }) {
  const kept = useKeptWords(digest);
  return kept.phase === 'text' ? <p className="small">{words.answered(kept.text)}</p> : null;
}
