// Knows what is said in the way of a vote before it is opened: what will be missing, and why it cannot be opened.
import { useMeeting, useNote } from '../../../live/index.ts';
import { countingWords as words } from '../../../words/zh/office-counting.ts';
import { warningsOf, type Offered } from './terms.ts';
import look from './vote.module.css';

export function Warnings({ form, reason }: { readonly form: Offered; readonly reason: string | undefined }) {
  const meeting = useMeeting();
  const { onlinePersons } = useNote();
  const warnings = [...(reason === undefined ? [] : [reason]), ...warningsOf(meeting, form, onlinePersons ? new Set(onlinePersons) : null)];
  if (warnings.length === 0) return null;
  return (
    <ul className={look['warnings']} aria-label={words.attention}>
      {warnings.map((warning) => (
        <li key={warning}>{warning}</li>
      ))}
    </ul>
  );
}
