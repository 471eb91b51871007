// The latest that was written in one document, piece by piece, for those who come back; not what was deleted.
import { limits } from './limits.ts';
import type { Section } from './sections.ts';

/** Up to where somebody holds what each client wrote. */
export type Held = ReadonlyMap<number, number>;

export interface Recent {
  /** Must follow on what was added before. */
  add(sections: readonly Section[]): void;
  /** What somebody lacks, in order; null when that goes further back. */
  after(held: Held): readonly Section[] | null;
  /** Begins anew, at where `reached` goes then. */
  forget(): void;
}

/** Keeps at most `limits.recentBytes` and `limits.recentUpdates`. `reached`: how far the document goes; read, never changed. */
export function openRecent(reached: Held): Recent {
  let sections: Section[] = [];
  let bytes = 0;
  /** Whoever holds this lacks only what is kept. */
  let floor = new Map(reached);

  /** Half at once, so that it is not for every letter. */
  const forgetOldest = (): void => {
    let gone = 0;
    for (const {
      client,
      end,
      bytes: { length },
    } of sections) {
      if (sections.length - gone <= limits.recentUpdates / 2 && bytes <= limits.recentBytes / 2) break;
      floor.set(client, end);
      bytes -= length;
      gone += 1;
    }
    sections = sections.slice(gone);
  };

  return {
    add: (more) => {
      for (const section of more) {
        sections.push(section);
        bytes += section.bytes.length;
      }
      if (sections.length > limits.recentUpdates || bytes > limits.recentBytes) forgetOldest();
    },
    after: (held) => {
      for (const [client, clock] of floor) if ((held.get(client) ?? 0) < clock) return null;
      return sections.filter(({ client, end }) => end > (held.get(client) ?? 0));
    },
    forget: () => {
      sections = [];
      bytes = 0;
      floor = new Map(reached);
    },
  };
}
