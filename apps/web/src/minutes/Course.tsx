// Knows the course of the signatures: who took which step and when; nothing where none was taken.
import type { Minutes, MinutesStep } from '@xieshang/meeting';
import { useMeeting } from '../live/index.ts';
import { Card } from '../ui/Card.tsx';
import { calendarDay, clockTime } from '../words/time.ts';
import { minutesWords as words } from '../words/zh/minutes.ts';
import look from './Course.module.css';
import { signatoryName } from './signatory.ts';

type Line = MinutesStep & { readonly what: string };

function linesOf(minutes: Minutes): readonly Line[] {
  if (minutes.phase === 'drafting') return [];
  const lines: Line[] = [{ ...minutes.submitted, what: words.submitted }];
  if (minutes.phase === 'checking') return lines;
  lines.push({ ...minutes.passed, what: words.passed });
  lines.push(...minutes.countersigned.map((step) => ({ ...step, what: words.countersigned })));
  if (minutes.phase === 'issued') lines.push({ ...minutes.issued, what: words.issuedStep });
  return lines;
}

export function Course() {
  const { minutes, roll } = useMeeting();
  const lines = linesOf(minutes);
  if (lines.length === 0) return null;
  return (
    <Card className={look['card'] ?? ''}>
      <h2>{words.course}</h2>
      <ol>
        {lines.map(({ what, by, at }) => (
          <li key={`${what} ${by}`}>
            <b>{what}</b>
            <span className="small muted num">{words.by(signatoryName(roll, by), `${calendarDay(at)} ${clockTime(at)}`)}</span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
