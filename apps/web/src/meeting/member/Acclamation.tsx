// Knows the window in which a member may object to 鼓掌通过; otherwise there is nothing to do.
import type { MotionId } from '@xieshang/meeting';
import { useSend } from '../../live/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { useConfirm } from '../../ui/confirm.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { refusalSentence } from '../../words/refusals.ts';
import { memberWords as words } from '../../words/zh/member.ts';
import { roomWords } from '../../words/zh/room.ts';
import { CountdownClock } from '../shared/CountdownClock.tsx';
import { PaperText } from '../shared/PaperText.tsx';
import type { MotionAt } from '../shared/scene.ts';
import look from './Ballot.module.css';

export function Acclamation({ motions }: { readonly motions: readonly MotionAt<'objection'>[] }) {
  const [first] = motions;
  if (!first) return null;
  return (
    <section className={look['ballot']} aria-label={roomWords.acclamation}>
      <div className={look['head']}>
        <h2 className={look['heading']}>
          <Tag tone="seal">{roomWords.acclamation}</Tag> {roomWords.papers(motions.map(({ paper }) => paper))}
        </h2>
        <div className={look['countdown']}>
          <CountdownClock dueAt={first.dueAt} label={roomWords.objectionCountdown} ended={roomWords.windowIsUp} />
        </div>
      </div>
      <p>
        <strong>{roomWords.acclamationAsk}</strong>
        <br />
        <span className="small muted">{words.objectionNone}</span>
      </p>
      {motions.map((motion) => (
        <Card key={motion.motionId} as="article">
          {motions.length > 1 && <h3 className={look['number']}>{roomWords.paper(motion.paper)}</h3>}
          <PaperText paper={motion.paper} locked />
          <div className={look['inCard']}>
            <Objection motionId={motion.motionId} />
          </div>
        </Card>
      ))}
    </section>
  );
}

function Objection({ motionId }: { readonly motionId: MotionId }) {
  const { send, may, sending } = useSend();
  const ask = useConfirm();
  const { warn } = useNotices();
  const refusal = may({ type: 'RaiseObjection', motionId });
  const raise = async () => {
    if (!(await ask({ title: words.objectionTitle, will: words.objectionWill, act: words.objection }))) return;
    const answer = await send({ type: 'RaiseObjection', motionId });
    if (!answer.ok) warn(refusalSentence(answer.refusal));
  };
  if (refusal?.type === 'NotOnVoterRoll') return <p className="small muted">{refusalSentence(refusal)}</p>;
  return (
    <Button
      wide
      size="large"
      busy={sending.has('RaiseObjection')}
      unavailable={refusal ? refusalSentence(refusal) : undefined}
      onClick={() => void raise()}
    >
      {words.objection}
    </Button>
  );
}
