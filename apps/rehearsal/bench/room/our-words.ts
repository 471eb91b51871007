// Knows how a client of ours speaks on a bare WebSocket (docs/protocol.md); not what is measured.
import { PROTOCOL } from '@xieshang/protocol';
import type { RawClient, Words } from './harness.ts';

const marker = (kind: 's' | 'b', n: number): string => `#${kind}${String(n).padStart(7, '0')}#`;
const event = (name: string, frame: object, id: number): string => `42/meeting,${id}${JSON.stringify([name, frame])}`;

/** Beyond every ballot's number. */
const saidFrom = 5_000_000;
const choices = ['approve', 'oppose', 'abstain'];

/** `cookies` by place: members first, then the chair, then who joins later. */
export const ourWords = (meetingId: string, motionId: string, cookies: readonly string[], lastSeq: number): Words => ({
  path: '/socket.io/?EIO=4&transport=websocket',
  headers: (place) => ({ Cookie: cookies[place % cookies.length] ?? '' }),
  opened: () => undefined,
  control: (data, _text, client: RawClient, ready) => {
    if (data.length === 1 && data[0] === 0x32) client.send('3');
    else if (data[0] === 0x30) client.send('40/meeting,');
    else if (data[0] === 0x34 && data[1] === 0x30) ready();
    else if (data[0] === 0x34 && data[1] === 0x34) throw new Error(`refused: ${data.toString()}`);
    else if (data[13] === 0x62 && data[14] === 0x79 && data[15] === 0x65) throw new Error(`sent away: ${data.toString()}`);
    // `now` comes to whoever is in, once a second: it is no answer to anything.
    else return data[13] === 0x6e && data[14] === 0x6f && data[15] === 0x77;
    return true;
  },
  // Who comes again asks for what was missed; a newcomer for all of it.
  join: (full) => event('hello', { protocol: PROTOCOL, meetingId, lastSeq: full ? 0 : lastSeq }, 9_999_999),
  say: (n, pad) =>
    event(
      'command',
      { id: `s${n}`, meetingId, type: 'ReviseStage', stageId: 'keynote', minutes: 100 + (n % 200), reason: `${marker('s', n)}${pad}` },
      saidFrom + n,
    ),
  ballot: (n, round) =>
    event('command', { id: `b${n}`, meetingId, type: 'CastVote', motionId, choice: choices[round % choices.length] }, n),
  answered: (data) => {
    // 43/meeting,<id>[{"ok":…
    if (data[0] !== 0x34 || data[1] !== 0x33) return -1;
    let n = 0;
    let at = 11;
    for (let digit = (data[at] ?? 0) - 48; digit >= 0 && digit <= 9; digit = (data[(at += 1)] ?? 0) - 48) n = n * 10 + digit;
    if (data[at + 7] !== 0x74) throw new Error(`refused: ${data.toString()}`);
    return n >= saidFrom ? -1 : n;
  },
  beforeBallots: event('command', { id: 'bench-open', meetingId, type: 'OpenVoting', motionIds: [motionId], ms: 3_600_000 }, 9_999_998),
});
