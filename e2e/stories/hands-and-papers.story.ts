// What is not given by keys: an acclamation that is objected to, hands recorded one by one, and paper counted by two when the keys have failed.
import { checkIn, expectResult, goToStage, press } from '../acts.ts';
import { expectOpenToAll } from '../axe.ts';
import { expect, hall, member, moderator, quietMembers, secretary, test } from '../cast.ts';
import { attending } from '../quiet-members.ts';

test('hands and papers', async ({ setUp }) => {
  const stage = await setUp();
  const chair = await moderator(stage);
  const phone = await member(stage, 2, { phone: true });
  const screen = await hall(stage);
  await checkIn(phone);
  const quiet = await quietMembers(stage, attending(18, 2));
  for (const one of quiet) await one.checkIn();
  await press(chair, '开会');
  await goToStage(chair, '表决');

  await test.step('V21 a window that was opened over a wrong text is declared void, and passes nothing', async () => {
    await press(chair, '鼓掌通过');
    await press(chair, '开始鼓掌通过');
    await press(chair, '作废');
    const asked = chair.getByRole('dialog', { name: /的鼓掌通过作废？$/ });
    await asked.getByRole('button', { name: '文本有误', exact: true }).click();
    await asked.getByRole('button', { name: '作废', exact: true }).click();
    await expect(chair.getByText('上一次作废：文本有误')).toBeVisible();
  });

  await test.step('an objection ends the acclamation; only a counted vote decides', async () => {
    await press(chair, '鼓掌通过');
    await press(chair, '开始鼓掌通过');
    await press(phone, '我有不同意见');
    await phone.getByRole('dialog').getByRole('button', { name: '我有不同意见', exact: true }).click();
    await expect(chair.getByText('李委员提出异议，须计票表决。')).toBeVisible();
    for (const page of [phone, screen]) await expect(page.getByText('有委员提出不同意见，改为计票表决')).toBeVisible();
  });

  await test.step('hands are recorded by the keyboard, one after the other; the member sees what was recorded', async () => {
    await chair.getByRole('radio', { name: '举手逐人' }).check();
    await press(chair, '开始表决');
    await expect(phone.getByText('请举手', { exact: true })).toBeVisible();
    await expect(screen.getByText('请举手', { exact: true })).toBeVisible();
    const hands = chair.getByRole('region', { name: '逐人记录举手' });
    await expect(hands.getByText('还有 18 人没有记录')).toBeVisible();
    await hands.getByRole('listitem', { name: /^张委员/ }).focus();
    await chair.keyboard.press('1');
    await expect(hands.getByText('还有 17 人没有记录')).toBeVisible();
    await expect(hands.getByRole('listitem', { name: '李委员 未按' })).toBeFocused();
    await chair.keyboard.press('2');
    await expect(phone.getByText('会务人员为您记录：反对')).toBeVisible();
    await hands.getByRole('button', { name: '王委员 弃权', exact: true }).click();
    await expect(hands.getByText('还有 15 人没有记录')).toBeVisible();
    await expectOpenToAll(chair);
    await expectOpenToAll(phone);
    await press(chair, '其余记为赞成');
    await chair.getByRole('dialog').getByRole('button', { name: '其余记为赞成', exact: true }).click();
    await expect(hands.getByText('都已记录')).toBeVisible();
    await press(chair, '结束表决');
    await press(chair, '公布结果');
    await expectResult(phone, 1, [16, 1, 1, 0], '未通过 · 转继续研究');
    await expect(screen.getByRole('region', { name: '逐人结果' })).toContainText('李委员');
  });

  const papers = { form: '纸质表决', phone: '请填写纸质表决票' } as const;
  await test.step('when the keys fail, one press voids the vote and puts it on paper', async () => {
    await press(chair, '开始表决');
    await press(phone, '赞成');
    await press(phone, '确认提交');
    await press(chair, '作废并改用纸质表决');
    await chair.getByRole('dialog').getByRole('button', { name: '网络故障', exact: true }).click();
    await chair.getByRole('dialog').getByRole('button', { name: '作废并改用纸质表决', exact: true }).click();
    await expect(phone.getByText(papers.phone)).toBeVisible();
    await expect(screen.getByText('请填写表决票，投入票箱')).toBeVisible();
    await expect(chair.getByRole('button', { name: '打印表决票' })).toBeVisible();
  });

  const office = await secretary(stage);
  await test.step('two officers count apart; while they differ, nothing can be closed', async () => {
    await office.goto(`${stage.front}/meeting/demo#vote`);
    const count = async (page: typeof office, figures: readonly [string, string, string, string]): Promise<void> => {
      const form = page.getByRole('region', { name: '纸质表决的计票' });
      for (const [at, name] of ['赞成', '反对', '弃权', '废票'].entries())
        await form.getByRole('textbox', { name, exact: true }).fill(figures[at] ?? '');
      await form.getByRole('button', { name: /^(录入计票|更正录入)$/ }).click();
    };
    await count(chair, ['16', '1', '0', '1']);
    await expect(chair.getByText('还要另一位会务人员录入。')).toBeVisible();
    await expect(office.getByText(/已录入，您录入之后显示。$/)).toBeVisible();
    await expect(office.getByRole('table')).toHaveCount(0);
    await count(office, ['17', '1', '0', '0']);
    for (const page of [chair, office]) await expect(page.getByText('两份录入不一致，请一起重新清点。')).toBeVisible();
    await expect(chair.getByRole('button', { name: '结束表决', exact: true })).toHaveAttribute('aria-disabled', 'true');
    await expectOpenToAll(chair);
    await count(chair, ['17', '0', '0', '1']);
    await count(office, ['17', '0', '0', '1']);
    await expect(chair.getByText('两份录入一致，可以结束表决。')).toBeVisible();
    await press(chair, '结束表决');
    await press(chair, '公布结果');
  });

  await test.step('V22 the secretary names who watches the next vote, though only the moderator opens it', async () => {
    await press(office, '指定监票人');
    const asked = office.getByRole('dialog');
    await asked.getByRole('checkbox', { name: /^陈委员/ }).check();
    await asked.getByRole('button', { name: '指定', exact: true }).click();
    await expect(chair.getByText(/^监票人\s*陈委员$/)).toBeVisible();
  });

  await test.step('the result says that it was given on paper, who counted, and what was spoilt', async () => {
    await expectResult(phone, 2, [17, 0, 0, 1], '通过');
    const results = phone.getByRole('region', { name: '表决结果' });
    await expect(results.getByText(papers.form, { exact: true })).toBeVisible();
    await expect(results.getByText(/分别计票，数目一致$/)).toBeVisible();
    await expect(results.getByText('其中废票 1').first()).toBeAttached();
    await expect(screen.getByText('其中废票 1').first()).toBeAttached();
    await expectOpenToAll(screen);
  });
});
