// Knows how the record of one fact looks: its lines, and the way to the meeting's room; not which fact is asked for.
import { particularsOf, type FactId } from '@xieshang/minutes';
import { useQuery } from '@tanstack/react-query';
import { committeeQuery } from '../../../http/queries.ts';
import { useMeeting } from '../../../live/index.ts';
import { buttonLook } from '../../../ui/Button.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { defaultZone } from '../../../words/time.ts';
import { sourceWords as words } from '../../../words/zh/minutes-draft.ts';
import look from './Source.module.css';

export function RecordOf({ fact }: { readonly fact: FactId }) {
  const meeting = useMeeting();
  const { data: committee } = useQuery(committeeQuery);
  const told = particularsOf(meeting, fact, committee?.zone ?? defaultZone);
  if (!told) return <p className="muted">{words.gone}</p>;
  return (
    <article className={look['record']}>
      <Tag>{told.what}</Tag>
      <dl>
        {told.rows.map(({ label, value }, index) => (
          <div key={`${index} ${label}`}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <a
        className={buttonLook({ size: 'small' })}
        href={`/meeting/${meeting.notice.meeting}#${told.place}`}
        target="_blank"
        rel="noreferrer"
      >
        {words.place[told.place]}
      </a>
    </article>
  );
}
