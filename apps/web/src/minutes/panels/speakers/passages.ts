// Knows which words of the minutes belong to which speech: what stands under its record, up to the next one. Knows no page.
import { readFactId, type NodeJson } from '@xieshang/minutes';
import type { RequestId } from '@xieshang/meeting';

/** 发言摘编 ≤ 500 字 */
export const longestDigest = 500;

const inline = ({ type, text = '', content = [] }: NodeJson): string =>
  type === 'text' ? text : type === 'hardBreak' ? '\n' : content.map(inline).join('');

/** A line for each block that holds text. */
function linesOf(node: NodeJson): readonly string[] {
  const { content = [] } = node;
  if (content.some(({ type }) => type === 'text' || type === 'hardBreak')) return [inline(node)];
  return content.flatMap(linesOf);
}

/** By speech, of the first place it stands at; an empty text where nothing is written under it. A heading ends it too. */
export function passagesIn(blocks: readonly NodeJson[]): ReadonlyMap<RequestId, string> {
  const passages = new Map<RequestId, string>();
  let speech: RequestId | null = null;
  let lines: string[] = [];
  const end = (): void => {
    if (speech !== null && !passages.has(speech)) {
      const written = lines.map((line) => line.trim()).filter((line) => line !== '');
      passages.set(speech, written.join('\n'));
    }
    speech = null;
    lines = [];
  };
  for (const block of blocks) {
    if (block.type === 'heading') end();
    else if (block.type === 'fact') {
      end();
      const name = readFactId(String(block.attrs?.['fact']));
      if (name?.kind === 'speech') speech = name.requestId;
    } else lines.push(...linesOf(block));
  }
  end();
  return passages;
}
