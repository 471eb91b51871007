// Knows how a member says where he stands: three large choices, one press each, changeable; it is no vote and looks like none.
import { stanceOf, stances, type Stance } from '@xieshang/meeting';
import { useState } from 'react';
import { useLive, useMeeting, useSend, useViewer } from '../../live/index.ts';
import { Card } from '../../ui/Card.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { refusalSentence } from '../../words/refusals.ts';
import { pulseWords as words } from '../../words/zh/pulse.ts';
import { PaperText } from '../shared/PaperText.tsx';
import { pulseOpen } from '../shared/pulses.ts';
import look from './PulseCard.module.css';

export function PulseCard() {
  const meeting = useMeeting();
  const { person } = useViewer();
  const { pending } = useLive();
  const { send, may } = useSend();
  const { warn } = useNotices();
  const [pressed, setPressed] = useState<Stance | null>(null);
  const pulse = pulseOpen(meeting);
  if (!pulse) return null;
  const { pulseId, motionId, number, turn } = pulse;
  const draft = meeting.recommendations[motionId];
  const kept = stanceOf(pulse, person);
  const underWay = pending.some(({ body }) => body.type === 'TakePulse' && body.pulseId === pulseId) ? pressed : null;
  const barred = may({ type: 'TakePulse', pulseId, stance: kept === 'support' ? 'reserve' : 'support' });
  const take = async (stance: Stance) => {
    setPressed(stance);
    const answer = await send({ type: 'TakePulse', pulseId, stance });
    if (!answer.ok) warn(refusalSentence(answer.refusal));
  };
  return (
    <Card tone="next" aria-label={words.about(number, turn)}>
      <h2>
        <Tag tone="blue">{words.pulse}</Tag> {words.about(number, turn)}
      </h2>
      {draft && <PaperText paper={draft} />}
      <p className="small muted">{`${words.notVote}${words.nobodySees}`}</p>
      {barred ? (
        <p>{refusalSentence(barred)}</p>
      ) : (
        <>
          <div role="group" aria-label={words.pulse} className={look['choices']}>
            {stances.map((stance) => (
              <button
                key={stance}
                type="button"
                className={look['choice']}
                data-stance={stance}
                aria-pressed={(underWay ?? kept) === stance}
                onClick={() => void take(stance)}
              >
                {words.stances[stance]}
              </button>
            ))}
          </div>
          <p role="status" className={look['standing']}>
            {underWay ? words.taking(underWay) : kept ? words.taken(kept) : words.choose}
          </p>
        </>
      )}
    </Card>
  );
}
