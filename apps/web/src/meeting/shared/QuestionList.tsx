// Knows how speeches put to departments and their answers are listed; not who may answer.
import { latestAnswers, type PersonId, type RequestId } from '@xieshang/meeting';
import { Tag } from '../../ui/Tag.tsx';
import { writtenDay } from '../../words/time.ts';
import { memberWords as words } from '../../words/zh/member.ts';
import { roomWords } from '../../words/zh/room.ts';
import type { Held } from './held.ts';
import { departmentOf, nameOf } from './people.ts';
import look from './QuestionList.module.css';

interface Question {
  readonly requestId: RequestId;
  readonly person: PersonId;
  readonly topic: string;
  readonly addressedTo: readonly PersonId[];
}

/** Every speech so far that was put to a department, newest first. */
export function questionsOf({ queue }: Held): readonly Question[] {
  const { floor, speeches } = queue;
  const heard: readonly Question[] = floor.phase === 'empty' ? speeches : [...speeches, floor.request];
  return heard.filter(({ addressedTo }) => addressedTo.length > 0).reverse();
}

/** One line for each department asked: answered and how, or still owed and until when. */
export function QuestionList({ meeting }: { readonly meeting: Held }) {
  const { roll, queue } = meeting;
  return (
    <ul className={look['list']}>
      {questionsOf(meeting).flatMap(({ requestId, person, topic, addressedTo }) => {
        const answers = latestAnswers(queue, requestId);
        return addressedTo.map((department) => {
          const answer = answers.find((one) => one.department === department);
          const owed = !answer || answer.kind === 'writtenReplyLater';
          const how = answer && (answer.dueDate ? words.until(writtenDay(answer.dueDate)) : roomWords.answerKinds[answer.kind]);
          return (
            <li key={`${requestId} ${department}`}>
              <Tag tone={owed ? 'amber' : 'jade'}>{owed ? words.owed : words.answered}</Tag>
              <div className={look['said']}>
                <p>{topic || words.noTopic}</p>
                <p className="small muted">{[`${nameOf(roll, person)} → ${departmentOf(roll, department)}`, how].filter(Boolean).join(' · ')}</p>
                {answer?.note && <p className="small">{answer.note}</p>}
              </div>
            </li>
          );
        });
      })}
    </ul>
  );
}
