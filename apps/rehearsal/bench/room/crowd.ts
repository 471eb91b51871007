// Knows how many clients of one server are opened, and how their marks are heard; the same for every server measured.
import type { Harness, RawClient, Words } from './harness.ts';

export interface Crowd {
  /** Opens `count` clients, at most `wide` at once; answers with the ms each took. */
  open(
    count: number,
    wide: number,
    full: boolean,
    first: number,
  ): Promise<{ readonly list: readonly RawClient[]; readonly times: readonly number[] }>;
  /** The one listener for marks: kind (`s` said, `b` ballot answered), its number, and who heard it. */
  onMark: ((kind: 's' | 'b', n: number, client: RawClient) => void) | null;
  /** Bytes of the largest snapshot that came. */
  readonly snapshotBytes: () => number;
  readonly bytes: () => number;
}

export function crowd({ Client }: Harness, words: Words, base: string, snapshotKb: number): Crowd {
  let largest = 0;
  let bytes = 0;
  const { answered } = words;

  const marks = (data: Buffer, client: RawClient): void => {
    const { onMark } = one;
    if (onMark === null) return;
    const ballot = answered ? answered(data) : -1;
    if (ballot >= 0) return onMark('b', ballot, client);
    for (let at = data.indexOf(35); at >= 0;) {
      if (data[at + 9] !== 35) {
        at = data.indexOf(35, at + 1);
        continue;
      }
      let n = 0;
      for (let place = at + 2; place < at + 9; place += 1) n = n * 10 + (data[place] ?? 48) - 48;
      onMark(data[at + 1] === 98 ? 'b' : 's', n, client);
      at = data.indexOf(35, at + 10);
    }
  };

  const start = (place: number, full: boolean, done: (client: RawClient, ms: number) => void): RawClient => {
    const from = performance.now();
    const ready = (client: RawClient): void => {
      client.phase = 1;
      client.send(words.join(full));
    };
    return new Client({
      url: base + words.path,
      headers: words.headers?.(place) ?? {},
      onOpen: (client) => {
        client.phase = 0;
        words.opened(client, () => ready(client));
      },
      onMessage: (data, text, client) => {
        bytes += data.length;
        if (words.control(data, text, client, () => ready(client))) return;
        if (client.phase !== 1) return marks(data, client);
        if (full && data.length <= snapshotKb * 400) return;
        if (full) largest = Math.max(largest, data.length);
        client.phase = 2;
        done(client, performance.now() - from);
      },
      onClose: (client) => {
        if (!client.wanted) throw new Error(`lost a client: ${client.error?.message ?? 'no reason'}`);
      },
    });
  };

  const one: Crowd = {
    onMark: null,
    snapshotBytes: () => largest,
    bytes: () => bytes,
    open: (count, wide, full, first) =>
      new Promise((resolve) => {
        const list: RawClient[] = [];
        const times: number[] = [];
        const next = (): void => {
          while (list.length < count && list.length - times.length < wide) list.push(start(first + list.length, full, arrived));
        };
        const arrived = (_client: RawClient, ms: number): void => {
          times.push(ms);
          if (times.length === count) resolve({ list, times });
          else next();
        };
        next();
      }),
  };
  return one;
}
