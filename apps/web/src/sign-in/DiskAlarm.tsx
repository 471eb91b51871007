// Says to whoever can have it mended that the server keeps nothing at this moment; on every page of the office outside a meeting.
import { useQuery } from '@tanstack/react-query';
import { diskQuery } from '../http/queries.ts';
import { frameWords } from '../words/zh/frame.ts';
import look from './Frame.module.css';

export function DiskAlarm() {
  const why = useQuery(diskQuery).data ?? null;
  if (why === null) return null;
  return (
    <p className={`${look['alarm']} no-print`} role="alert" aria-label={frameWords.alarms}>
      {frameWords.storageFails(why)}
    </p>
  );
}
