// Knows how a change of wording is said in official language, in a few words; not how it is drawn.
import { proseDifference } from '../history/prose.ts';

/** 增加“明确尽职免责情形” · 删去“重点” · 将“防止”改为“严禁”, in the order of the text; the pause beside what came or went is left out. */
export function changesOf(before: string, after: string): readonly string[] {
  const parts = proseDifference(before, after);
  return parts.flatMap(({ change, text }, place): readonly string[] => {
    const next = parts[place + 1];
    if (change === 'removed') return [next?.change === 'added' ? `将“${text}”改为“${next.text}”` : `删去“${spoken(text)}”`];
    return change === 'added' && parts[place - 1]?.change !== 'removed' ? [`增加“${spoken(text)}”`] : [];
  });
}

export const changesText = (before: string, after: string): string => changesOf(before, after).join('，');

const spoken = (text: string): string => text.replace(/^[，、；]|[，、；]$/g, '') || text;
