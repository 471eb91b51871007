// Knows what departments still owe an answer to, and how they are asked for it; not what becomes of the answers.
import { answerId, ratings, requestId, type PersonId, type Rating } from '@xieshang/meeting';
import { useState } from 'react';
import { newId, useMeeting, useSend, type Send } from '../../live/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { writtenDay } from '../../words/time.ts';
import { officeWords as words } from '../../words/zh/office.ts';
import { roomWords } from '../../words/zh/room.ts';
import type { Held } from '../shared/held.ts';
import { nextUp } from '../shared/list-order.ts';
import { departmentOf, nameOf } from '../shared/people.ts';
import { Act, useLit, type Bodies } from './act.tsx';
import { AnswerOnBehalf } from './AnswerOnBehalf.tsx';
import look from './QuestionsCard.module.css';
import { questionsOf, type Question } from '../shared/questions.ts';
import { Heading } from './Heading.tsx';

export function QuestionsCard() {
  const { queue, roll } = useMeeting();
  const questions = questionsOf(queue);
  const owed = questions.filter(({ answer }) => !answer);
  const answered = questions.filter(({ answer }) => answer);
  return (
    <Card className={look['card']} aria-label={words.questions}>
      <div className={look['head']}>
        <Heading>
          {words.questions} {owed.length > 0 && <span className="small muted num">{owed.length}</span>}
        </Heading>
      </div>
      {owed.length === 0 ? (
        <p className={look['empty']}>{words.questionsNone}</p>
      ) : (
        <div className={look['rows']}>
          {[...Map.groupBy(owed, ({ department }) => department)].map(([department, ofOne]) => (
            <section key={department} aria-label={departmentOf(roll, department)}>
              <h3 className={look['unit']}>{words.questionsOf(departmentOf(roll, department), ofOne.length)}</h3>
              <ul>
                {ofOne.map((question) => (
                  <Owed key={question.speech.requestId} question={question} />
                ))}
              </ul>
            </section>
          ))}
        </div>
      )}
      {answered.length > 0 && (
        <details className={look['answered']}>
          <summary>{words.questionsAnswered(answered.length)}</summary>
          <ul>
            {answered.map((question) => (
              <Answered key={`${question.speech.requestId} ${question.department}`} question={question} />
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
}

/** Puts the department at the head of the list, or on the floor when that is free. */
function askingBodies(meeting: Held, { speech }: Question, person: PersonId, may: Send['may']): Bodies {
  const id = requestId(newId());
  const ask = {
    type: 'EnterRequest',
    requestId: id,
    person,
    kind: 'departmentResponse',
    topic: speech.topic,
    inReplyTo: speech.requestId,
  } as const;
  const [first] = nextUp(meeting, 1);
  // Who may give the floor is told only that the request is not there yet.
  const gives = may({ type: 'GiveFloor', requestId: id })?.type === 'UnknownRequest';
  if (gives) return [ask, { type: 'GiveFloor', requestId: id }];
  return first ? [ask, { type: 'MoveRequest', requestId: id, before: first.requestId }] : [ask];
}

function Owed({ question }: { readonly question: Question }) {
  const meeting = useMeeting();
  const { roll, queue, phase } = meeting;
  const { speech, department } = question;
  const { may } = useSend();
  // What is still owed when the meeting is over stays on the page, as a note and not as something to press.
  const over = phase === 'concluded';
  const [recording, setRecording] = useState(false);
  const lit = useLit({ type: 'AnswerSpeech', answerId: answerId('any'), requestId: speech.requestId, kind: 'explain', department });
  const listed =
    queue.waiting.some(({ person }) => person === department) ||
    (queue.floor.phase !== 'empty' && queue.floor.request.person === department);
  return (
    <li>
      <div className={look['about']}>
        <p>{[nameOf(roll, speech.person), speech.topic].filter(Boolean).join('：')}</p>
      </div>
      {over && <Tag tone="amber">{words.notReplied}</Tag>}
      {!over && listed && <Tag tone="amber">{words.askListed}</Tag>}
      {!over && !listed && (
        <Act
          bodies={askingBodies(meeting, question, department, may)}
          size="small"
          aria-label={`${words.askForReply}：${departmentOf(roll, department)}`}
        >
          {words.askForReply}
        </Act>
      )}
      {!over && lit && (
        <Button
          size="small"
          kind="quiet"
          unavailable={lit.reason}
          aria-label={`${words.onBehalf}：${departmentOf(roll, department)}`}
          onClick={() => setRecording(true)}
        >
          {words.onBehalf}
        </Button>
      )}
      {recording && <AnswerOnBehalf speech={speech} department={department} onClose={() => setRecording(false)} />}
    </li>
  );
}

function Answered({ question }: { readonly question: Question }) {
  const { roll, queue } = useMeeting();
  const { speech, department, answer } = question;
  if (!answer) return null;
  const about = [nameOf(roll, speech.person), speech.topic].filter(Boolean).join('：');
  return (
    <li>
      <div className={look['about']}>
        <p>
          {departmentOf(roll, department)} <Tag tone="jade">{roomWords.answerKinds[answer.kind]}</Tag>
        </p>
        <p className="small muted">
          {[about, answer.note, answer.dueDate && words.due(writtenDay(answer.dueDate))].filter(Boolean).join(' · ')}
        </p>
        <Rated ratings={Object.values(queue.ratings[answer.answerId] ?? {})} />
      </div>
    </li>
  );
}

/** How many members think what of it; their names stay in the record. */
function Rated({ ratings: said }: { readonly ratings: readonly Rating[] }) {
  if (said.length === 0) return null;
  const figures = ratings.flatMap((rating) => {
    const count = said.filter((one) => one === rating).length;
    return count > 0 ? [`${roomWords.ratings[rating]} ${count}`] : [];
  });
  return <p className="small num">{words.rated(figures.join(' · '))}</p>;
}
