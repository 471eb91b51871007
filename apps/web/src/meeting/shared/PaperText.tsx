// Knows how the text of a recommendation is shown with those it is for; not whether it is being voted on.
import type { Paper } from '@xieshang/meeting';
import { writtenDay } from '../../words/time.ts';
import { roomWords as words } from '../../words/zh/room.ts';
import look from './PaperText.module.css';

/** `locked`: put to the vote, the text can no longer change. */
export function PaperText({ paper, locked = false }: { readonly paper: Paper; readonly locked?: boolean }) {
  const { leadUnit, coUnits, dueDate, version } = paper;
  const lines = [
    leadUnit && `${words.leadUnit} ${leadUnit}`,
    coUnits.length > 0 && `${words.coUnits} ${coUnits.join('、')}`,
    dueDate && `${words.dueDate} ${writtenDay(dueDate)}`,
    locked ? words.locked(version) : words.version(version),
  ].filter(Boolean);
  return (
    <>
      <p className={look['text']}>{paper.text}</p>
      <p className={look['for']}>{lines.join(' · ')}</p>
    </>
  );
}
