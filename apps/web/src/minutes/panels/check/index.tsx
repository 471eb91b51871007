// Knows the panel 核对: each place where the text says otherwise than the record, with a way to both; not how they are found.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../http/api.ts';
import { messageOf } from '../../../http/client.ts';
import { keptFindingsQuery } from '../../../http/queries.ts';
import { useMeeting, useViewer } from '../../../live/index.ts';
import { nameOf } from '../../../meeting/shared/people.ts';
import type { PersonId } from '@xieshang/meeting';
import { Button } from '../../../ui/Button.tsx';
import { useNotices } from '../../../ui/notices.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { clockTime, calendarDay } from '../../../words/time.ts';
import { checkWords as words } from '../../../words/zh/minutes-check.ts';
import { showPassage } from '../jump.ts';
import type { PanelProps } from '../panel.ts';
import { RecordDialog } from '../source/RecordDialog.tsx';
import type { Placed } from './checker.ts';
import look from './Findings.module.css';
import { KeepDialog } from './KeepDialog.tsx';
import { useCheck } from './use-check.ts';

export default function CheckPanel({ open, editable }: PanelProps) {
  const { open: findings, kept, whole } = useCheck(open);
  const { notice, roll } = useMeeting();
  const { role } = useViewer();
  const client = useQueryClient();
  const { warn } = useNotices();
  const [keeping, setKeeping] = useState<Placed | null>(null);
  const [record, setRecord] = useState<Placed | null>(null);
  const keep = useMutation({
    mutationFn: ({ finding, reason }: { readonly finding: string; readonly reason: string }) =>
      api.keepFinding(notice.meeting, { finding, reason }),
    onSuccess: (answer) => client.setQueryData(keptFindingsQuery(notice.meeting).queryKey, answer.kept),
    onError: (error) => warn(messageOf(error)),
  });
  const mayKeep = editable && role === 'secretary';
  const show = ({ place }: Placed) => open && place && showPassage(open, place.from, place.to);
  return (
    <section aria-label={words.title}>
      <div className={look['head']} role="status">
        <h2>{!whole ? words.reading : findings.length > 0 ? words.found(findings.length) : words.title}</h2>
      </div>
      {whole && findings.length === 0 && (
        <div className={look['none']}>
          <p>{words.none}</p>
          <p>{words.noneHint}</p>
        </div>
      )}
      <ul className={look['list']}>
        {findings.map((one, index) => (
          <li key={`${index} ${one.key}`} className={look['finding']}>
            <Tag tone="amber">{words.kinds[one.kind]}</Tag>
            <p className={look['says']}>{one.says}</p>
            <div className={look['acts']}>
              {one.place && (
                <Button size="small" onClick={() => show(one)}>
                  {words.show}
                </Button>
              )}
              {one.fact && (
                <Button size="small" onClick={() => setRecord(one)}>
                  {words.record}
                </Button>
              )}
              {mayKeep && (
                <Button size="small" kind="quiet" onClick={() => setKeeping(one)}>
                  {words.keep}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {kept.length > 0 && (
        <details className={look['kept']}>
          <summary>{words.kept(kept.length)}</summary>
          <ul className={look['list']}>
            {kept.map((one, index) => (
              <li key={`${index} ${one.key}`} className={look['finding']} data-kept>
                <p className={look['says']}>{one.says}</p>
                <p className="small muted">
                  {words.keptBy(
                    nameOf(roll, one.keeping.by as PersonId),
                    `${calendarDay(one.keeping.at)} ${clockTime(one.keeping.at)}`,
                    one.keeping.reason,
                  )}
                </p>
                <div className={look['acts']}>
                  {one.place && (
                    <Button size="small" onClick={() => show(one)}>
                      {words.show}
                    </Button>
                  )}
                  {mayKeep && (
                    <Button size="small" kind="quiet" busy={keep.isPending} onClick={() => keep.mutate({ finding: one.key, reason: '' })}>
                      {words.takeBack}
                    </Button>
                  )}
                </div>
              </li>
            ))}
          </ul>
        </details>
      )}
      {keeping && (
        <KeepDialog
          says={keeping.says}
          busy={keep.isPending}
          onKeep={(reason) => keep.mutate({ finding: keeping.key, reason }, { onSuccess: () => setKeeping(null) })}
          onClose={() => setKeeping(null)}
        />
      )}
      {record?.fact && <RecordDialog fact={record.fact} onClose={() => setRecord(null)} />}
    </section>
  );
}
