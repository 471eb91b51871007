// Knows how a wish for an older version is carried over to the clause as it stands; where both changed one place, somebody chooses.
import type { Amendment, Recommendation } from '@xieshang/meeting';
import { collisionsOf, mergedText, rebaseOf } from '@xieshang/minutes/amending';
import { useMemo, useState } from 'react';
import { useMeeting, useSend } from '../../live/index.ts';
import { ActForm } from '../../ui/ActForm.tsx';
import { TextArea } from '../../ui/Field.tsx';
import { refusalSentence } from '../../words/refusals.ts';
import { amendmentWords as words } from '../../words/zh/amendments.ts';
import { nameOf } from '../shared/people.ts';
import { chosenTexts, type Choices } from './choices.ts';
import { Collisions } from './Collisions.tsx';
import { TextDifference } from './TextDifference.tsx';
import look from './amendments.module.css';

interface RebaseDialogProps {
  /** As it stands; another version of it is another dialog. */
  readonly clause: Recommendation;
  readonly amendment: Amendment;
  readonly onClose: () => void;
}

export function RebaseDialog({ clause, amendment, onClose }: RebaseDialogProps) {
  const { roll } = useMeeting();
  const { send, sending } = useSend();
  const { version, text: now } = clause;
  const { amendmentId, original, text: wished, by } = amendment;
  const stretches = useMemo(() => rebaseOf(original, wished, now), [original, wished, now]);
  const [choices, setChoices] = useState<Choices>([]);
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string>();
  const collisions = collisionsOf(stretches).length;
  const chosen = chosenTexts(stretches, choices);
  const left = chosen.filter((one) => one === null).length;
  const text = typed ?? mergedText(stretches, chosen);
  const submit = async () => {
    if (text === null) return setProblem(words.collisionsLeft(left));
    if (text.trim() === '') return setProblem(words.textNeeded);
    const answer = await send({ type: 'RebaseAmendment', amendmentId, version, text: text.trim() });
    if (answer.ok) onClose();
    else setProblem(refusalSentence(answer.refusal));
  };
  return (
    <ActForm
      wide
      title={words.rebaseTitle}
      act={words.rebaseAct}
      busy={sending.has('RebaseAmendment')}
      onAct={() => void submit()}
      onClose={onClose}
    >
      <p className="muted">{words.rebaseWill(version)}</p>
      {collisions > 0 && (
        <>
          <p className={look['moved']}>{words.collisions(collisions)}</p>
          <Collisions
            stretches={stretches}
            namesOf={(ids) => ids.map((id) => (id === 'now' ? words.clauseNow(version) : nameOf(roll, by))).join('、')}
            choices={choices}
            onChoices={(next) => {
              setChoices(next);
              setTyped(null);
              setProblem(undefined);
            }}
          />
        </>
      )}
      {text === null ? (
        <p role={problem ? 'alert' : 'status'} className={problem ? look['moved'] : 'muted'}>
          {words.collisionsLeft(left)}
        </p>
      ) : (
        <>
          <TextArea label={words.text} value={text} onText={setTyped} rows={5} maxLength={2000} error={problem} />
          <section className={look['difference']} aria-label={words.difference}>
            {text.trim() === now ? <p className="muted">{words.noChange}</p> : <TextDifference before={now} after={text} />}
          </section>
        </>
      )}
    </ActForm>
  );
}
