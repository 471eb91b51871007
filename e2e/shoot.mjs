import { chromium } from '@playwright/test';
const base = 'http://127.0.0.1:4140';
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-dev-shm-usage'] });
export async function enter(account, width, height, phone = false, path = '/meeting/demo') {
  const context = await browser.newContext({
    viewport: { width, height },
    ...(phone ? { isMobile: true, hasTouch: true, deviceScaleFactor: 2 } : {}),
  });
  const page = await context.newPage();
  await page.goto(base + path);
  await page.getByLabel('账号', { exact: true }).fill(account);
  await page.getByLabel('密码', { exact: true }).fill('xieshang-demo');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.waitForURL('**' + path);
  return page;
}
export { browser, base };
