// Knows what a member keeps of a meeting that is over: thanks, results, the own record.
import { presenceOf, type Concluded } from '@xieshang/meeting';
import { useViewer } from '../../live/index.ts';
import { Card } from '../../ui/Card.tsx';
import { clockText } from '../../ui/clock-text.ts';
import { clockTime } from '../../words/time.ts';
import { memberWords as words } from '../../words/zh/member.ts';
import { roomWords } from '../../words/zh/room.ts';
import { AskedOfMe } from '../shared/AskedOfMe.tsx';
import { MinutesCard } from '../shared/MinutesCard.tsx';
import { Results } from '../shared/Results.tsx';
import { toldResults } from '../shared/rounds.ts';
import { isCounted } from '../shared/verdict.ts';
import { QuestionList } from '../shared/QuestionList.tsx';
import { questionsOf } from '../shared/questions.ts';
import { WrittenSpeeches } from '../shared/WrittenLater.tsx';
import { MyAmendments } from './AmendmentsLater.tsx';
import { EarlierElections } from '../elections/Told.tsx';
import { SecretVoteParts } from './SecretVoteParts.tsx';
import look from './Now.module.css';

export function Ended({ meeting }: { readonly meeting: Concluded }) {
  const { person } = useViewer();
  const presence = presenceOf(meeting.roll, person);
  const speeches = meeting.queue.speeches.filter((speech) => speech.person === person);
  const votes = toldResults(meeting).filter(
    ({ result }) => isCounted(result) && result.votes.some(({ voter, choice }) => voter === person && choice !== 'notPressed'),
  );
  return (
    <>
      <AskedOfMe />
      <Card>
        <h2>{words.thanks}</h2>
        <p className="muted">{roomWords.concludedAt(clockTime(meeting.concludedAt))}</p>
      </Card>
      <MinutesCard />
      <Card>
        <h2>{words.myRecord}</h2>
        <dl className={look['facts']}>
          <dt>{words.myCheckIn}</dt>
          <dd className="num">
            {presence ? `${clockTime(presence.at)} · ${presence.where === 'hall' ? words.hall : words.onlinePlace}` : words.none}
          </dd>
          <dt>{words.mySpeeches}</dt>
          <dd>
            {speeches.length === 0 && words.none}
            {speeches.map(({ requestId, kind, spokenMs, topic }) => (
              <p key={requestId}>
                <span className="num">{words.spoke(roomWords.speechKinds[kind], kind === 'writtenSpeech' ? '' : clockText(spokenMs))}</span>
                {topic && <span className="muted"> {topic}</span>}
              </p>
            ))}
          </dd>
          <dt>{words.myVotes}</dt>
          <dd>{votes.length === 0 ? words.none : words.voted(votes.length)}</dd>
        </dl>
      </Card>
      <SecretVoteParts />
      <Results meeting={meeting} fresh={[]} viewer={person} />
      <EarlierElections />
      <MyAmendments />
      {questionsOf(meeting.queue).length > 0 && (
        <Card>
          <h2>{words.questions}</h2>
          <QuestionList meeting={meeting} />
        </Card>
      )}
      <WrittenSpeeches />
    </>
  );
}
