// Knows how the written speeches of a meeting are read by those who take part: a line each, the text when it is opened.
import { useState } from 'react';
import { useMeeting, useViewer } from '../../live/index.ts';
import { TextField } from '../../ui/Field.tsx';
import { MoreOf, useFirstOf } from '../../ui/first-of.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { clockTime } from '../../words/time.ts';
import { writtenWords as words } from '../../words/zh/written.ts';
import nowLook from '../member/Now.module.css';
import { affiliationOf, departmentOf, nameOf } from '../shared/people.ts';
import { withWords, writtenOf, type WrittenSpeech } from './written.ts';
import look from './WrittenSpeeches.module.css';

/** With more than so many one looks for a word. */
const many = 10;

/** Q20. Open to everybody of the meeting; folded, as what goes on comes first. */
export function WrittenSpeeches() {
  const { queue, roll } = useMeeting();
  const [open, setOpen] = useState(false);
  const [sought, setSought] = useState('');
  const all = writtenOf(queue);
  const found = withWords(all, roll, sought);
  const first = useFirstOf(found, many);
  return (
    <details className={nowLook['fold']} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{`${words.title}（${words.count(all.length)}）`}</summary>
      {open && all.length > many && (
        <>
          <TextField label={words.find} value={sought} onText={setSought} type="search" autoComplete="off" placeholder={words.findBy} />
          <p className={look['found']} role="status">
            {sought.trim() && (found.length > 0 ? words.found(found.length, all.length) : words.noneFound)}
          </p>
        </>
      )}
      {open && (
        <ul className={look['list']}>
          {first.shown.map((speech) => (
            <Written key={speech.requestId} speech={speech} />
          ))}
        </ul>
      )}
      {open && <MoreOf first={first} say={words.more} />}
    </details>
  );
}

function Written({ speech: { person, topic, text, addressedTo, from } }: { readonly speech: WrittenSpeech }) {
  const { roll } = useMeeting();
  const viewer = useViewer();
  const [open, setOpen] = useState(false);
  const to = addressedTo.map((one) => departmentOf(roll, one)).join('、');
  return (
    <li>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className={look['line']}>
          <span className={look['topic']}>{topic || words.noTopic}</span>
          <span className="small muted num">
            {[nameOf(roll, person), affiliationOf(roll, person), clockTime(from)].filter(Boolean).join(' · ')}
            {to && words.to(to)}
          </span>
          {person === viewer.person && <Tag>{words.mine}</Tag>}
        </summary>
        {open && <p className={look['text']}>{text}</p>}
      </details>
    </li>
  );
}
