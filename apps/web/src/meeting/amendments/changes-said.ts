// Knows a change of wording in a few words, for where there is no room for the text; not how it is drawn.
import { proseDifference } from '@xieshang/minutes/amending';
import { amendmentWords as words } from '../../words/zh/amendments.ts';

/** `增加“明确尽职免责情形，”` · `“防止”改为“严禁”`, in the order of the text. */
export function changesSaid(before: string, after: string): string {
  const parts = proseDifference(before, after);
  const said = parts.flatMap(({ change, text }, place) => {
    const next = parts[place + 1];
    if (change === 'removed') return next?.change === 'added' ? words.replacedBy(text, next.text) : words.removedWords(text);
    return change === 'added' && parts[place - 1]?.change !== 'removed' ? words.addedWords(text) : [];
  });
  return said.join('；');
}
