// Knows when a quotation in the prose is nearly what the record has, and a figure in a retold text another; not who said it.
import { distance } from '../draft/alike.ts';
import { factId } from '../fact-id.ts';
import type { Mismatch } from './finding.ts';
import type { CheckRecord } from './record.ts';

/** Shorter quotations are words, not citations. */
const shortest = 8;
const most = 2;

const plain = (text: string): string => text.replace(/[“”‘’"'《》:：\s]/g, '').replace(/[。，；？！?!]+$/, '');

/** “……” that is one or two characters off what was said or put. */
export function quoteMismatches(text: string, record: CheckRecord): readonly Mismatch[] {
  const texts = record.quotable.map((one) => ({ ...one, plain: plain(one.text) }));
  return [...text.matchAll(/“(?<said>[^“”]{8,120})”/g)].flatMap((match): Mismatch[] => {
    const said = plain(match.groups?.['said'] ?? '');
    if (said.length < shortest) return [];
    if (texts.some((one) => one.plain === said || one.plain.includes(said))) return [];
    const near = texts.find((one) => Math.abs(one.plain.length - said.length) <= most && distance(one.plain, said, most) <= most);
    if (!near) return [];
    const from = match.index + 1;
    const written = match.groups?.['said'] ?? '';
    return [
      { kind: 'wording', from, to: from + written.length, written, recorded: `“${near.text}”`, record: near.record, fact: factId('roll') },
    ];
  });
}
