// Knows the panel of what was jotted down at the meeting, and how a line is put into the text; writing them is the room's.
import { maySettleJottings, type Jotting, type JottingAct } from '@xieshang/meeting';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../http/api.ts';
import { messageOf } from '../../../http/client.ts';
import { jottingsQuery } from '../../../http/queries.ts';
import { useMeeting, useViewer } from '../../../live/index.ts';
import { aboutText } from '../../../meeting/shared/jotted.ts';
import { nameOf } from '../../../meeting/shared/people.ts';
import { Button } from '../../../ui/Button.tsx';
import { useNotices } from '../../../ui/notices.tsx';
import { ErrorPanel, Loading } from '../../../ui/states.tsx';
import { clockTime } from '../../../words/time.ts';
import { jottingWords as words } from '../../../words/zh/jottings.ts';
import { put, wordsInto } from '../../editor/insert.ts';
import type { PanelProps } from '../panel.ts';
import look from './Jottings.module.css';

export default function JottingsAtDesk({ open, editable }: PanelProps) {
  const meeting = useMeeting();
  const { say, warn } = useNotices();
  const queries = useQueryClient();
  const id = meeting.notice.meeting;
  // What is around the text asks for them anew.
  const { data, error, refetch } = useQuery(jottingsQuery(id));
  if (error && !data) return <ErrorPanel onRetry={() => void refetch()}>{messageOf(error)}</ErrorPanel>;
  if (!data) return <Loading />;
  const left = data.jottings.filter(({ standing }) => standing.phase === 'open');
  const done = data.jottings.filter(({ standing }) => standing.phase === 'done');
  const insert = ({ text }: Jotting): void => {
    if (!open || !editable) return say(words.mayNotWrite);
    if (open.desk.gate.closed || !put(open.editor.view, (state) => wordsInto(state, text))) return say(words.composing);
    return undefined;
  };
  const act = async (jotting: Jotting, type: Extract<JottingAct['type'], 'finish' | 'reopen'>): Promise<void> => {
    try {
      await api.putJotting(id, { id: jotting.id, act: { type } });
    } catch (failure) {
      warn(messageOf(failure));
    }
    await queries.invalidateQueries({ queryKey: jottingsQuery(id).queryKey });
  };
  return (
    <div className="stack">
      <p className="small muted">
        {editable ? words.deskHint : words.mayNotWrite} {words.hint}
      </p>
      {left.length === 0 && <p className="muted">{done.length > 0 ? words.noneOpen : words.none}</p>}
      <ul className={look['rows']} aria-label={words.list}>
        {left.map((jotting) => (
          <Row key={jotting.id} jotting={jotting} onInsert={insert} onAct={(one) => void act(one, 'finish')} />
        ))}
      </ul>
      {done.length > 0 && (
        <details className={look['done']}>
          <summary>{words.settled(done.length, 0)}</summary>
          <ul className={look['rows']}>
            {done.map((jotting) => (
              <Row key={jotting.id} jotting={jotting} onInsert={insert} onAct={(one) => void act(one, 'reopen')} />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

interface RowProps {
  readonly jotting: Jotting;
  readonly onInsert: (jotting: Jotting) => void;
  readonly onAct: (jotting: Jotting) => void;
}

function Row({ jotting, onInsert, onAct }: RowProps) {
  const meeting = useMeeting();
  const { person } = useViewer();
  const { text, by, at, about, standing } = jotting;
  const isDone = standing.phase === 'done';
  return (
    <li>
      <p>{text}</p>
      <p className="small muted num">{[clockTime(at), nameOf(meeting.roll, by), aboutText(meeting, about)].join(' · ')}</p>
      <div className="row">
        {/* The caret stays where it is in the text. */}
        <Button
          size="small"
          aria-label={words.insertOf(text)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onInsert(jotting)}
        >
          {words.insert}
        </Button>
        {maySettleJottings(meeting, person) && (
          <Button
            size="small"
            kind="quiet"
            aria-label={isDone ? words.reopenOf(text) : words.finishOf(text)}
            onClick={() => onAct(jotting)}
          >
            {isDone ? words.reopen : words.finish}
          </Button>
        )}
      </div>
    </li>
  );
}
