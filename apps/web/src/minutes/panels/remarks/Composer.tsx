// Knows how a new comment or suggestion is written and sent; not how its passage was chosen nor where this stands on the page.
import type { PersonId } from '@xieshang/meeting';
import { mentionedIn, remarkLimits } from '@xieshang/minutes';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useMeeting } from '../../../live/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { useConfirm } from '../../../ui/confirm.tsx';
import { TextArea } from '../../../ui/Field.tsx';
import { useNotices } from '../../../ui/notices.tsx';
import { remarkWords as words } from '../../../words/zh/remarks.ts';
import { MentionArea } from './MentionArea.tsx';
import { mentionNames } from './people.ts';
import look from './Remarks.module.css';
import { actsOn, useStage, type Draft } from './stage.ts';
import { usePut } from './use-remarks.ts';

interface ComposerProps {
  readonly documentId: string;
  readonly draft: Draft;
  /** It is sent or given up. */
  readonly onDone: () => void;
  readonly children?: ReactNode;
}

/** Asks before anything written is thrown away; true when the draft is gone. */
export function useGiveUp(documentId: string, draft: Draft | null): () => Promise<boolean> {
  const { typed } = useStage(documentId);
  const ask = useConfirm();
  return async () => {
    const changed = draft?.kind === 'suggestion' && (typed['replacement'] ?? '') !== draft.anchor.quote;
    const wrote = changed || (typed['new'] ?? '').trim() !== '';
    if (wrote && !(await ask({ title: words.dropTitle, will: words.dropWill, act: words.drop }))) return false;
    actsOn(documentId).end();
    return true;
  };
}

/** In a suggestion a line break would be a new paragraph, which a passage of one paragraph cannot hold. */
const oneLine = (text: string): string => text.replaceAll(/[\r\n]+/g, '');

export function Composer({ documentId, draft, onDone, children }: ComposerProps) {
  const meeting = useMeeting();
  const { typed } = useStage(documentId);
  const stage = actsOn(documentId);
  const { put, busy } = usePut();
  const { say } = useNotices();
  const drop = useGiveUp(documentId, draft);
  const form = useRef<HTMLFormElement>(null);
  const [chosen, setChosen] = useState<readonly PersonId[]>([]);
  const [tried, setTried] = useState(false);
  const { anchor, kind } = draft;
  const suggests = kind === 'suggestion';
  const [text, replacement] = [typed['new'] ?? '', typed['replacement'] ?? ''];
  useEffect(() => {
    form.current?.scrollIntoView({ block: 'nearest' });
  }, []);

  const missing = suggests ? replacement === anchor.quote : text.trim() === '';
  const submit = async () => {
    setTried(true);
    if (missing || busy) return;
    const said = { anchor, text: text.trim(), mentions: mentionedIn(text, mentionNames(meeting), chosen).slice(0, remarkLimits.mentions) };
    if (!(await put(suggests ? { type: 'suggest', ...said, replacement } : { type: 'comment', ...said }))) return;
    stage.end();
    say(suggests ? words.suggested : words.commented);
    onDone();
  };
  const giveUp = async () => {
    if (await drop()) onDone();
  };
  const whose = {
    onMention: (person: PersonId) => setChosen([...chosen, person]),
    onSubmit: () => void submit(),
    onEscape: () => void giveUp(),
  };
  return (
    <form
      ref={form}
      className={look['composer']}
      aria-label={suggests ? words.newSuggestion : words.newComment}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {children}
      {anchor.quote === '' ? (
        <p className="muted small">{words.insertBehind(anchor.before)}</p>
      ) : (
        <blockquote className={look['quote']}>{anchor.quote}</blockquote>
      )}
      {suggests && (
        <TextArea
          label={anchor.quote === '' ? words.insertion : words.replacement}
          hint={anchor.quote === '' ? undefined : words.replacementHint}
          value={replacement}
          onText={(next) => stage.type('replacement', oneLine(next))}
          maxLength={remarkLimits.replacement}
          rows={3}
          autoFocus
          error={tried && missing ? words.unchanged : undefined}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit();
            if (event.key !== 'Escape') return;
            event.preventDefault();
            void giveUp();
          }}
        />
      )}
      <MentionArea
        {...whose}
        label={suggests ? words.why : words.words}
        hint={words.mentionHint}
        value={text}
        onText={(next) => stage.type('new', next)}
        maxLength={remarkLimits.text}
        rows={suggests ? 2 : 3}
        focused={!suggests}
        error={tried && missing && !suggests ? words.needed : undefined}
      />
      <div className={look['acts']}>
        <Button size="small" onClick={() => void giveUp()}>
          {words.cancel}
        </Button>
        <Button size="small" kind="primary" type="submit" busy={busy}>
          {words.submit}
        </Button>
      </div>
    </form>
  );
}
