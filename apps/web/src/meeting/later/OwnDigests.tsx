// Knows the card of the own speeches that are to be confirmed, those that wait for an answer first; fetched only by whom it concerns.
import { useMeeting, useViewer } from '../../live/index.ts';
import { Card } from '../../ui/Card.tsx';
import { signingWords as words } from '../../words/zh/signing.ts';
import { OwnDigest } from './OwnDigest.tsx';
import look from './OwnDigest.module.css';

export default function OwnDigests() {
  const { speechDigests, minutes } = useMeeting();
  const { person } = useViewer();
  const own = Object.values(speechDigests).filter((one) => one.person === person);
  const isOwed = ({ standing }: (typeof own)[number]): boolean => standing.phase === 'waiting';
  const owed = minutes.phase !== 'issued' && own.some(isOwed);
  return (
    <Card tone={owed ? 'next' : 'plain'} className={look['card'] ?? ''}>
      <h2>{owed ? words.toConfirm : words.yourSpeech}</h2>
      {owed && <p className="muted">{words.toConfirmHint}</p>}
      {own
        .toSorted((one, other) => Number(isOwed(other)) - Number(isOwed(one)))
        .map((digest, place) => (
          <OwnDigest key={`${digest.requestId} ${digest.version}`} digest={digest} next={place === 0} />
        ))}
    </Card>
  );
}
