// Knows how the text of a recommendation, or of an amendment of one, is shown with those it is for; not whether it is being voted on.
import type { Paper } from '@xieshang/meeting';
import { digestOf } from '@xieshang/protocol';
import { useMemo } from 'react';
import { writtenDay } from '../../words/time.ts';
import { roomWords as words } from '../../words/zh/room.ts';
import { LaterDifference } from '../amendments/LaterDifference.tsx';
import look from './PaperText.module.css';

/** `locked`: put to the vote, the text can no longer change and is named by its version and the beginning of its hash. */
export function PaperText({ paper, locked = false }: { readonly paper: Paper; readonly locked?: boolean }) {
  const { leadUnit, coUnits, dueDate, original } = paper;
  const lines = [
    leadUnit && `${words.leadUnit} ${leadUnit}`,
    coUnits.length > 0 && `${words.coUnits} ${coUnits.join('、')}`,
    dueDate && `${words.dueDate} ${writtenDay(dueDate)}`,
  ].filter(Boolean);
  return (
    <>
      {original === undefined ? <p className={look['text']}>{paper.text}</p> : <LaterDifference before={original} after={paper.text} />}
      <p className={look['for']}>
        {lines.map((line) => `${line} · `).join('')}
        {locked ? <FrozenText paper={paper} /> : words.version(paper.version)}
      </p>
    </>
  );
}

/** `文本 v4 · 校验 9f2c61ab`: what was put, so that a printed sheet and a screen can be held against each other. */
export function FrozenText({ paper }: { readonly paper: Paper }) {
  const { text, version, amends } = paper;
  const hash = useMemo(() => digestOf(text).slice(0, 8), [text]);
  return <span className="num">{words.frozen(version, hash, amends !== undefined)}</span>;
}
