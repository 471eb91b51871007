// The editor of the minutes as the page mounts it: opens the document, begins again when the server refuses, and keeps refused text in view.
import type { Meeting } from '@xieshang/meeting';
import { readDocumentId } from '@xieshang/minutes';
import { fromBase64 } from 'lib0/buffer';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { editorWords as words } from '../../words/zh/minutes-editor.ts';
import type { OpenText } from '../panels/panel.ts';
import { keepRescued, keepUnsaved, olderDocuments, takeRescued, takeUnsaved } from '../kept-text.ts';
import { namesHere } from './carets.ts';
import { openDesk, type Desk, type Refused } from './desk.ts';
import { refusalOf, type Remedy } from './refusal.ts';
import box from './RescueBox.module.css';
import { RescueBox } from './RescueBox.tsx';
import { looseText } from './rescue.ts';
import type { SaveState } from './save-state.ts';
import { Sheet } from './Sheet.tsx';
import look from './Sheet.module.css';

export type { SaveState } from './save-state.ts';

export interface EditorProps {
  readonly documentId: string;
  readonly meeting: Meeting;
  /** Of the committee, for the times in facts. */
  readonly zone: string;
  readonly me: { readonly account: string; readonly name: string };
  /** Whether this person may write now, as the page knows it; the server decides. */
  readonly mayWrite: boolean;
  /** Whether this tab takes no edits, by its owner's own wish. */
  readonly readingOnly: boolean;
  readonly onReadingOnly: (only: boolean) => void;
  readonly onSaveState: (state: SaveState) => void;
  /** Everybody who has the document open, each name once. */
  readonly onPeople: (names: readonly string[]) => void;
  /** The text once it is there; null when it is shown no more. */
  readonly onOpen: (open: OpenText | null) => void;
}

interface Rescue {
  readonly paragraphs: readonly string[];
  readonly meaning: string;
}
interface Stop {
  readonly why: string;
  readonly remedy: Remedy;
}

/** Text that earlier pages of this browser left behind: refused, or typed into a document that is no more. */
function leftBehind(meeting: string, account: string, documentId: string): readonly string[] {
  const old = olderDocuments(meeting, account, documentId);
  const loose = old.flatMap((document) => {
    const text = looseText(takeUnsaved(document, account).map((update) => fromBase64(update)));
    keepUnsaved(document, account, []);
    return text;
  });
  const paragraphs = [...takeRescued(meeting, account), ...loose];
  if (loose.length > 0) keepRescued(meeting, account, paragraphs);
  return paragraphs;
}

export default function MinutesEditor(props: EditorProps) {
  const { documentId, me } = props;
  const { account } = me;
  const meeting = readDocumentId(documentId)?.meeting ?? documentId;
  const [round, setRound] = useState(0);
  const [stop, setStop] = useState<Stop | null>(null);
  const [note, setNote] = useState<string | null>(null);
  const [rescue, setRescue] = useState<Rescue | null>(() => {
    const paragraphs = leftBehind(meeting, account, documentId);
    return paragraphs.length > 0 ? { paragraphs, meaning: words.rescueMeaning } : null;
  });
  const beginnings = useRef<number[]>([]);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(pause.current), []);

  const offer = useCallback(
    (paragraphs: readonly string[], meaning: string) => {
      if (paragraphs.length === 0) return;
      setRescue((now) => {
        const all = [...(now?.paragraphs ?? []), ...paragraphs];
        keepRescued(meeting, account, all);
        return { paragraphs: all, meaning };
      });
    },
    [meeting, account],
  );
  const refused = useCallback(
    ({ code, text, changes }: Refused) => {
      const now = Date.now();
      const refusal = refusalOf(code, beginnings.current, now);
      if (!refusal.textStays) offer(text, `${refusal.why}${words.rescueMeaning}`);
      if (refusal.remedy !== null) return setStop({ why: refusal.why, remedy: refusal.remedy });
      beginnings.current.push(now);
      if (changes > 0 && text.length === 0) setNote(`${refusal.why}${words.rescueNoText}`);
      pause.current = setTimeout(() => setRound((before) => before + 1), refusal.pause);
      return undefined;
    },
    [offer],
  );
  const swallowed = useCallback((text: readonly string[]) => offer(text, words.swallowed), [offer]);

  const remedies: Readonly<Record<Remedy, readonly [string, () => void]>> = {
    signIn: [words.signIn, () => location.assign(`/sign-in?return=${encodeURIComponent(location.pathname)}`)],
    reload: [words.reload, () => location.reload()],
    tryAgain: [
      words.tryAgain,
      () => {
        beginnings.current = [];
        setStop(null);
        setRound((before) => before + 1);
      },
    ],
  };
  return (
    <div className={look['desk']}>
      {stop && (
        <div role="alert" className={box['banner']}>
          <span>{stop.why}</span>
          <Button size="small" onClick={remedies[stop.remedy][1]}>
            {remedies[stop.remedy][0]}
          </Button>
        </div>
      )}
      {note && (
        <div role="status" className={box['banner']}>
          {note}
        </div>
      )}
      {rescue && (
        <RescueBox
          {...rescue}
          onDone={() => {
            keepRescued(meeting, account, []);
            setRescue(null);
          }}
        />
      )}
      <Session key={`${documentId} ${round}`} {...props} stopped={stop !== null} onRefused={refused} onSwallowed={swallowed} />
    </div>
  );
}

interface SessionProps extends EditorProps {
  readonly stopped: boolean;
  readonly onRefused: (refused: Refused) => void;
  readonly onSwallowed: (text: readonly string[]) => void;
}

/** An opening that takes longer is explained, ms. */
const slowAfter = 5_000;

/** One document, opened once. A new beginning is a new one, with a new client id. */
function Session({
  documentId,
  meeting,
  zone,
  me,
  mayWrite,
  readingOnly,
  onReadingOnly,
  stopped,
  onSaveState,
  onPeople,
  onOpen,
  onRefused,
  onSwallowed,
}: SessionProps) {
  const [desk, setDesk] = useState<Desk | null>(null);
  const [ready, setReady] = useState(false);
  const [here, setHere] = useState<number | null>(null);
  const [beat, setBeat] = useState(0);
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), slowAfter);
    return () => clearTimeout(timer);
  }, []);
  const { warn } = useNotices();
  const hear = useRef({ onSaveState, onPeople, onRefused, onSwallowed, warn });
  useEffect(() => {
    hear.current = { onSaveState, onPeople, onRefused, onSwallowed, warn };
  });
  const { account, name } = me;
  useEffect(() => {
    let told = false;
    let people = '';
    const opened = openDesk(documentId, account, {
      // Many changes in one turn are told once, after the editor is done with them.
      changed: () => {
        if (told) return;
        told = true;
        queueMicrotask(() => {
          told = false;
          hear.current.onSaveState(opened.state());
          setBeat((before) => before + 1);
        });
      },
      coming: (share) => setHere(Math.floor(share * 100)),
      ready: () => setReady(true),
      swallowed: (text) => hear.current.onSwallowed(text),
      refused: (refused) => hear.current.onRefused(refused),
      notKept: () => hear.current.warn(words.notKept),
    });
    const count = (): void => {
      const names = namesHere(opened.awareness);
      if (names.join('\n') === people) return;
      people = names.join('\n');
      hear.current.onPeople(names);
    };
    opened.awareness.on('change', count);
    // Others get the name that the server knows; this one is for the own page.
    opened.awareness.setLocalStateField('user', { name });
    const leaving = (event: BeforeUnloadEvent): void => {
      const { typed, received } = opened.state();
      if (typed + received > 0) event.preventDefault();
    };
    window.addEventListener('beforeunload', leaving);
    setDesk(opened);
    hear.current.onSaveState(opened.state());
    return () => {
      window.removeEventListener('beforeunload', leaving);
      opened.awareness.off('change', count);
      opened.close();
    };
  }, [documentId, account, name]);
  if (!desk || !ready) {
    return (
      <div className={look['sheet']} role="status">
        <p className={look['opening']} aria-hidden={here !== null}>
          {here === null ? words.opening : words.openingShare(here)}
        </p>
        {slow && !stopped && here === null && <p className={look['opening']}>{words.openingSlow}</p>}
      </div>
    );
  }
  return <Sheet {...{ desk, meeting, zone, beat, readingOnly, onReadingOnly, onOpen }} mayWrite={mayWrite && !stopped} />;
}
