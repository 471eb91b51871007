// Two secretaries and a moderator talk beside the text: a comment with a mention, suggestions accepted and overtaken, and a word that is composed meanwhile.
import { press } from '../acts.ts';
import { composerOn } from '../composing.ts';
import { enter, expect, moderator, test } from '../cast.ts';
import { atDesk, expectOnDisk, minutesPath, proseOf, sheet, take, writeUnder } from '../minutes.ts';
import { atSelection, cardWith, inCard, markedIn, openRemarks, select, suggest } from '../remarks.ts';

test('remarks on the minutes', async ({ setUp }) => {
  const stage = await setUp();
  const chair = await moderator(stage);
  await press(chair, '开会');
  const one = await atDesk(stage, 'mishu1');
  const two = await atDesk(stage, 'mishu2');
  await writeUnder(one, '有关要求', '会议要求，年内拿出图谱，做强链主，抓好落实。');
  await expect(sheet(two).getByText('抓好落实')).toBeVisible();

  await test.step('a comment mentions the moderator, who finds it from the room and answers', async () => {
    await select(one, '年内拿出图谱');
    await atSelection(one, '批注');
    const words = one.getByLabel('批注内容');
    await words.pressSequentially('时间请@');
    await one.getByRole('listbox', { name: '可以提到的人' }).getByRole('option', { name: /^甲/ }).click();
    await words.pressSequentially('核定。');
    await one.getByRole('button', { name: '提交', exact: true }).click();
    await expect(cardWith(one, '时间请@甲 核定。')).toBeVisible();
    await chair.getByRole('link', { name: '纪要里有 1 条批注提到您' }).click();
    await chair.waitForURL(`**${minutesPath}`);
    await press(chair, '查看');
    await expect(cardWith(chair, '核定').getByText('提到您')).toBeVisible();
    await expect(chair.getByRole('tab', { name: '批注：1 条未处理', exact: true })).toBeVisible();
    expect(await markedIn(chair)).toEqual(['年内拿出图谱']);
    await inCard(chair, '核定', '回复 癸秘书');
    await chair.getByLabel('回复 癸秘书').fill('以年底前为准。');
    await press(chair, '提交');
    await expect(cardWith(one, '以年底前为准。')).toBeVisible();
  });

  await test.step('it is resolved, and no longer marked for anybody', async () => {
    await openRemarks(two);
    await inCard(two, '以年底前为准。', '解决');
    await expect(cardWith(two, '以年底前为准。')).toBeHidden();
    for (const page of [one, chair]) await expect.poll(() => markedIn(page)).toEqual([]);
  });

  await test.step('the moderator suggests other words; one secretary accepts while the other types in the same paragraph', async () => {
    await suggest(chair, '年内拿出图谱', '年底前拿出图谱');
    await expect(cardWith(chair, '年底前拿出图谱').getByRole('button', { name: '采纳' })).toBeHidden();
    await expect(cardWith(two, '年底前拿出图谱')).toBeVisible();
    await select(one, '落实。');
    await one.keyboard.press('ArrowRight');
    const typing = one.keyboard.type('按季报告进展。', { delay: 60 });
    await inCard(two, '年底前拿出图谱', '采纳');
    await typing;
    const line = '会议要求，年底前拿出图谱，做强链主，抓好落实。按季报告进展。';
    for (const page of [one, two, chair]) await expect.poll(() => proseOf(page)).toContain(line);
    for (const page of [one, two]) await expectOnDisk(page);
    await expect(cardWith(chair, '年底前拿出图谱')).toBeHidden();
  });

  await test.step('a suggestion whose passage was changed meanwhile shows all three texts before anything is done', async () => {
    await suggest(chair, '做强链主', '培育链主');
    await expect(cardWith(two, '培育链主')).toBeVisible();
    await select(one, '强链');
    await one.keyboard.type('大链');
    await expect(cardWith(two, '培育链主').getByText('原处的文字已经改动')).toBeVisible();
    await inCard(two, '培育链主', '采纳');
    const dialog = two.getByRole('dialog', { name: '原文已经改动' });
    for (const text of ['做强链主', '做大链主', '培育链主']) await expect(dialog.getByText(text, { exact: true })).toBeVisible();
    await dialog.getByRole('button', { name: '按建议替换现在的文字' }).click();
    for (const page of [one, two]) await expect.poll(async () => (await proseOf(page)).join('')).toContain('年底前拿出图谱，培育链主，');
  });

  await test.step('a suggestion is declined with a reason that its author reads', async () => {
    await suggest(chair, '抓好落实', '抓紧落实');
    await inCard(two, '抓紧落实', '不采纳');
    await two.getByRole('dialog').getByRole('button', { name: '会上没有这一内容' }).click();
    await two.getByRole('dialog').getByRole('button', { name: '不采纳', exact: true }).click();
    await chair.getByRole('button', { name: /^全部/ }).click();
    await expect(cardWith(chair, '抓紧落实').getByText('会上没有这一内容')).toBeVisible();
  });

  await test.step('a remark that arrives breaks no composition, and is marked when it is over', async () => {
    const composer = await composerOn(one);
    await select(one, '报告进展');
    await one.keyboard.press('ArrowRight');
    await composer.type("ji'shi");
    for (const [words, said] of [
      ['报告进展', '按月更好？'],
      ['纪要如下', '可以删去。'],
    ] as const) {
      await select(chair, words);
      await atSelection(chair, '批注');
      await chair.getByLabel('批注内容').fill(said);
      await chair.getByRole('button', { name: '提交', exact: true }).click();
      await expect(cardWith(chair, said)).toBeVisible();
    }
    await expect(one.getByRole('tab', { name: '批注：2 条未处理', exact: true })).toBeVisible();
    await composer.type("ji'shitong'bao");
    expect(await markedIn(one)).toEqual([]);
    expect(await composer.told()).toEqual(['compositionstart ']);
    await composer.choose('及时通报');
    await expect.poll(() => markedIn(one)).toEqual(['纪要如下', '报告进展']);
    expect(await composer.told()).toEqual(['compositionstart ', 'compositionend 及时通报']);
    await expect.poll(async () => (await proseOf(two)).join('')).toContain('报告进展及时通报。');
    // Also inside the marked words.
    await select(one, '报告');
    await one.keyboard.press('ArrowRight');
    await composer.type("gong'zuo");
    await composer.choose('工作');
    await expect.poll(async () => (await proseOf(two)).join('')).toContain('报告工作进展及时通报。');
    await expect.poll(() => markedIn(one)).toEqual(['纪要如下', '报告工作进展']);
  });

  await test.step('what is still open is named before 提交校核, and bars nothing', async () => {
    const room = await enter(stage, 'zhuchi', { width: 1440, height: 900 });
    await take(room, '散会');
    await expectOnDisk(one);
    await take(one, '提交校核', async (dialog) => {
      await expect(dialog.getByText('还有 2 条批注没有解决。可以先处理，也可以照常提交。')).toBeVisible();
      await expect(dialog.getByText(/按月更好/)).toBeVisible();
    });
    await expect(one.getByText('校核中')).toBeVisible();
  });
});
