// Knows how a wish for an older version is carried over to the clause as it stands; where both changed one place, somebody chooses.
import type { Amendment, Recommendation } from '@xieshang/meeting';
import { collisionsOf, mergedText, rebaseOf } from '@xieshang/minutes/amending';
import { useMemo, useState } from 'react';
import { useMeeting } from '../../../live/index.ts';
import { TextArea } from '../../../ui/Field.tsx';
import { amendmentWords as words } from '../../../words/zh/amendments.ts';
import { chosenTexts, type Choices } from '../../amendments/choices.ts';
import { Collisions } from '../../amendments/Collisions.tsx';
import { TextDifference } from '../../amendments/TextDifference.tsx';
import { nameOf } from '../../shared/people.ts';
import { ActForm } from '../ActForm.tsx';
import { useAct } from '../act.tsx';
import look from './amendments.module.css';

interface RebaseDialogProps {
  /** As it stands; another version of it is another dialog. */
  readonly clause: Recommendation;
  readonly amendment: Amendment;
  readonly onClose: () => void;
}

export function RebaseDialog({ clause, amendment, onClose }: RebaseDialogProps) {
  const { roll } = useMeeting();
  const { act, busy } = useAct();
  const { version, text: now } = clause;
  const { amendmentId, original, text: wished, by } = amendment;
  const stretches = useMemo(() => rebaseOf(original, wished, now), [original, wished, now]);
  const [choices, setChoices] = useState<Choices>([]);
  const [typed, setTyped] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const collides = collisionsOf(stretches).length > 0;
  const chosen = chosenTexts(stretches, choices);
  const text = typed ?? mergedText(stretches, chosen);
  const submit = async () => {
    setTried(true);
    if (text === null || text.trim() === '') return;
    if (await act({ type: 'RebaseAmendment', amendmentId, version, text: text.trim() })) onClose();
  };
  return (
    <ActForm wide title={words.rebaseTitle} act={words.rebaseAct} busy={busy} onAct={() => void submit()} onClose={onClose}>
      <p className="muted">{words.rebaseWill(version)}</p>
      {collides && (
        <>
          <p className={look['alert']}>{words.collisions(collisionsOf(stretches).length)}</p>
          <Collisions
            stretches={stretches}
            namesOf={(ids) => ids.map((id) => (id === 'now' ? words.clauseNow(version) : nameOf(roll, by))).join('、')}
            choices={choices}
            onChoices={(next) => {
              setChoices(next);
              setTyped(null);
            }}
          />
        </>
      )}
      {text === null ? (
        <p role="status" className={tried ? look['alert'] : 'muted'}>
          {words.collisionsLeft(chosen.filter((one) => one === null).length)}
        </p>
      ) : (
        <>
          <TextArea
            label={words.text}
            value={text}
            onText={setTyped}
            rows={5}
            maxLength={2000}
            error={tried && text.trim() === '' ? words.textNeeded : undefined}
          />
          <section className={look['difference']} aria-label={words.difference}>
            {text.trim() === now ? <p className="muted">{words.noChange}</p> : <TextDifference before={now} after={text} />}
          </section>
        </>
      )}
    </ActForm>
  );
}
