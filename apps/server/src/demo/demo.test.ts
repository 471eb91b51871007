// The demo's data against the case it tells: figures, times, chain; and that it is filled in once.
import { describe, expect, onTestFinished, test } from 'vitest';
import { latestAnswers, meetingId, motionId, presenceOf, requestId, type Meeting } from '@xieshang/meeting';
import type { Manuscript } from '@xieshang/minutes';
import { digestOf } from '@xieshang/protocol';
import { emptyHistory, replay } from '@xieshang/room';
import { meetingReadModel } from '../read-models/meetings.ts';
import { argon2Passwords } from '../sign-in/password.ts';
import { takeDataFolder } from '../store/data-folder.ts';
import { openStore } from '../store/index.ts';
import { tempFolder } from '../testing/hall.ts';
import { demoPassword, seedDemo, type DemoDeps } from './index.ts';
import { startOn } from './plan.ts';

const random = (bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(bytes));
/** 2026-11-22, 08:30 in Shanghai. */
const now = Date.UTC(2026, 10, 22, 0, 30);

async function emptyDemo(members = 0): Promise<DemoDeps> {
  const folder = takeDataFolder(await tempFolder(), 'demo');
  const store = await openStore(folder, () => now);
  onTestFinished(async () => {
    await store.close();
    folder.release();
  });
  const committed = meetingReadModel(store.meetingListWriter);
  return { store, committed, hash: argon2Passwords(random).hash, clock: () => now, random, members };
}

async function filled(members?: number) {
  const deps = await emptyDemo(members);
  await seedDemo(deps);
  return deps;
}

/** Read from disk; a log that does not chain throws. */
async function stateOf({ store }: DemoDeps, meeting: string): Promise<Exclude<Meeting, { phase: 'notConvened' }>> {
  const { history } = replay(emptyHistory(meetingId(meeting)), await store.eventLog.read(meetingId(meeting), 0));
  if (history.state.phase === 'notConvened') throw new Error(`${meeting} is not there`);
  return history.state;
}

/** Written out a second time, as the case tells them: 赞成-反对-弃权-未按. */
const figures = {
  m1: '28-0-0-0 通过',
  m2: '27-0-1-0 通过',
  m3: '28-0-0-0 通过',
  m4: '24-1-2-1 通过',
  m5: '26-1-1-0 通过',
  m6: '27-0-0-1 通过',
  m7: '28-0-0-0 通过',
  m8: '25-0-2-1 通过',
  m9: '16-5-6-1 未通过',
};

const shanghai = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');

const meetingOf2022 = async () => {
  const deps = await filled();
  return { deps, done: await stateOf(deps, 'demo-done') };
};

describe('the meeting of 2022', () => {
  test('ends with the nine results of the case, on 应到 32', async () => {
    const { done } = await meetingOf2022();
    const told = Object.entries(done.motions).map(([id, motion]) => {
      if (motion.phase !== 'announced' || motion.result.form !== 'named') return [id, motion.phase];
      const { tally, passed, base, roll, needed } = motion.result;
      expect([base, roll, needed]).toEqual([32, 28, 17]);
      return [id, `${tally.approve}-${tally.oppose}-${tally.abstain}-${tally.notPressed} ${passed ? '通过' : '未通过'}`];
    });
    expect(Object.fromEntries(told)).toEqual(figures);
  });

  test('was attended by 28 of 32, 11 by line, three on leave, one absent', async () => {
    const { done } = await meetingOf2022();
    const members = done.roll.attendees.filter(({ role }) => role === 'member').map(({ person }) => person);
    const here = members.filter((person) => presenceOf(done.roll, person));
    expect([members.length, here.length]).toEqual([32, 28]);
    expect(here.filter((person) => presenceOf(done.roll, person)?.where === 'online')).toHaveLength(11);
    expect(Object.values(done.roll.leaves).map(({ phase }) => phase)).toEqual(['approved', 'approved', 'approved']);
  });

  test('has its minutes issued under the number of the case, and the text is on disk as it was hashed', async () => {
    const { deps, done } = await meetingOf2022();
    if (done.minutes.phase !== 'issued') throw new Error(done.minutes.phase);
    const { number, hash, submitted, passed, countersigned, issued } = done.minutes;
    expect([number, submitted.by, passed.by, countersigned.map(({ by }) => by), issued.by]).toEqual([
      '〔2022〕3号',
      'mishu1',
      'mishu2',
      ['zhuchi'],
      'zhuchi',
    ]);
    const kept = await deps.store.minutes.findIssued(meetingId('demo-done'), hash);
    expect(kept && digestOf(kept.manuscript)).toBe(hash);
    const { title, body, votes, present, onLeave } = JSON.parse(kept?.manuscript ?? '{}') as Manuscript;
    expect(title).toBe('关于“实施产业链精准招商、助推新型工业化强市建设”双月专题协商座谈会的纪要');
    const lines = body.flatMap((block) =>
      block.kind === 'fact' ? block.lines : 'runs' in block ? block.runs.map(({ text }) => text) : [],
    );
    expect(lines).toContain('应到委员32人，实到28人（线上参会11人），请假3人，缺席1人，符合规定人数。');
    expect(lines.some((line) => line.startsWith('会议要求，市政协经济委员会会同办公室'))).toBe(true);
    expect([votes.length, votes.filter(({ passed: carried }) => carried).length, present.length, onLeave.length]).toEqual([9, 8, 28, 3]);
  });

  test('went by the times of the case', async () => {
    const { done } = await meetingOf2022();
    expect(done.phase === 'concluded' && [shanghai(done.openedAt), shanghai(done.concludedAt)]).toEqual([
      '2022-05-26 14:00:00',
      '2022-05-26 17:10:00',
    ]);
    expect(done.agenda.course.map(({ stageId, from }) => `${shanghai(from).slice(11, 16)} ${stageId}`)).toEqual([
      '14:00 briefing',
      '14:17 research_note',
      '14:25 keynote',
      '15:37 open_floor',
      '16:01 response',
      '16:31 deliberation',
      '16:51 voting',
      '17:00 summary',
    ]);
    const ends = done.agenda.course.map(({ to }) => to ?? 0);
    for (const { stageId, to } of done.queue.speeches) {
      const place = done.agenda.course.findIndex((leg) => leg.stageId === stageId);
      expect(to).toBeLessThanOrEqual(ends[place] ?? 0);
    }
  });

  test('heard twelve prepared speeches, eight from the floor, one 追问; one speaker was 40 s over', async () => {
    const { deps, done } = await meetingOf2022();
    const count = (kind: string, stage: string) => done.queue.speeches.filter((one) => one.kind === kind && one.stageId === stage).length;
    expect([
      count('keynoteSpeech', 'keynote'),
      count('openFloorSpeech', 'open_floor'),
      count('followUpQuestion', 'open_floor'),
      count('departmentResponse', 'response'),
    ]).toEqual([12, 8, 1, 6]);
    expect(done.queue.speeches.filter(({ spokenMs, limitMs }) => spokenMs > limitMs)).toMatchObject([
      { person: 'weiyuan11', spokenMs: 400_000, limitMs: 360_000 },
    ]);
    const bytes = (await deps.store.eventLog.read(meetingId('demo-done'), 0)).map((one) => one.bytes);
    expect(bytes.filter((text) => text.includes('"type":"OvertimeReached"'))).toHaveLength(1);
    expect([done.queue.waiting, done.queue.floor.phase]).toEqual([[], 'empty']);
  });

  test('the two questions were answered as told', async () => {
    const { done } = await meetingOf2022();
    expect(latestAnswers(done.queue, requestId('q-3'))).toMatchObject([
      { department: 'bumen2', kind: 'adopt', note: '列入年度预算，县区配套。' },
    ]);
    expect(latestAnswers(done.queue, requestId('q-5'))).toMatchObject([
      { department: 'bumen3', kind: 'writtenReplyLater', dueDate: '2022-06-10' },
    ]);
  });

  test('R4 was put to the vote as version 4, with the amendment', async () => {
    const { done } = await meetingOf2022();
    const motion = done.motions[motionId('m4')];
    expect(motion?.phase === 'announced' && motion.result.paper).toMatchObject({ version: 4, dueDate: '2022-12-31' });
    expect(motion?.phase === 'announced' && motion.result.paper.text).toContain('明确尽职免责情形');
  });

  test('no reason for a leave is in the log; the office finds it beside', async () => {
    const { deps } = await meetingOf2022();
    const events = await deps.store.eventLog.read(meetingId('demo-done'), 0);
    expect(events.some(({ bytes }) => bytes.includes('住院'))).toBe(false);
    const digest = events.map(({ bytes }) => /"reasonDigest":"([0-9a-f]{64})"/.exec(bytes)?.[1]).find((one) => one !== undefined);
    expect((await deps.store.privateWords.find(meetingId('demo-done'), digest ?? ''))?.text).toBe('外出参加全省行业培训');
  });
});

describe('the meeting to come', () => {
  test('is convened for half past one today, not opened, with three on leave and nine drafts', async () => {
    const demo = await stateOf(await filled(), 'demo');
    expect(demo).toMatchObject({
      phase: 'convened',
      notice: { startsAt: Date.UTC(2026, 10, 22, 5, 30) },
      presiding: 'zhuchi',
      motions: {},
    });
    expect(demo.notice.title).toContain('2026年');
    expect(Object.keys(demo.roll.leaves)).toEqual(['weiyuan13', 'weiyuan14', 'weiyuan15']);
    expect(Object.keys(demo.recommendations)).toEqual(['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8', 'm9']);
    expect(Object.values(demo.recommendations).every(({ dueDate }) => dueDate === null || dueDate > '2026-11-22')).toBe(true);
    expect(demo.agenda.prepared.filter(({ stageId }) => stageId === 'keynote')).toHaveLength(12);
  });

  test('has materials that can be read', async () => {
    const { store } = await filled();
    const briefing = await store.materials.find(meetingId('demo'), 'briefing');
    expect(briefing).toMatchObject({ circle: 'public', shown: true });
    expect(new TextDecoder().decode(await store.materials.read(briefing?.sha256 ?? ''))).toContain('链长制');
    expect(await store.materials.find(meetingId('demo'), 'research-report')).toMatchObject({ circle: 'members', shown: true });
  });

  test('a day begins at midnight in Shanghai', () => {
    expect(shanghai(startOn(Date.UTC(2026, 10, 21, 16, 0)))).toBe('2026-11-22 13:30:00');
    expect(shanghai(startOn(Date.UTC(2026, 10, 21, 15, 59)))).toBe('2026-11-21 13:30:00');
  });
});

describe('the committee', () => {
  test('everybody signs in with the one password, by one hash', async () => {
    const { store } = await filled();
    const accounts = await store.accounts.list();
    expect(accounts).toHaveLength(44);
    const hashes = new Set(await Promise.all(accounts.map(({ account }) => store.accounts.passwordHash(account))));
    expect(hashes.size).toBe(1);
    expect(await argon2Passwords(random).matches(demoPassword, [...hashes][0] ?? null)).toBe(true);
    expect((await store.committee.read()).name).toBe('政协明川市委员会');
  });

  test('may have three hundred members, in the meeting to come', async () => {
    const deps = await filled(300);
    const demo = await stateOf(deps, 'demo');
    expect(demo.roll.attendees.filter(({ role }) => role === 'member')).toHaveLength(300);
    expect(await deps.store.accounts.find('weiyuan300')).toMatchObject({ role: 'member' });
    expect((await deps.store.meetings.find(meetingId('demo-done')))?.eligible).toBe(32);
  });

  test('is filled in once', async () => {
    const deps = await filled();
    const before = await deps.store.eventLog.read(meetingId('demo-done'), 0);
    expect(await seedDemo(deps)).toBe(false);
    expect(await deps.store.eventLog.read(meetingId('demo-done'), 0)).toEqual(before);
  });

  test('a start that was cut short before the people is made good by the next', async () => {
    const deps = await emptyDemo();
    const cut = seedDemo({ ...deps, hash: () => Promise.reject(new Error('cut short')) });
    await expect(cut).rejects.toThrow('cut short');
    const before = await deps.store.eventLog.read(meetingId('demo'), 0);
    expect(await seedDemo(deps)).toBe(true);
    expect(await deps.store.eventLog.read(meetingId('demo'), 0)).toEqual(before);
    expect(await deps.store.accounts.count()).toBe(44);
  });
});
