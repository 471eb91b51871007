// What the moderator says to one member alone: told how far it came, answered once, read by nobody else, and gone when it is taken back.
import { floorOf, press } from '../acts.ts';
import { expectOpenToAll } from '../axe.ts';
import { expect, member, moderator, quietPerson, test } from '../cast.ts';

const said = '请到会场前排就座';

test('a word for one alone', async ({ setUp }) => {
  const stage = await setUp();
  const [host, li] = [await moderator(stage), await member(stage, 2, { phone: true })];
  const others = [await quietPerson(stage, 'weiyuan03'), await quietPerson(stage, 'mishu1')];

  // From the roll, with a phrase that is ready.
  await host.getByRole('tab', { name: '名册' }).click();
  await host.getByRole('button', { name: /^李委员/ }).click();
  await press(host, '私信：李委员');
  await press(host, said);
  await press(host, '发送');

  // It is on the phone as a card, and the sender learns that it came.
  const card = li.getByRole('complementary', { name: '私信' });
  await expect(card).toContainText(said);
  await expect(card).toContainText('主持人甲');
  await expect(card.getByRole('button', { name: '知道了' })).toBeEnabled();
  await expectOpenToAll(li);
  await host.keyboard.press('Escape');
  await press(host, '我发出的私信');
  const sent = host.getByRole('dialog', { name: '我发出的私信' });
  await expect(sent).toContainText(/已送达 \d/);
  await expectOpenToAll(host);

  // Answered, the card goes; it can be read again below.
  await card.getByRole('button', { name: '回复' }).click();
  await press(li, '好的，马上到');
  await press(li, '发送回复');
  await expect(card).toHaveCount(0);
  await expect(sent).toContainText('回复：好的，马上到');
  await li.getByText('收到的私信（1）').click();
  await expect(li.getByText(`您回复：好的，马上到`)).toBeVisible();

  // Others hold its place in the record and nothing of it: not even the secretary.
  for (const other of others) {
    const facts = await other.eventsAfter(1);
    expect(facts.filter((fact) => 'bytes' in fact && fact.bytes.includes('Aside'))).toEqual([]);
    expect(facts.filter((fact) => 'digest' in fact).length).toBeGreaterThan(0);
  }

  // Taken back, it is gone from both pages.
  await press(host, '收回给李委员的私信');
  await host.getByRole('dialog', { name: '收回这条私信？' }).getByRole('button', { name: '收回', exact: true }).click();
  await expect(sent).toContainText(/已收回 \d/);
  await expect(li.getByText('已被收回')).toBeVisible();
  for (const page of [host, li]) await expect(page.getByText(said)).toHaveCount(0);

  // Begun for who speaks, they stay for that one, whoever has the floor by then; closed in passing, they are there again.
  const device = await quietPerson(stage, 'zhuchi');
  await others[0]?.checkIn();
  await (await quietPerson(stage, 'weiyuan02')).checkIn();
  await device.take('OpenMeeting');
  await device.take('MoveToStage', { stageId: 'open_floor' });
  for (const [id, person] of [
    ['q-li', 'weiyuan02'],
    ['q-wang', 'weiyuan03'],
  ])
    await device.take('EnterRequest', { requestId: id, person, kind: 'openFloorSpeech' });
  await device.take('GiveFloor', { requestId: 'q-li' });
  await host.keyboard.press('Escape');
  const words = host.getByRole('dialog', { name: '给李委员的私信' });
  const late = '请在一分钟内讲完';
  await floorOf(host).getByRole('button', { name: '私信：李委员' }).click();
  await words.getByLabel('内容').fill(late);
  await host.keyboard.press('Escape');
  await expect(words).toHaveCount(0);
  await floorOf(host).getByRole('button', { name: '私信：李委员' }).click();
  await expect(words.getByLabel('内容')).toHaveValue(late);
  await device.take('EndSpeech');
  await device.take('GiveFloor', { requestId: 'q-wang' });
  await expect(floorOf(host).getByText('王委员', { exact: true })).toBeAttached();
  await words.getByRole('button', { name: '发送' }).click();
  await expect(card).toContainText(late);
});
