// F12, F13 over real sockets: whose socket closes has lost the line, whose hello comes has it again.
import { keynote, p1, plan, rules } from '@xieshang/meeting/testing';
import { readRecord } from '@xieshang/protocol';
import { afterEach, expect, test } from 'vitest';
import { frame, stage, type Client, type Stage } from './testing.ts';

let house: Stage;
afterEach(() => house.close());

/** Resolves with the next fact of that type a client hears or has heard, after so many of them. */
const heard = async ({ heard: all, socket }: Client, type: string, nth = 1) => {
  for (;;) {
    const facts = all.flatMap((one) => ('bytes' in one ? [readRecord(one.bytes)] : [])).filter((fact) => fact.type === type);
    const fact = facts[nth - 1];
    if (fact) return fact;
    await new Promise<void>((resolve) => socket.once('events', () => resolve()));
  }
};

const take = async (client: Client, type: string, body: Record<string, unknown> = {}) =>
  expect(await client.command(frame(type, body))).toMatchObject({ ok: true });

test('a closed socket stops the clock after the grace, a new one lets it go on', async () => {
  house = await stage({}, plan({ rules: { ...rules, lease: { graceMs: 50 } } }));
  const [chair, phone, desk] = await Promise.all([house.client('zhuchi'), house.client('zhang'), house.client('zhang')]);
  for (const one of [chair, phone, desk]) expect(await one.hello()).toMatchObject({ ok: true });
  await take(phone, 'CheckIn', { where: 'online' });
  await take(chair, 'OpenMeeting');
  await take(chair, 'MoveToStage', { stageId: keynote });
  await take(chair, 'GiveFloor', { requestId: p1 });
  const closed = Date.now();
  phone.socket.disconnect();
  desk.socket.disconnect();
  const paused = await heard(chair, 'SpeechPaused');
  expect(paused).toMatchObject({ by: 'clock', payload: { requestId: p1, lost: { since: expect.any(Number) } } });
  expect(paused.at).toBeGreaterThanOrEqual(closed + 50);
  const again = await house.client('zhang');
  expect(await again.hello()).toMatchObject({ ok: true });
  expect(await heard(chair, 'SpeechResumed')).toMatchObject({ by: 'clock', payload: { requestId: p1 } });
});
