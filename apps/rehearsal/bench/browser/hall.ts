// Knows a real server with a large committee and how its meeting is led from behind, one step at a time; nothing of browsers.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { meetingId, motionId, requestId, stageId, type Command } from '@xieshang/meeting';
import { readConfig, seedDemo, startServer } from '@xieshang/server/testing';

/** What may be asked for; `from` and `to` number the members, from 1. */
export type Step =
  | { readonly do: 'checkIn' | 'leave' | 'ask'; readonly from: number; readonly to: number }
  | { readonly do: 'cast'; readonly motion: string; readonly from: number; readonly to: number }
  | { readonly do: 'open' | 'toFloor' | 'toVoting' }
  | { readonly do: 'openVoting' | 'closeVoting' | 'announce'; readonly motion: string };

export interface BusyHall {
  readonly url: string;
  take(step: Step): Promise<void>;
  end(): Promise<void>;
}

const meeting = meetingId('demo');
const choices = ['approve', 'approve', 'oppose', 'abstain'] as const;

export async function busyHall(members: number): Promise<BusyHall> {
  const folder = await mkdtemp(join(tmpdir(), 'xieshang-bench-'));
  const env = { HOST: '127.0.0.1', PORT: '0', DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'silent', BENCH_PROFILE: 'unpaced' };
  const running = await startServer(readConfig(['start'], { ...env, DEMO_MEMBERS: String(members) }), () => process.exit(1));
  await seedDemo({ ...running, members });
  running.open();
  const state = (await running.rooms.host(meeting))?.history().state;
  if (!state || state.phase === 'notConvened') throw new Error('the demo has no meeting');
  const people = state.roll.attendees.filter(({ role }) => role === 'member').map(({ person }) => person);
  let commands = 0;
  const send = async (by: string, body: Command): Promise<void> => {
    commands += 1;
    const answer = await running.rooms.submit(meeting, body, { by, command: `bench.${commands}` });
    if (!answer.ok) throw new Error(`${by} ${body.type}: ${JSON.stringify(answer.refusal)}`);
  };
  const each = async (from: number, to: number, body: (place: number) => Command): Promise<void> => {
    await Promise.all(people.slice(from - 1, to).map((person, place) => send(person, body(from + place))));
  };
  const chair = (body: Command): Promise<void> => send('zhuchi', body);
  return {
    url: running.origin.public,
    take: async (step) => {
      switch (step.do) {
        case 'checkIn':
          return each(step.from, step.to, () => ({ type: 'CheckIn' }));
        case 'leave':
          return Promise.all(
            people.slice(step.from - 1, step.to).map((person) => send('mishu1', { type: 'UndoCheckIn', person, reason: '测速' })),
          ).then(() => undefined);
        case 'ask':
          return each(step.from, step.to, (place) => ({
            type: 'RequestFloor',
            requestId: requestId(`ask-${place}`),
            kind: 'openFloorSpeech',
          }));
        case 'cast':
          return each(step.from, step.to, (place) => ({
            type: 'CastVote',
            motionId: motionId(step.motion),
            choice: choices[place % 4] ?? 'approve',
          }));
        case 'open':
          return chair({ type: 'OpenMeeting' });
        case 'toFloor':
          return chair({ type: 'MoveToStage', stageId: stageId('open_floor') });
        case 'toVoting':
          return chair({ type: 'MoveToStage', stageId: stageId('voting') });
        case 'openVoting':
          return chair({ type: 'OpenVoting', motionIds: [motionId(step.motion)] });
        case 'closeVoting':
          return chair({ type: 'CloseVoting', motionIds: [motionId(step.motion)] });
        case 'announce':
          return chair({ type: 'AnnounceResult', motionIds: [motionId(step.motion)] });
      }
    },
    end: async () => {
      await running.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
