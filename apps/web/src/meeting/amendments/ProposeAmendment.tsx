// Knows the sheet on which a member writes how a clause should read, and sees the difference meanwhile; nothing typed there is lost.
import { motionId as idOf, type Recommendation } from '@xieshang/meeting';
import { collisionsOf, mergedText, rebaseOf } from '@xieshang/minutes/amending';
import { useEffect, useState } from 'react';
import { keepWish, keptWish, newId, useConnection, useMeeting, useSend, useViewer, type KeptWish } from '../../live/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextArea } from '../../ui/Field.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { refusalSentence } from '../../words/refusals.ts';
import { amendmentWords as words } from '../../words/zh/amendments.ts';
import { common } from '../../words/zh/common.ts';
import { TextDifference } from './TextDifference.tsx';
import look from './amendments.module.css';

const longest = { text: 2000, reason: 500 } as const;

const fresh = ({ text, version }: Recommendation): KeptWish => ({ version, original: text, text, reason: '' });

/** How a wish goes on when the clause was revised while it was written: carried over where it can be, else both are shown. */
type Carried = 'no' | 'over' | 'collides';

function carry(wish: KeptWish, clause: Recommendation): { readonly wish: KeptWish; readonly carried: Carried } {
  if (wish.version === clause.version) return { wish, carried: 'no' };
  const stretches = rebaseOf(wish.original, wish.text, clause.text);
  const text = mergedText(stretches);
  const { version, text: original } = clause;
  // Where they collide the own words stay in the field, to be written anew beside the text as it stands.
  return text === null || collisionsOf(stretches).length > 0
    ? { wish: { ...wish, version, original }, carried: 'collides' }
    : { wish: { ...wish, version, original, text }, carried: 'over' };
}

export function ProposeAmendment({ clause, onClose }: { readonly clause: Recommendation; readonly onClose: () => void }) {
  const { notice } = useMeeting();
  const { person } = useViewer();
  const { motionId, number } = clause;
  const { send, sending } = useSend();
  const notices = useNotices();
  const connection = useConnection();
  const [amendmentId] = useState(() => idOf(newId()));
  const [kept] = useState(() => keptWish(notice.meeting, person, motionId));
  const [wish, setWish] = useState(kept ?? fresh(clause));
  const [carried, setCarried] = useState<Carried>('no');
  const [problem, setProblem] = useState<string>();
  const busy = sending.has('ProposeAmendment');
  const untouched = wish.text.trim() === wish.original && wish.reason === '';

  useEffect(() => {
    const next = carry(wish, clause);
    if (next.wish === wish) return;
    setWish(next.wish);
    setCarried(untouched ? 'no' : next.carried);
  }, [wish, clause, untouched]);
  useEffect(() => keepWish(notice.meeting, person, motionId, untouched ? null : wish), [notice.meeting, person, motionId, untouched, wish]);

  const submit = async () => {
    if (wish.text.trim() === '') return setProblem(words.textNeeded);
    setProblem(undefined);
    const { version, text, reason } = wish;
    const answer = await send({ type: 'ProposeAmendment', amendmentId, motionId, version, text, reason });
    if (!answer.ok) return setProblem(refusalSentence(answer.refusal));
    keepWish(notice.meeting, person, motionId, null);
    notices.say(words.submitted);
    onClose();
  };

  return (
    <Dialog
      open
      wide
      title={words.proposeTitle(number)}
      onClose={onClose}
      acts={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button kind="primary" size="large" busy={busy} onClick={() => void submit()}>
            {words.submit}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p className="small muted">{words.proposeWill(wish.version)}</p>
        {kept && carried === 'no' && <p className="small">{words.kept}</p>}
        {carried !== 'no' && (
          <div className={look['moved']} role="alert">
            <p>{carried === 'over' ? words.movedOn(clause.version) : words.collides(clause.version)}</p>
            {carried === 'collides' && <p className="serif">{clause.text}</p>}
          </div>
        )}
        <TextArea
          label={words.text}
          hint={words.textHint}
          error={problem}
          value={wish.text}
          onText={(text) => setWish({ ...wish, text })}
          maxLength={longest.text}
          rows={7}
        />
        <section className={look['difference']} aria-label={words.difference}>
          {wish.text.trim() === wish.original ? (
            <p className="muted">{words.noChange}</p>
          ) : (
            <TextDifference before={wish.original} after={wish.text.trim()} />
          )}
        </section>
        <TextArea
          label={words.reason}
          value={wish.reason}
          onText={(reason) => setWish({ ...wish, reason })}
          maxLength={longest.reason}
          rows={2}
          style={{ minHeight: '4.2rem' }}
        />
        {busy && (
          <p className="small" role="status">
            {connection === 'live' ? words.sending : words.willSend}
          </p>
        )}
        {!untouched && !busy && (
          <Button size="small" kind="quiet" onClick={() => setWish(fresh(clause))}>
            {words.again}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
