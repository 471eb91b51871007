// A secret election by sealed ballots, the keys in the hands of three scrutineers: two phones, a server killed while a ballot is
// on its way, two keys, the elected in the hall, a receipt found among the accepted ballots. E16.
import { checkIn, press } from '../acts.ts';
import { expect, hall, member, moderator, quietMembers, quietPerson, secretary, test } from '../cast.ts';

test('a secret election', async ({ setUp }) => {
  test.setTimeout(240_000);
  const stage = await setUp();
  const chair = await moderator(stage);
  const office = await secretary(stage);
  const one = await member(stage, 1, { phone: true });
  const other = await member(stage, 2, { phone: true });
  const scrutineers = [await member(stage, 7, { phone: true }), await member(stage, 8, { phone: true })];
  const screen = await hall(stage);
  for (const page of [one, other, ...scrutineers]) await checkIn(page);
  const quiet = await quietMembers(stage, [3, 4, 5, 6, 9, 10, 11, 12, 16, 17, 18, 19, 20]);
  for (const person of quiet) await person.checkIn();
  await press(chair, '开会');
  await expect(office.getByText('会议进行中')).toBeVisible();
  const desk = await quietPerson(stage, 'mishu2');
  await desk.take('NameScrutineers', { persons: ['weiyuan07', 'weiyuan08', 'weiyuan09'] });
  for (const page of scrutineers) await press(page, '备好密钥');
  const third = quiet.find(({ account }) => account === 'weiyuan09');
  // Any point that is none of low order: this key is never handed in.
  await third?.take('OfferScrutineerKey', { publicKey: `09${'0'.repeat(62)}` });

  await office.getByRole('tab', { name: '选举' }).click();
  await office.getByRole('button', { name: '提出选举' }).click();
  const form = office.getByRole('dialog', { name: '提出选举' });
  await form.getByLabel('名称').fill('推选调研组召集人');
  for (const letters of ['赵委员', '陈委员', '刘委员']) {
    await form.getByLabel('从名册选').fill(letters);
    await form.getByRole('group', { name: '从名册选' }).getByRole('button', { name: letters }).first().click();
  }
  await form.getByLabel('怎样当选').selectOption({ label: '按得票多少' });
  await form.getByRole('button', { name: '提出', exact: true }).click();
  await expect(form).toBeHidden();

  await chair.getByRole('tab', { name: '选举' }).click();
  await chair.getByRole('radio', { name: '无记名' }).check();
  await chair.getByRole('radio', { name: '三位监票人' }).check();
  await chair.getByRole('button', { name: '开始选举' }).click();

  await test.step('one ballot is counted; another is sealed while the server is dead; a third bears nobody', async () => {
    const ballot = one.getByRole('region', { name: '选票' });
    await ballot.getByRole('button', { name: /赵委员/ }).click();
    await press(one, '密封并提交');
    await one.getByRole('dialog', { name: '您的选票' }).getByRole('button', { name: '确认提交' }).click();
    await expect(one.getByText('已计入', { exact: true })).toBeVisible();
    await stage.kill9();
    await expect(other.getByText('已连接', { exact: true })).toBeHidden();
    await other
      .getByRole('region', { name: '选票' })
      .getByRole('button', { name: /赵委员/ })
      .click();
    await press(other, '密封并提交');
    await other.getByRole('dialog', { name: '您的选票' }).getByRole('button', { name: '确认提交' }).click();
    await expect(other.getByText('正在送出…')).toBeVisible();
    await stage.restart();
    await expect(other.getByText('已计入', { exact: true })).toBeVisible({ timeout: 20_000 });
    const [watching] = scrutineers;
    if (!watching) throw new Error('nobody watches');
    await press(watching, '密封并提交');
    await watching.getByRole('dialog', { name: '您的选票' }).getByRole('button', { name: '确认提交' }).click();
    await expect(watching.getByText('已计入', { exact: true })).toBeVisible();
  });

  await chair.getByRole('button', { name: '结束选举' }).click();
  await expect(screen.getByText('等待监票人开票 · 已交出密钥 0 / 2')).toBeVisible();
  for (const page of scrutineers) {
    await press(page, '交出密钥，参加开票');
    await press(page, '交出密钥');
  }
  await chair.getByRole('button', { name: '公布选举结果' }).click();
  await expect(screen.getByText(/赵委员/).first()).toBeVisible();
  await expect(screen.getByText(/当选/).first()).toBeVisible();

  await test.step('the ballot is among those accepted, and nothing says what is on it', async () => {
    const mine = one.getByRole('region', { name: '我的无记名投票' });
    const hash = (await mine.locator('dd').last().innerText()).replace(/\s/g, '');
    await mine.getByRole('link', { name: '查验回执' }).click();
    await one.getByLabel('标记词，或票的散列（前 16 位）').fill(hash.slice(0, 16));
    await press(one, '查验');
    await expect(one.getByText('您的票在收回的 3 张里。')).toBeVisible();
    await expect(one.getByText('票表（按标记词排列）')).toBeHidden();
  });
  await test.step('held once more it is secret again unless another form is chosen', async () => {
    await chair.getByRole('button', { name: '整项重新选举' }).click();
    const dialog = chair.getByRole('dialog', { name: '重新选举“推选调研组召集人”？' });
    await dialog.getByRole('button', { name: '计票有误' }).click();
    for (const form of ['记名', '纸质']) await expect(dialog.getByRole('radio', { name: form, exact: true })).not.toBeChecked();
    await expect(dialog.getByRole('radio', { name: '无记名', exact: true })).toBeChecked();
    await dialog.getByRole('button', { name: '重新选举' }).click();
    const ballot = other.getByRole('region', { name: '选票' });
    await expect(ballot.getByText('第 2 轮')).toBeVisible();
    await ballot.getByRole('button', { name: /陈委员/ }).click();
    await press(other, '密封并提交');
    await other.getByRole('dialog', { name: '您的选票' }).getByRole('button', { name: '确认提交' }).click();
    await expect(ballot.getByText('已计入', { exact: true })).toBeVisible();
  });
});
