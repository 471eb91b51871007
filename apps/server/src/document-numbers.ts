// Knows which 发文字号 the minutes of each kind of meeting bear, and that none is given twice; not how a number is made up.
import type { MeetingId } from '@xieshang/meeting';
import { kindOf } from '@xieshang/minutes';
import type { Committee, GivenNumber, MeetingList } from './ports.ts';

export interface NumbersDeps {
  readonly meetings: Pick<MeetingList, 'find' | 'numbered'>;
  readonly committee: () => Promise<Committee>;
}

export interface NumberClaim {
  /** The title of another meeting of the kind whose minutes bear that number, or null. */
  readonly taken: string | null;
  /** Lets the next issue look for its number. */
  release(): void;
}

export interface DocumentNumbers {
  /** M17. Until it is released no other issue of this server is told anything. */
  claim(meeting: MeetingId, number: string): Promise<NumberClaim>;
  /** The kind of a meeting, and the numbers its minutes bear so far, newest first; not those of rehearsals. */
  ofKind(title: string): Promise<{ readonly kind: string; readonly given: readonly GivenNumber[] }>;
}

/** The same number, however wide it was typed. */
const plain = (number: string): string => number.normalize('NFKC').replace(/\s/g, '');

export function documentNumbers({ meetings, committee }: NumbersDeps): DocumentNumbers {
  let last: Promise<void> = Promise.resolve();

  const ofKind: DocumentNumbers['ofKind'] = async (title) => {
    const [here, all] = await Promise.all([committee(), meetings.numbered()]);
    const kind = kindOf({ notice: { title } }, here);
    return { kind, given: all.filter((one) => kindOf({ notice: one }, here) === kind) };
  };

  const bearerOf = async (meeting: MeetingId, number: string): Promise<string | null> => {
    const row = await meetings.find(meeting);
    // A rehearsal's paper bears a number that counts nowhere.
    if (!row || row.kind === 'rehearsal') return null;
    const { given } = await ofKind(row.title);
    return given.find((one) => one.meeting !== meeting && plain(one.number) === plain(number))?.title ?? null;
  };

  return {
    ofKind,
    claim: async (meeting, number) => {
      const before = last;
      const { promise, resolve: release } = Promise.withResolvers<void>();
      last = promise;
      await before;
      try {
        return { taken: await bearerOf(meeting, number), release };
      } catch (error) {
        release();
        throw error;
      }
    },
  };
}
