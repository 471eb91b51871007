// Knows how words for one person are written and sent, beside what the same two have said before.
import { asideId, type PersonId } from '@xieshang/meeting';
import { newId, useMeeting, useNote, useViewer } from '../../../live/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { TextArea } from '../../../ui/Field.tsx';
import { useNotices } from '../../../ui/notices.tsx';
import { officeAsideWords as words } from '../../../words/zh/office-asides.ts';
import { usePrivateWords } from '../../shared/use-private-words.ts';
import { ActForm } from '../../../ui/ActForm.tsx';
import { AsideList } from './AsideList.tsx';
import look from './aside.module.css';
import { useBegunWords } from './begun.ts';
import { calledOf } from './called.ts';

/** Characters; the server takes no more. */
const longest = 200;

interface AsideDialogProps {
  readonly person: PersonId;
  readonly onClose: () => void;
}

export function AsideDialog({ person, onClose }: AsideDialogProps) {
  const { roll, asides } = useMeeting();
  const viewer = useViewer();
  const { onlinePersons } = useNote();
  const { say } = useNotices();
  const [text, write] = useBegunWords(person);
  const { problem, busy, submit } = usePrivateWords();
  const before = asides.filter((one) => one.from === viewer.person && one.to === person);
  const speak = () => {
    const id = newId();
    return submit({
      wordId: id,
      text,
      needed: words.needed,
      commandOf: (digest) => ({ type: 'SendAside', asideId: asideId(id), to: person, digest }),
      onSent: () => {
        write('');
        say(words.sent);
        onClose();
      },
    });
  };
  return (
    <ActForm title={words.title(calledOf(roll, person))} act={words.send} busy={busy} onAct={() => void speak()} onClose={onClose}>
      <p className="small muted">{words.will}</p>
      {onlinePersons && !onlinePersons.includes(person) && <p className={`small ${look['away']}`}>{words.away}</p>}
      <TextArea
        label={words.field}
        hint={words.hint}
        error={problem}
        value={text}
        onText={write}
        maxLength={longest}
        rows={3}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !busy) void speak();
        }}
      />
      <div className="row" role="group" aria-label={words.phrases}>
        {words.ready.map((one) => (
          <Button key={one} size="small" aria-pressed={text === one} onClick={() => write(one)}>
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
