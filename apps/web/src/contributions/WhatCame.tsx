// Knows what is told of one contribution beside its figures: topic, order, answers, who acted for whom; the long texts on demand.
import type { Contribution, GivenAnswer } from '@xieshang/record/contributions';
import { Tag, type Tone } from '../ui/Tag.tsx';
import { writtenDay } from '../words/time.ts';
import { contributionsWords as words } from '../words/zh/contributions.ts';
import { roomWords } from '../words/zh/room.ts';
import look from './WhatCame.module.css';

const digestTones: Readonly<Record<NonNullable<Contribution['digest']>['standing'], Tone>> = {
  waiting: 'amber',
  confirmed: 'jade',
  contested: 'seal',
  excused: 'grey',
};

export function WhatCame({ one }: { readonly one: Contribution }) {
  const { topic, text, kind, addressedTo, answers, owed, instead, enteredBy, over, inReplyTo, digest } = one;
  const unheard = owed.map(({ name }) => name);
  return (
    <div className={look['what']}>
      <p className={topic === '' ? 'muted' : look['topic']}>{topic === '' ? words.noTopic : topic}</p>
      {inReplyTo && (
        <p className={look['note']}>{words[kind === 'departmentResponse' ? 'answers' : 'follows'](inReplyTo.number, inReplyTo.name)}</p>
      )}
      {over && <p className={look['note']}>{words.interrupted(over.number, over.name)}</p>}
      {instead && <p className={look['note']}>{words.instead(instead.name, instead.reason)}</p>}
      {enteredBy !== null && (
        <p className={look['note']}>
          <Tag tone="grey">{words.byOffice}</Tag> {words.entered(enteredBy, kind === 'writtenSpeech')}
        </p>
      )}
      {addressedTo.length > 0 && answers.length === 0 && unheard.length === 0 && (
        <p className={look['note']}>{words.asked(addressedTo.map(({ name }) => name))}</p>
      )}
      {answers.map((answer) => (
        <Answered key={answer.person} answer={answer} />
      ))}
      {unheard.length > 0 && (
        <p className={look['note']}>
          <Tag tone="amber">{words.owed(unheard)}</Tag>
        </p>
      )}
      {text !== null && <LongText name={words.written} text={text} />}
      {digest && (
        <>
          <p className={look['note']}>
            <Tag tone={digestTones[digest.standing]}>{words.digests[digest.standing]}</Tag>
          </p>
          {digest.text !== '' && <p className={look['digest']}>{digest.text}</p>}
        </>
      )}
    </div>
  );
}

function Answered({ answer: { name, kind, note, dueDate, enteredBy } }: { readonly answer: GivenAnswer }) {
  return (
    <p className={look['answer']}>
      <b>{words.answered(name)}</b> <Tag tone="jade">{roomWords.answerKinds[kind]}</Tag> {note}
      {dueDate !== null && <span className="num"> {words.due(writtenDay(dueDate))}</span>}
      {enteredBy !== null && (
        <>
          {' '}
          <Tag tone="grey">{words.byOffice}</Tag> {words.entered(enteredBy, false)}
        </>
      )}
    </p>
  );
}

const LongText = ({ name, text }: { readonly name: string; readonly text: string }) => (
  <details className={look['long']}>
    <summary>{name}</summary>
    <p>{text}</p>
  </details>
);
