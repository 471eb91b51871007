import { expect, test } from 'vitest';
import { meetingId, personId } from '@xieshang/meeting';
import { HttpError } from '../http/client.ts';
import type { Draft, Plan } from '../http/shapes.ts';
import { createDraftKeeper } from './draft-keeper.ts';

const planCalled = (title: string): Plan => ({
  notice: { meeting: meetingId('m'), kind: 'consultation', title, topic: '', place: '', startsAt: 1 },
  rules: {
    quorum: { kind: 'moreThan', parts: 1, of: 2 },
    vote: { base: 'eligible', threshold: { kind: 'moreThan', parts: 1, of: 2 } },
    votingMs: 60_000,
    objectionMs: 20_000,
    speechMs: { briefing: 1, keynoteSpeech: 1, openFloorSpeech: 1, followUpQuestion: 1, interjection: 1, departmentResponse: 1 },
    warningsMs: [],
  },
  attendees: [],
  presiding: personId('zhuchi'),
  stages: [],
  prepared: [],
  materials: [],
  recommendations: [],
  onLeave: [],
});
const draftOf = (plan: Plan, version: number): Draft => ({
  meeting: meetingId('m'),
  version,
  savedAt: version * 1000,
  savedBy: personId('mishu1'),
  plan,
});
const retitled =
  (title: string) =>
  (plan: Plan): Plan => ({ ...plan, notice: { ...plan.notice, title } });

/** A server of one draft that answers when told to. */
function server() {
  let stored = draftOf(planCalled('一'), 1);
  let down = false;
  const held: (() => void)[] = [];
  const timers: (() => void)[] = [];
  return {
    get stored() {
      return stored;
    },
    otherSaves: (plan: Plan) => (stored = draftOf(plan, stored.version + 1)),
    fail: (on: boolean) => (down = on),
    answer: async () => {
      held.shift()?.();
      await new Promise((done) => setImmediate(done));
    },
    tick: () => timers.shift()?.(),
    ports: {
      save: (plan: Plan, version: number) =>
        new Promise<Draft>((resolve, reject) => {
          held.push(() => {
            if (down) return reject(new HttpError(0, 'NoAnswer', '连不上服务器。'));
            if (version !== stored.version) return reject(new HttpError(409, 'DraftChanged', '已改', { draft: stored }));
            stored = draftOf(plan, version + 1);
            return resolve(stored);
          });
        }),
      blankIn: (plan: Plan) => (plan.notice.title === '' ? ('basics' as const) : null),
      inAMoment: (act: () => void) => {
        timers.push(act);
        return () => void timers.splice(timers.indexOf(act), 1);
      },
    },
  };
}

test('what is typed is saved in a moment, and said to be saved only then', async () => {
  const far = server();
  const keeper = createDraftKeeper(far.stored, far.ports);
  keeper.change(retitled('二'));
  expect(keeper.kept().saving).toEqual({ state: 'typed' });
  far.tick();
  expect(keeper.kept().saving).toEqual({ state: 'saving' });
  await far.answer();
  expect(keeper.kept().saving).toEqual({ state: 'saved', at: 2000 });
  expect(far.stored.plan.notice.title).toBe('二');
});

test('what is typed while a save runs follows it, with the new version', async () => {
  const far = server();
  const keeper = createDraftKeeper(far.stored, far.ports);
  keeper.change(retitled('二'));
  far.tick();
  keeper.change(retitled('三'));
  await far.answer();
  expect(keeper.kept().saving.state).toBe('saving');
  await far.answer();
  expect([far.stored.plan.notice.title, far.stored.version, keeper.kept().saving.state]).toEqual(['三', 3, 'saved']);
});

test('a failed save keeps what was typed and succeeds when tried again', async () => {
  const far = server();
  const keeper = createDraftKeeper(far.stored, far.ports);
  far.fail(true);
  keeper.change(retitled('二'));
  far.tick();
  await far.answer();
  expect(keeper.kept().saving).toEqual({ state: 'failed', message: '连不上服务器。' });
  expect(keeper.kept().plan.notice.title).toBe('二');
  far.fail(false);
  const flushed = keeper.flush();
  await far.answer();
  expect(await flushed).toBe(true);
});

test('nothing incomplete is sent', () => {
  const far = server();
  const keeper = createDraftKeeper(far.stored, far.ports);
  keeper.change(retitled(''));
  far.tick();
  expect(keeper.kept().saving).toEqual({ state: 'incomplete', section: 'basics' });
  expect(far.stored.version).toBe(1);
});

test('a clash overwrites nothing until a person has chosen', async () => {
  const far = server();
  const keeper = createDraftKeeper(far.stored, far.ports);
  far.otherSaves(planCalled('别人的'));
  keeper.change(retitled('我的'));
  far.tick();
  await far.answer();
  expect(keeper.kept().saving.state).toBe('conflict');
  expect(far.stored.plan.notice.title).toBe('别人的');
  const kept = keeper.keepMine();
  await far.answer();
  expect([await kept, far.stored.plan.notice.title]).toEqual([true, '我的']);
});

test('theirs can be taken instead', async () => {
  const far = server();
  const keeper = createDraftKeeper(far.stored, far.ports);
  far.otherSaves(planCalled('别人的'));
  keeper.change(retitled('我的'));
  far.tick();
  await far.answer();
  keeper.takeTheirs();
  expect([keeper.kept().plan.notice.title, keeper.kept().version, keeper.kept().saving.state]).toEqual(['别人的', 2, 'saved']);
});
