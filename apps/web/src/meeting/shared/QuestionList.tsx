// Knows how speeches put to departments and their answers are listed; not who may answer.
import { ratingOf, ratings, type Answer } from '@xieshang/meeting';
import { useSend, useViewer } from '../../live/index.ts';
import { useNotices } from '../../ui/notices.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { writtenDay } from '../../words/time.ts';
import { memberWords as words } from '../../words/zh/member.ts';
import { refusalSentence } from '../../words/refusals.ts';
import { roomWords } from '../../words/zh/room.ts';
import type { Held } from './held.ts';
import { departmentOf, nameOf } from './people.ts';
import { questionsOf } from './questions.ts';
import look from './QuestionList.module.css';

/** One line for each department asked, newest first: answered and how, or still owed and until when. */
export function QuestionList({ meeting }: { readonly meeting: Held }) {
  const { roll, queue } = meeting;
  return (
    <ul className={look['list']}>
      {[...questionsOf(queue)].reverse().map(({ speech, department, answer }) => {
        const { requestId, person, topic } = speech;
        const owed = !answer || answer.kind === 'writtenReplyLater';
        const how = answer && (answer.dueDate ? words.until(writtenDay(answer.dueDate)) : roomWords.answerKinds[answer.kind]);
        return (
          <li key={`${requestId} ${department}`}>
            <Tag tone={owed ? 'amber' : 'jade'}>{owed ? words.owed : words.answered}</Tag>
            <div className={look['said']}>
              <p>{topic || words.noTopic}</p>
              <p className="small muted">
                {[`${nameOf(roll, person)} → ${departmentOf(roll, department)}`, how].filter(Boolean).join(' · ')}
              </p>
              {answer?.note && <p className="small">{answer.note}</p>}
              {answer && <Rating meeting={meeting} answer={answer} />}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** Only for those who may: one press, changeable, kept on disk before it is shown as said. */
function Rating({ meeting, answer: { answerId } }: { readonly meeting: Held; readonly answer: Answer }) {
  const { person } = useViewer();
  const { send, may } = useSend();
  const { warn } = useNotices();
  const own = ratingOf(meeting.queue, answerId, person);
  if (may({ type: 'RateAnswer', answerId, rating: own === 'fair' ? 'satisfied' : 'fair' }) !== null && own === undefined) return null;
  const rate = async (rating: (typeof ratings)[number]) => {
    const reply = await send({ type: 'RateAnswer', answerId, rating });
    if (!reply.ok) warn(refusalSentence(reply.refusal));
  };
  return (
    <div className={look['rating']} role="group" aria-label={words.rate} title={words.rated}>
      {ratings.map((rating) => (
        <button
          key={rating}
          type="button"
          aria-pressed={own === rating}
          disabled={may({ type: 'RateAnswer', answerId, rating }) !== null}
          onClick={() => void rate(rating)}
        >
          {roomWords.ratings[rating]}
        </button>
      ))}
    </div>
  );
}
