import { enter, browser } from './shoot.mjs';
const out = '/tmp/word-shots/';
const host = await enter('zhuchi', 1440, 900);
const li = await enter('weiyuan02', 390, 844, true);
await li.getByRole('button', { name: '签到', exact: true }).click();
await host
  .getByRole('tab', { name: /名册|签到|参会/ })
  .first()
  .click();
const names = await host.locator('li button').allInnerTexts();
console.log(names.slice(0, 6));
await host.locator('li button').nth(1).click();
await host.screenshot({ path: out + 'person.png' });
await host.getByRole('button', { name: /^私信：/ }).click();
await host.screenshot({ path: out + 'dialog.png' });
await host.getByRole('button', { name: '请到会场前排就座' }).click();
await host.getByRole('button', { name: '发送', exact: true }).click();
await li.getByText('请到会场前排就座').waitFor();
await li.screenshot({ path: out + 'phone.png' });
await li.getByRole('button', { name: '大字' }).click();
await li.screenshot({ path: out + 'phone-large.png' });
await li.getByRole('button', { name: '大字' }).click();
await li.getByRole('complementary', { name: '私信' }).getByRole('button', { name: '回复' }).click();
await li.screenshot({ path: out + 'phone-answer.png' });
await li.getByRole('button', { name: '好的，马上到' }).click();
await li.getByRole('button', { name: '发送回复' }).click();
await li.getByText('收到的私信（1）').click();
await li.screenshot({ path: out + 'phone-after.png' });
await host.keyboard.press('Escape');
await host.screenshot({ path: out + 'host-after.png' });
await host.getByRole('button', { name: '我发出的私信' }).click();
await host.getByText('回复：好的，马上到').waitFor();
await host.screenshot({ path: out + 'list.png' });
await browser.close();
