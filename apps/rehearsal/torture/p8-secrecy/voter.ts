// One voter on a bare socket, and the size of every frame it sends. Knows no meeting.
import { randomUUID } from 'node:crypto';
import type { Command } from '@xieshang/meeting';
import type { Answer } from '@xieshang/protocol';
import { io } from 'socket.io-client';

export interface Voter {
  readonly person: string;
  /** Sends until it is answered. */
  give(body: Command): Promise<Answer>;
  /** Characters of each command's frame as it went over the line, without the number of its acknowledgement. */
  readonly frames: readonly number[];
  leave(): void;
}

/** ms without an answer before the same goes again. */
const answerWithin = 5000;

export async function voter(
  url: string,
  meeting: string,
  { person, cookie }: { readonly person: string; readonly cookie: string },
): Promise<Voter> {
  const frames: number[] = [];
  const socket = io(`${url}/meeting`, {
    transports: ['websocket'],
    extraHeaders: { cookie },
    forceNew: true,
    reconnectionDelay: 50,
    reconnectionDelayMax: 200,
  });
  const measure = (): void => {
    socket.io.engine.on('packetCreate', ({ data }: { readonly data?: unknown }) => {
      const text = typeof data === 'string' ? data.replace(/^2\/meeting,\d+/, '') : '';
      if (text.startsWith('["command"')) frames.push(text.length);
    });
  };
  await new Promise<void>((connected, failed) => {
    socket.once('connect', connected);
    socket.once('connect_error', failed);
  });
  measure();
  socket.io.on('open', measure);
  return {
    person,
    frames,
    give: async (body) => {
      const frame = { id: randomUUID(), meetingId: meeting, ...body };
      for (;;) {
        try {
          const answer: Answer = await socket.timeout(answerWithin).emitWithAck('command', frame);
          if (answer.ok || !['NotStored', 'TooManyCommands'].includes(answer.refusal.type)) return answer;
          await new Promise((again) => setTimeout(again, 50));
        } catch {
          // The line broke, or the server was killed: the same again.
        }
      }
    },
    leave: () => void socket.disconnect(),
  };
}
