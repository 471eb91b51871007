// 找回文字: knows how words that stand no more are looked for, copied, and put back at the caret; not how they were found.
import type { FoundText } from '@xieshang/minutes/history';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { messageOf } from '../../../http/client.ts';
import { foundQuery } from '../../../http/history.ts';
import { useMeeting } from '../../../live/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { copyText } from '../../../ui/copy.ts';
import { SelectField, TextField } from '../../../ui/Field.tsx';
import { useNotices } from '../../../ui/notices.tsx';
import { EmptyState, ErrorPanel, Loading } from '../../../ui/states.tsx';
import { historyWords as words } from '../../../words/zh/minutes-history.ts';
import type { OpenText } from '../panel.ts';
import { isSmall, matching, writersOfFound } from './found-texts.ts';
import look from './History.module.css';
import { putAtCaret } from './restore.ts';
import { timeOf, whoIs } from './who.ts';

const shownAtFirst = 30;
/** Longer texts are shown in part. */
const shownLetters = 160;

interface FoundProps {
  readonly open: OpenText | null;
  readonly editable: boolean;
}

export function Found({ open, editable }: FoundProps) {
  const { notice, roll } = useMeeting();
  const found = useQuery(foundQuery(notice.meeting));
  const [search, setSearch] = useState('');
  const [by, setBy] = useState('');
  const [small, setSmall] = useState(false);
  const [most, setMost] = useState(shownAtFirst);
  if (found.isPending) return <Loading />;
  if (found.error && !found.data) {
    return (
      <ErrorPanel title={words.failed} onRetry={() => void found.refetch()}>
        {messageOf(found.error)}
      </ErrorPanel>
    );
  }
  const all = found.data ?? [];
  const texts = matching(all, { search, by, small });
  const smallOnes = all.filter(isSmall).length;
  return (
    <div className="stack">
      <p className="muted small">{words.foundHint}</p>
      <div className={look['search']}>
        <TextField label={words.search} hint={words.searchHint} value={search} type="search" autoComplete="off" onText={setSearch} />
        <SelectField label={words.byWhom} value={by} onText={setBy}>
          <option value="">{words.everybody}</option>
          {writersOfFound(all).map((person) => (
            <option key={person} value={person}>
              {whoIs(roll, person)}
            </option>
          ))}
        </SelectField>
      </div>
      {smallOnes > 0 && (
        <label className={look['check']}>
          <input type="checkbox" checked={small} onChange={(event) => setSmall(event.target.checked)} />
          <span>{words.alsoSmall(smallOnes)}</span>
        </label>
      )}
      {texts.length === 0 ? (
        <EmptyState title={all.length === smallOnes && search === '' ? words.nothingLost : words.nothingFound}>
          {all.length > 0 && words.nothingFoundHint}
        </EmptyState>
      ) : (
        <>
          <p role="status" className="muted small">
            {words.foundCount(texts.length)}
          </p>
          <ol className={look['found']}>
            {texts.slice(0, most).map((text) => (
              <Item key={text.id} text={text} open={open} editable={editable} />
            ))}
          </ol>
        </>
      )}
      {texts.length > most && <Button onClick={() => setMost(most + shownAtFirst)}>{words.more}</Button>}
    </div>
  );
}

function Item({ text, open, editable }: FoundProps & { readonly text: FoundText }) {
  const { roll } = useMeeting();
  const { say, warn } = useNotices();
  const [whole, setWhole] = useState(false);
  const quote = useRef<HTMLQuoteElement>(null);
  const letters = [...text.text.trim()];
  const isLong = letters.length > shownLetters;
  const writers = [...new Set(text.pieces.map(({ written }) => whoIs(roll, written.by)))].join('、');
  const copy = async () => {
    if (quote.current && (await copyText(text.text.trim(), quote.current))) say(words.copied);
    else warn(words.notCopied);
  };
  const putBack = () => {
    if (!open) return;
    if (putAtCaret(open, text.text.trim())) say(words.putBackDone);
    else warn(words.composing);
  };
  return (
    <li>
      <blockquote ref={quote} className={look['quote']}>
        {whole || !isLong ? text.text.trim() : `${letters.slice(0, shownLetters).join('')}……`}
      </blockquote>
      {isLong && !whole && (
        <Button kind="quiet" size="small" onClick={() => setWhole(true)}>
          {words.whole}
        </Button>
      )}
      <p className={look['deeds']}>
        {words.wrote(writers, timeOf(text.pieces[0]?.written.at ?? 0, text.taken.at))}；
        {words.deleted(whoIs(roll, text.taken.by), timeOf(text.taken.at, text.taken.at))}
        {text.under !== '' && ` · ${words.under(text.under)}`}
        {text.stands && ` · ${words.stands}`}
      </p>
      <div className={look['acts']}>
        <Button size="small" onClick={() => void copy()}>
          {words.copy}
        </Button>
        {open && (
          <Button
            size="small"
            unavailable={editable ? undefined : words.notNow}
            // The caret stays where it is: a press here is no leaving of the text.
            onMouseDown={(event) => event.preventDefault()}
            onClick={putBack}
          >
            {words.putBack}
          </Button>
        )}
      </div>
    </li>
  );
}
