// Knows what is said of remarks nobody has dealt with before writing ends; it keeps nobody from ending it.
import { openOf } from '@xieshang/minutes';
import { useMeeting } from '../../../live/index.ts';
import { nameOf } from '../../../meeting/shared/people.ts';
import { remarkWords as words } from '../../../words/zh/remarks.ts';
import look from './OpenRemarks.module.css';
import { useRemarks } from './use-remarks.ts';

const named = 5;

export default function OpenRemarks() {
  const { roll } = useMeeting();
  const { remarks, failed } = useRemarks();
  if (failed) return <p className="muted">{words.openUnknown}</p>;
  const open = remarks ? openOf(remarks) : [];
  if (open.length === 0) return null;
  const suggestions = open.filter(({ kind }) => kind === 'suggestion').length;
  return (
    <section className={look['open']} aria-label={words.openList}>
      <p>{words.stillOpen(open.length - suggestions, suggestions)}</p>
      <ul>
        {open.slice(0, named).map((remark) => (
          <li key={remark.id}>
            {words.named(
              nameOf(roll, remark.by),
              remark.anchor.quote,
              remark.kind === 'suggestion' ? words.suggestedWords(remark.replacement) : remark.text,
            )}
          </li>
        ))}
        {open.length > named && <li className="muted">{words.andMore(open.length - named)}</li>}
      </ul>
    </section>
  );
}
