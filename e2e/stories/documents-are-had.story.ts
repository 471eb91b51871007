// The office has its documents where it looks for them, as pages and as Word; a guarded material is read under the reader's mark, and no other way.
import { press } from '../acts.ts';
import { expect, member, secretary, test } from '../cast.ts';
import { readWord } from '../word.ts';

/** The smallest PDF that every reader opens: one empty page. */
const pdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
trailer<</Root 1 0 R>>
`;

test('documents are had, and a guarded material is read', async ({ setUp }) => {
  const stage = await setUp();
  const office = await secretary(stage);

  await test.step('the menu says what there is, and what is missing for the rest', async () => {
    await press(office, '文书');
    const menu = office.getByRole('dialog', { name: '会议文书' });
    await expect(menu.getByText('散会后生成')).toBeVisible();
    await expect(menu.getByRole('link', { name: '查看表决单' })).toHaveCount(0);
    const opening = office.waitForEvent('popup');
    await menu.getByRole('link', { name: '查看会议通知' }).click();
    const page = await opening;
    await expect(page.getByRole('heading', { name: /^关于召开/ })).toBeVisible();
    await expect(page.getByText('各位委员，各有关单位：')).toBeVisible();
    const downloading = page.waitForEvent('download');
    await press(page, '导出Word');
    const { name, paragraphs } = await readWord(await downloading);
    expect(name).toMatch(/^关于召开.*的通知\.docx$/);
    expect(paragraphs).toContain('一、会议时间');
    await page.close();
    await press(office, '关闭');
  });

  await test.step('a material is handed in as 内部', async () => {
    await office.getByRole('tab', { name: '材料' }).click();
    await press(office, '添加材料');
    const dialog = office.getByRole('dialog');
    await dialog.getByLabel('文件').setInputFiles({ name: '内部测算.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdf) });
    await dialog.getByLabel('密级').selectOption('内部');
    await dialog.getByRole('button', { name: '添加', exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(office.getByText('内部', { exact: true })).toBeVisible();
  });

  await test.step('on the phone it is read under the name of who reads it, also from its bare address, and never kept', async () => {
    const phone = await member(stage, 1, { phone: true });
    await press(phone, '材料');
    const link = phone.getByRole('link', { name: '打开 内部测算.pdf' });
    const address = (await link.getAttribute('href')) ?? '';
    expect(address).toMatch(/^\/meeting\/demo\/materials\//);
    const bytes = address.replace('/meeting/', '/api/meetings/');
    await phone.goto(`${stage.front}${bytes}`);
    await expect(phone).toHaveURL(`${stage.front}${address}`);
    await expect(phone.getByRole('img', { name: '第 1 页，共 1 页' })).toBeVisible();
    await expect(phone.locator('svg text').first()).toContainText('张委员');
    const refused = await phone.request.get(`${stage.front}${bytes}?download=1`);
    expect(refused.status()).toBe(403);
  });
});
