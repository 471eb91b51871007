// Knows which words beside the log go when a fact takes them back; not who may read them until then.
import type { MeetingId } from '@xieshang/meeting';
import { readRecord, type ReadRecord } from '@xieshang/protocol';
import type { PrivateWords } from '../ports.ts';
import { mayBe } from './fact-type.ts';
import type { ReadModel } from './read-model.ts';

const withdrawn: ReadonlySet<string> = new Set<ReadRecord['type']>(['AsideWithdrawn']);

/** L6. Erases what was said and answered; told of again, after a restart or from a backup, it erases again. Each only where that person wrote it. */
export const withdrawnWords =
  (words: Pick<PrivateWords, 'erase'>): ReadModel =>
  async (meeting: MeetingId, events) => {
    for (const { bytes } of events) {
      if (!mayBe(withdrawn, bytes)) continue;
      const event = readRecord(bytes);
      if (event.type !== 'AsideWithdrawn') continue;
      const { from, to, digest, answer } = event.payload;
      await words.erase(meeting, { author: from, digest });
      if (answer !== null) await words.erase(meeting, { author: to, digest: answer });
    }
  };
