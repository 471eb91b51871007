// Knows how several wishes become one revision of a clause: what goes together, what is chosen at each collision, the words at last, and why.
import { isStale, type Amendment, type MotionId, type Recommendation } from '@xieshang/meeting';
import { collisionsOf, mergedText, mergeOf, rebaseOf, type Wish } from '@xieshang/minutes/amending';
import { useState } from 'react';
import { useMeeting } from '../../../live/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { TextArea } from '../../../ui/Field.tsx';
import { amendmentWords as words } from '../../../words/zh/amendments.ts';
import { chosenTexts, type Choices } from '../../amendments/choices.ts';
import { Collisions } from '../../amendments/Collisions.tsx';
import { TextDifference } from '../../amendments/TextDifference.tsx';
import { nameOf } from '../../shared/people.ts';
import { ActForm } from '../../../ui/ActForm.tsx';
import { ReasonField } from '../ReasonField.tsx';
import { useAct } from '../act.tsx';
import look from './amendments.module.css';

interface MergeDialogProps {
  /** As it stands; another version of it is another dialog. */
  readonly clause: Recommendation;
  readonly amendments: readonly Amendment[];
  readonly onClose: () => void;
}

/** A wish that starts from an older version is carried over where that can be done; else it is left out, and named. */
function wishesFor(amendments: readonly Amendment[], { text: now }: Recommendation, stale: (one: Amendment) => boolean) {
  const wishes: Wish<MotionId>[] = [];
  const left: Amendment[] = [];
  for (const one of amendments) {
    const text = stale(one) ? mergedText(rebaseOf(one.original, one.text, now)) : one.text;
    if (text === null) left.push(one);
    else wishes.push({ id: one.amendmentId, text });
  }
  return { wishes, left };
}

export function MergeDialog({ clause, amendments, onClose }: MergeDialogProps) {
  const meeting = useMeeting();
  const { act, busy } = useAct();
  const { motionId, number, version, text: now } = clause;
  const { wishes, left } = wishesFor(amendments, clause, (one) => isStale(meeting, one));
  const stretches = mergeOf(now, wishes);
  const [choices, setChoices] = useState<Choices>([]);
  const [typed, setTyped] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const chosen = chosenTexts(stretches, choices);
  const open = chosen.filter((one) => one === null).length;
  const collisions = collisionsOf(stretches).length;
  const merged = typed ?? mergedText(stretches, chosen);
  const names = (ids: readonly MotionId[]): string =>
    ids.flatMap((id) => amendments.filter(({ amendmentId }) => amendmentId === id).map(({ by }) => nameOf(meeting.roll, by))).join('、');
  const submit = async () => {
    setTried(true);
    if (merged === null || merged.trim() === '' || reason.trim() === '') return;
    const amendmentIds = wishes.map(({ id }) => id);
    const done = await act({ type: 'MergeAmendments', motionId, amendmentIds, version, text: merged.trim(), reason: reason.trim() });
    if (done) onClose();
  };
  return (
    <ActForm wide title={words.mergeTitle(number)} act={words.mergeAct} busy={busy} onAct={() => void submit()} onClose={onClose}>
      <p className="muted">{words.mergeWill(version + 1)}</p>
      {left.length > 0 && (
        <p role="alert" className={look['alert']}>
          {words.alsoStale(left.map(({ by }) => nameOf(meeting.roll, by)).join('、'))}
        </p>
      )}
      {collisions > 0 && <p className={look['alert']}>{words.collisions(collisions)}</p>}
      <Collisions
        stretches={stretches}
        namesOf={names}
        choices={choices}
        onChoices={(next) => {
          setChoices(next);
          setTyped(null);
        }}
      />
      {merged === null ? (
        <p role="status" className={tried ? look['alert'] : 'muted'}>
          {words.collisionsLeft(open)}
        </p>
      ) : (
        <>
          <TextArea
            label={words.merged}
            hint={words.mergedHint}
            value={merged}
            onText={setTyped}
            rows={5}
            maxLength={2000}
            error={tried && merged.trim() === '' ? words.textNeeded : undefined}
          />
          <section className={look['difference']} aria-label={words.difference}>
            <TextDifference before={now} after={merged} />
          </section>
        </>
      )}
      <ReasonField reason={reason} onReason={setReason} tried={tried} />
      <div className="row">
        {words.usualReasons.map((one) => (
          <Button key={one} size="small" aria-pressed={reason === one} onClick={() => setReason(one)}>
            {one}
          </Button>
        ))}
      </div>
    </ActForm>
  );
}
