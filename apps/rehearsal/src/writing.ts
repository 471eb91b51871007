// Lets people write the minutes of a running rehearsal together, waits until all is quiet and tells what came of it; knows no agenda.
import { attendeeOf, type PersonId } from '@xieshang/meeting';
import type { Attendee } from './attendee.ts';
import { must, pause, stateOf, type Beside } from './course.ts';
import { gapMs, randomFrom, strokes } from './prose.ts';
import { seenBy } from './seen.ts';
import { spreadOf } from './spread.ts';
import { outcomeOf } from './text-verdict.ts';
import { typist, type Typist } from './typist.ts';
import type { Written } from './written.ts';

export interface Pass {
  readonly person: PersonId;
  readonly cookie: string;
}

export interface Writing extends Beside {
  /** After `beforeTheEnd`. */
  result(): Written | null;
  leave(): void;
}

/** ms from the last edit until everything has to be seen, on disk and equal. */
const quietWithin = 20_000;
const lookEvery = 20;

interface Deps {
  readonly url: string;
  readonly document: () => Promise<string>;
  readonly everybody: readonly Attendee[];
  /** Of at least so many members as there are typists. */
  readonly passes: readonly Pass[];
  readonly typists: number;
  readonly secs: number;
  readonly say: (sentence: string) => void;
}

/** The secretaries write, and so many members as are wanted beside them, permitted by the first of the secretaries. */
export function writing({ url, document, everybody, passes, typists: wanted, secs, say }: Deps): Writing {
  const desk = { url, document: '', seen: seenBy(wanted - 1) };
  let writers: readonly Pass[] = [];
  let typists: readonly Typist[] = [];
  let before = '';
  let result: Written | null = null;

  const open = (pass: Pass, number: number, seen = desk.seen): Typist => typist({ ...desk, seen }, pass, randomFrom(number));

  const begin = async (): Promise<void> => {
    writers = await permitted(everybody, passes, wanted);
    desk.document = await document();
    // Each y-websocket client waits for the end of the process.
    process.setMaxListeners(process.getMaxListeners() + wanted + 1);
    say(`${writers.length} 人同时书写会议纪要 ${desk.document}，${secs} 秒……`);
    typists = writers.map((pass, place) => open(pass, place + 1));
    await Promise.all(typists.map(({ synced }) => synced));
    const [first] = typists;
    if (!first) return;
    before = first.content().letters;
    first.beginShared();
    await quiet(() => desk.seen.open() === 0);
  };

  const everyone = (): boolean =>
    desk.seen.open() === 0 && typists.every(({ receipts }) => receipts.open() === 0) && hashes(typists).size === 1;

  return {
    meanwhile: async () => {
      await begin();
      const end = performance.now() + secs * 1000;
      await Promise.all(typists.map((one, place) => type(one, place + 1, end)));
    },
    beforeTheEnd: async () => {
      say('等待全部文字到达各处并写入磁盘……');
      await quiet(everyone);
      const [writer] = writers;
      const late = writer ? open(writer, 0, seenBy(0)) : null;
      const all = late ? [...typists, late] : typists;
      try {
        await late?.synced;
        await quiet(() => hashes(all).size === 1);
        result = judged(all, late?.content().letters ?? '');
      } finally {
        late?.leave();
      }
    },
    result: () => result,
    leave: () => typists.forEach((one) => one.leave()),
  };

  function judged(all: readonly Typist[], after: string): Written {
    const done = typists.flatMap((one) => one.strokes);
    return {
      edits: done.length,
      editToSeen: spreadOf(desk.seen.samples()),
      editToDisk: spreadOf(typists.flatMap(({ receipts }) => receipts.samples())),
      text: outcomeOf({ before, after, strokes: done }),
      contents: hashes(all).size,
      refusals: typists.flatMap((one) => one.refusals()),
      reconnects: typists.reduce((sum, one) => sum + one.reconnects(), 0),
      noReceipt: typists.reduce((sum, { receipts }) => sum + receipts.open() + receipts.cut(), 0),
    };
  }
}

/** The passes of those who write from now on. */
export async function permitted(everybody: readonly Attendee[], passes: readonly Pass[], wanted: number): Promise<readonly Pass[]> {
  const [anyone] = everybody;
  if (!anyone) throw new Error('没有人入会。');
  const { roll } = stateOf(anyone);
  const of = (role: string): readonly Pass[] => passes.filter(({ person }) => attendeeOf(roll, person)?.role === role);
  const secretary = everybody.find(({ person }) => attendeeOf(roll, person)?.role === 'secretary');
  if (!secretary) throw new Error('没有秘书入会。');
  const secretaries = of('secretary').slice(0, wanted);
  const members = of('member').slice(0, wanted - secretaries.length);
  for (const { person } of members) await must(secretary, { type: 'PermitWriter', person });
  return [...secretaries, ...members];
}

/** Word after word until `end`, as long as the server takes them. */
async function type(one: Typist, number: number, end: number): Promise<void> {
  const random = randomFrom(number + 1000);
  for (const stroke of strokes(number, random)) {
    await pause(gapMs(random));
    if (performance.now() >= end || one.refusals().length > 0) return;
    one.write(stroke);
  }
}

const hashes = (typists: readonly Typist[]): ReadonlySet<string> => new Set(typists.map((one) => one.content().hash));

/** Until it is so, or so long that it will never be. */
async function quiet(isSo: () => boolean): Promise<void> {
  const end = performance.now() + quietWithin;
  while (!isSo() && performance.now() < end) await pause(lookEvery);
}
