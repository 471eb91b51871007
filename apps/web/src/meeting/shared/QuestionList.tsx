// Knows how speeches put to departments and their answers are listed; not who may answer.
import { Tag } from '../../ui/Tag.tsx';
import { writtenDay } from '../../words/time.ts';
import { memberWords as words } from '../../words/zh/member.ts';
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
            </div>
          </li>
        );
      })}
    </ul>
  );
}
