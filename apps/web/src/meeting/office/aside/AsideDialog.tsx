// Knows how words for one person are written and sent, beside what the same two have said before.
import { asideId, type PersonId } from '@xieshang/meeting';
import { useState } from 'react';
import { api } from '../../../http/api.ts';
import { messageOf } from '../../../http/client.ts';
import { newId, useMeeting, useNote, useSend, useViewer } from '../../../live/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { TextArea } from '../../../ui/Field.tsx';
import { useNotices } from '../../../ui/notices.tsx';
import { refusalSentence } from '../../../words/refusals.ts';
import { officeAsideWords as words } from '../../../words/zh/office-asides.ts';
import { ActForm } from '../ActForm.tsx';
import { AsideList } from './AsideList.tsx';
import look from './aside.module.css';
import { calledOf } from './called.ts';

/** Characters; the server takes no more. */
const longest = 200;

interface AsideDialogProps {
  readonly person: PersonId;
  readonly onClose: () => void;
}

export function AsideDialog({ person, onClose }: AsideDialogProps) {
  const { roll, notice, asides } = useMeeting();
  const viewer = useViewer();
  const { onlinePersons } = useNote();
  const { send } = useSend();
  const { say } = useNotices();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const before = asides.filter((one) => one.from === viewer.person && one.to === person);
  const submit = async () => {
    const written = text.trim();
    if (written === '') return setProblem(words.needed);
    setBusy(true);
    try {
      const id = newId();
      const { digest } = await api.keepPrivateWords(notice.meeting, id, written);
      const answer = await send({ type: 'SendAside', asideId: asideId(id), to: person, digest });
      if (answer.ok) {
        say(words.sent);
        return onClose();
      }
      setProblem(refusalSentence(answer.refusal));
    } catch (error) {
      setProblem(messageOf(error));
    }
    setBusy(false);
  };
  return (
    <ActForm title={words.title(calledOf(roll, person))} act={words.send} busy={busy} onAct={() => void submit()} onClose={onClose}>
      <p className="small muted">{words.will}</p>
      {onlinePersons && !onlinePersons.includes(person) && <p className={`small ${look['away']}`}>{words.away}</p>}
      <TextArea
        label={words.field}
        hint={words.hint}
        error={problem}
        value={text}
        onText={setText}
        maxLength={longest}
        rows={3}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !busy) void submit();
        }}
      />
      <div className="row" role="group" aria-label={words.phrases}>
        {words.ready.map((one) => (
          <Button key={one} size="small" aria-pressed={text === one} onClick={() => setText(one)}>
            {one}
          </Button>
        ))}
      </div>
      {before.length > 0 && (
        <section>
          <h3 className={look['before']}>{words.others}</h3>
          <AsideList asides={before} />
        </section>
      )}
    </ActForm>
  );
}
