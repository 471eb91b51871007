// N1 and N3 on the sample case of 2022: the draft of its log, and not one false alarm on the minutes that were issued.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkRecordOf, checkText, draftOf, factsOf, forgottenIn, headedSections, passageText } from '@xieshang/minutes';
import { meetingId, type Meeting } from '@xieshang/meeting';
import { emptyHistory, replay } from '@xieshang/room';
import { expect, onTestFinished, test } from 'vitest';
import { meetingReadModel } from '../read-models/meetings.ts';
import { takeDataFolder } from '../store/data-folder.ts';
import { openStore } from '../store/index.ts';
import { tempFolder } from '../testing/hall.ts';
import { argon2Passwords } from '../sign-in/password.ts';
import { seedDemo } from './index.ts';
import { loadSample } from './sample.ts';

const random = (bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(bytes));
const now = Date.UTC(2026, 10, 22, 0, 30);
const committee = { name: '政协明川市委员会', zone: 'Asia/Shanghai' };

async function meetingOf2022(): Promise<readonly Meeting[]> {
  const folder = takeDataFolder(await tempFolder(), 'demo');
  const store = await openStore(folder, () => now);
  onTestFinished(async () => {
    await store.close();
    folder.release();
  });
  const committed = meetingReadModel(store.meetingListWriter);
  await seedDemo({ store, committed, hash: argon2Passwords(random).hash, clock: () => now, random, members: 0 });
  const log = await store.eventLog.read(meetingId('demo-done'), 0);
  return [log, log].map((events) => replay(emptyHistory(meetingId('demo-done')), events).history.state);
}

const recordOf = (meeting: Meeting) => {
  const record = checkRecordOf(meeting, committee);
  if (!record) throw new Error('not convened');
  return record;
};

/** The finished minutes as the practice writes them, paragraph by paragraph. */
const finished = readFileSync(join(import.meta.dirname, 'testing', 'finished-minutes.txt'), 'utf8')
  .split('\n')
  .filter(Boolean);

test('N3 no false alarm on the finished minutes of the case, nor on those the demo issues, nor on the draft', async () => {
  const [meeting] = await meetingOf2022();
  if (!meeting) throw new Error('no meeting');
  const record = recordOf(meeting);
  const { prose } = loadSample().minutes;
  const draft = draftOf(meeting, committee).map(passageText);
  for (const text of [...finished, ...headedSections.map((section) => prose[section]), ...draft]) {
    expect([text, checkText(text, record).map(({ says }) => says)]).toEqual([text, []]);
  }
  const facts = new Set(factsOf(meeting).map(({ fact }) => fact));
  expect(forgottenIn(draft.join('\n'), facts, record).map(({ says }) => says)).toEqual([]);
});

test('N3 each figure of the finished minutes, mistyped, is found', async () => {
  const [meeting] = await meetingOf2022();
  if (!meeting) throw new Error('no meeting');
  const record = recordOf(meeting);
  const slips: readonly (readonly [right: string, wrong: string])[] = [
    ['2022年5月26日下午', '2022年5月25日下午'],
    ['5月26日下午', '5月26日上午'],
    ['召开第3次', '召开第2次'],
    ['市政协副主席甲主持', '市政协副主席壬主持'],
    ['应到委员32人', '应到委员33人'],
    ['实到28人', '实到二十七人'],
    ['线上参会11人', '线上参会１２人'],
    ['张委员等12名', '张委员等13名'],
    ['张委员等', '章委员等'],
    ['8名委员自由发言', '9名委员自由发言'],
    ['6个部门现场回应', '5个部门现场回应'],
    ['建议稿9条', '建议稿8条'],
    ['8条获得通过', '7条获得通过'],
    ['赞成16票', '赞成18票'],
    ['未达到应到委员', '未达到实到委员'],
    ['，未获通过', '，获得通过'],
    ['市商务局表示', '市商贸局表示'],
    ['市自然资源和规划局', '市自然资源与规划局'],
    ['强市建设', '强县建设'],
  ];
  for (const [right, wrong] of slips) {
    const text = finished.find((one) => one.includes(right));
    expect([right, text !== undefined]).toEqual([right, true]);
    const found = checkText(text?.replace(right, wrong) ?? '', record);
    expect([wrong, found.length > 0]).toEqual([wrong, true]);
  }
});

test('N1 the log of the case, replayed, gives the same draft byte for byte', async () => {
  const [one, other] = await meetingOf2022();
  expect(one && JSON.stringify(draftOf(one, committee))).toBe(other && JSON.stringify(draftOf(other, committee)));
  const draft = one ? Object.fromEntries(draftOf(one, committee).map((passage) => [passage.id, passageText(passage)])) : {};
  expect(draft['course']).toBe(
    '会议听取了市工业和信息化局关于全市产业链招商情况的通报和市政协经济委员会关于专题调研情况的说明。张委员等12名委员作重点发言，8名委员自由发言，6个部门现场回应。',
  );
  expect(draft['recommendations']).toMatch(
    /^会议对建议稿9条意见建议逐条审议、逐条表决，8条获得通过。各项表决开始和结束时，到会委员均不少于17人，达到法定人数。会议建议：（一）由市工业和信息化局牵头，/,
  );
  expect(draft['recommendations.failed.m9']).toBe(
    '关于建立跨县区项目流转和利益共享机制的建议（第9条），赞成16票、反对5票、弃权6票、未按1票，未达到应到委员过半数，未获通过，转继续研究。',
  );
});
