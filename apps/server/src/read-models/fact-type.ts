// Knows how the type of a fact is told without reading the fact: it stands at the end of the canonical bytes.
import type { ReadRecord } from '@xieshang/protocol';

/** Whether a fact may be one of these; most need not be read at all. */
export function mayBe(types: ReadonlySet<string>, bytes: string): boolean {
  const type = /"type":"(\w+)","v":\d+\}$/.exec(bytes.slice(-80))?.[1];
  return type === undefined || types.has(type);
}

export type FactType = ReadRecord['type'];
