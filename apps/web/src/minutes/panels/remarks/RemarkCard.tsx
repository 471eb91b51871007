// Knows how one remark is read and answered: its passage, its words, its replies and what can be done with it; not in which list it stands.
import type { Found, Remark, RemarkAct, Saying } from '@xieshang/minutes';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { useMeeting, useViewer } from '../../../live/index.ts';
import { nameOf } from '../../../meeting/shared/people.ts';
import { Button } from '../../../ui/Button.tsx';
import { useConfirm } from '../../../ui/confirm.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { remarkWords as words } from '../../../words/zh/remarks.ts';
import { wallTime, clockTime } from '../../../words/time.ts';
import type { OpenText } from '../panel.ts';
import { Decide } from './Decide.tsx';
import look from './Remarks.module.css';
import { ReplyForm } from './ReplyForm.tsx';
import { SuggestedChange } from './SuggestedChange.tsx';
import { usePut } from './use-remarks.ts';

export interface RemarkCardProps {
  readonly remark: Remark;
  /** Where it stands in the text; undefined while that is not known. */
  readonly found: Found | undefined;
  /** Null where no text is open. */
  readonly open: OpenText | null;
  readonly documentId: string;
  /** Whether this person may add to the remarks, and write in the text. */
  readonly rights: { readonly remark: boolean; readonly write: boolean };
  readonly unseen: ReadonlySet<number>;
  readonly onSeen: (seqs: readonly number[]) => void;
  /** Looked at from the text. */
  readonly looked: number | null;
  readonly onJump: () => void;
}

const repliesShown = 3;
/** So much of a card on the screen counts as read. */
const readShare = 0.6;

const when = (at: number): string => {
  const { month, day } = wallTime(at);
  return `${month}月${day}日 ${clockTime(at)}`;
};

const noteOn: Readonly<Record<string, string>> = { gone: words.gone, changed: words.changed };

export function RemarkCard({ remark, found, open, documentId, rights, unseen, onSeen, looked, onJump }: RemarkCardProps) {
  const { roll } = useMeeting();
  const { person } = useViewer();
  const { put, busy } = usePut();
  const ask = useConfirm();
  const card = useRef<HTMLElement>(null);
  const [replying, setReplying] = useState(false);
  const [all, setAll] = useState(false);
  const { standing, kind, anchor, replies } = remark;
  const sayings: readonly Saying[] = [remark, ...replies];
  const mine = sayings.filter(({ by, mentions }) => by !== person && mentions.includes(person));
  const waiting = mine.filter(({ seq }) => unseen.has(seq)).map(({ seq }) => seq);
  useSeen(card, waiting, onSeen);
  useEffect(() => {
    if (looked === null) return;
    card.current?.scrollIntoView({ block: 'nearest' });
    card.current?.focus({ preventScroll: true });
  }, [looked]);

  const name = nameOf(roll, remark.by);
  const isOpen = standing.phase === 'open';
  const act = (type: Extract<RemarkAct['type'], 'resolve' | 'reopen' | 'withdraw'>) => void put({ type, remark: remark.id });
  const withdraw = async () => {
    if (await ask({ title: words.withdrawTitle, will: words.withdrawWill, act: words.withdraw })) act('withdraw');
  };
  const hidden = all ? 0 : Math.max(replies.length - repliesShown, 0);
  const note = found?.kind === 'asQuoted' ? (found.moved ? words.moved : undefined) : found && noteOn[found.kind];
  return (
    <article
      ref={card}
      tabIndex={-1}
      className={look['card']}
      data-kind={kind}
      data-phase={standing.phase}
      data-looked={looked !== null || undefined}
      aria-label={kind === 'comment' ? words.commentBy(name) : words.suggestionBy(name)}
    >
      {kind === 'suggestion' ? (
        <SuggestedChange suggestion={remark} found={found} />
      ) : (
        <blockquote className={look['quote']}>{anchor.quote}</blockquote>
      )}
      {isOpen && note && <p className={look['note']}>{note}</p>}
      <Said saying={remark} name={name} />
      {hidden > 0 && (
        <Button size="small" kind="quiet" onClick={() => setAll(true)}>
          {words.earlierReplies(hidden)}
        </Button>
      )}
      {replies.slice(hidden).map((reply) => (
        <div key={reply.id} className={look['reply']}>
          <Said saying={reply} name={nameOf(roll, reply.by)} />
        </div>
      ))}
      {standing.phase !== 'open' && (
        <p className="small">
          <Tag tone={standing.phase === 'resolved' || standing.phase === 'accepted' ? 'jade' : 'grey'}>{words.phases[standing.phase]}</Tag>{' '}
          <span className="muted">{words.by(nameOf(roll, standing.by), when(standing.at))}</span>
          {standing.phase === 'declined' && <span className={look['words']}> {standing.reason}</span>}
        </p>
      )}
      <div className={look['acts']}>
        {found && found.kind !== 'gone' && (
          <Button size="small" kind="quiet" onClick={onJump}>
            {words.jump}
          </Button>
        )}
        {rights.remark && standing.phase !== 'withdrawn' && !replying && (
          <Button size="small" kind="quiet" aria-label={words.replyTo(name)} onClick={() => setReplying(true)}>
            {words.reply}
          </Button>
        )}
        {rights.remark && isOpen && remark.by === person && (
          <Button size="small" kind="quiet" busy={busy} onClick={() => void withdraw()}>
            {words.withdraw}
          </Button>
        )}
        {rights.remark && kind === 'comment' && isOpen && (
          <Button size="small" busy={busy} onClick={() => act('resolve')}>
            {words.resolve}
          </Button>
        )}
        {rights.remark && standing.phase === 'resolved' && (
          <Button size="small" busy={busy} onClick={() => act('reopen')}>
            {words.reopen}
          </Button>
        )}
        {kind === 'suggestion' && rights.write && open && <Decide suggestion={remark} found={found} open={open} />}
      </div>
      {replying && <ReplyForm documentId={documentId} to={remark} onDone={() => setReplying(false)} />}
    </article>
  );
}

function Said({ saying: { text, at, mentions }, name }: { readonly saying: Saying; readonly name: string }) {
  const { person } = useViewer();
  return (
    <div>
      <p className="small">
        <b>{name}</b> <span className="muted num">{when(at)}</span>{' '}
        {mentions.includes(person) && <Tag tone="seal">{words.mentionsYou}</Tag>}
      </p>
      {text !== '' && <p className={look['words']}>{text}</p>}
    </div>
  );
}

/** What was on the screen long enough to be read is told once. */
function useSeen(card: RefObject<HTMLElement | null>, waiting: readonly number[], onSeen: (seqs: readonly number[]) => void): void {
  const key = waiting.join();
  useEffect(() => {
    const element = card.current;
    if (key === '' || !element) return undefined;
    const seqs = key.split(',').map(Number);
    const observer = new IntersectionObserver(
      ([entry]) => {
        const fills = entry && entry.intersectionRect.height >= window.innerHeight * readShare;
        if (!entry || !(entry.intersectionRatio >= readShare || fills)) return;
        observer.disconnect();
        onSeen(seqs);
      },
      { threshold: [0, 0.2, 0.4, readShare, 0.8, 1] },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [card, key, onSeen]);
}
