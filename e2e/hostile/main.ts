// Pastes hostile texts into the minutes and opens every page that shows them, in a real browser; tells what the browser saw and judges nothing.
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { cookieOf } from '../bench/signed-in.ts';

/** What is asked of this program, as a file of JSON. */
interface Asked {
  readonly url: string;
  readonly meeting: string;
  readonly part: 'paste' | 'read';
  readonly texts: readonly string[];
  /** Sessions by who they are. */
  readonly cookies: {
    readonly office: readonly string[];
    readonly member: readonly string[];
    readonly department: readonly string[];
    readonly hall: readonly string[];
  };
}

const { url, meeting, part, texts, cookies }: Asked = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));

const trouble = { violations: [] as string[], dialogs: 0, errors: [] as string[], foreign: [] as string[] };

const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync', '--disable-component-update'],
});

async function arrive(of: keyof Asked['cookies'], width = 1440): Promise<{ readonly page: Page; readonly context: BrowserContext }> {
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  await context.addCookies(cookies[of].map((pair) => cookieOf(pair, url)));
  await context.exposeFunction('tellViolation', (what: string) => void trouble.violations.push(what));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
      const tell: unknown = Reflect.get(window, 'tellViolation');
      if (typeof tell === 'function') tell(`${violatedDirective} ${blockedURI} ${sourceFile} ${location.pathname}`);
    });
  });
  const page = await context.newPage();
  page.on('dialog', (dialog) => {
    trouble.dialogs += 1;
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => void trouble.errors.push(error.message));
  page.on('request', (request) => {
    const to = request.url();
    if (!to.startsWith(url) && !/^(data|blob):/.test(to)) trouble.foreign.push(to);
  });
  return { page, context };
}

const at = (path: string): string => `${url}/meeting/${meeting}${path}`;

/** As a text and as a page, each at the end of the document; resolves when the page says that all of it is on disk. */
async function paste(): Promise<unknown> {
  const { page } = await arrive('office');
  await page.goto(at('/minutes'));
  const sheet = page.getByRole('textbox', { name: '会议纪要', exact: true });
  await sheet.and(page.locator('[contenteditable=true]')).waitFor({ timeout: 30_000 });
  for (const [place, text] of texts.entries()) {
    await sheet.evaluate(
      (editor, [number, hostile]) => {
        const end = (): void => {
          if (editor instanceof HTMLElement) editor.focus();
          const range = document.createRange();
          range.selectNodeContents(editor);
          range.collapse(false);
          getSelection()?.removeAllRanges();
          getSelection()?.addRange(range);
        };
        const give = (kinds: Readonly<Record<string, string>>): void => {
          end();
          const clipboardData = new DataTransfer();
          for (const [kind, said] of Object.entries(kinds)) clipboardData.setData(kind, said);
          editor.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
        };
        give({ 'text/plain': `⟦${number}⟧${hostile}⟦/${number}⟧\n尾` });
        give({ 'text/html': `<p>网页${number}</p>${hostile}<p>尾</p>`, 'text/plain': '尾' });
      },
      [String(place), text] as const,
    );
  }
  await page
    .getByRole('banner')
    .getByText('全部已存盘', { exact: true })
    .and(page.locator('[aria-hidden=true]'))
    .waitFor({ timeout: 60_000 });
  return sheet.evaluate((editor) => ({
    scripts: editor.querySelectorAll('script, iframe, object, embed, style, link, meta, base, form, input, svg, math, video').length,
    remote: [...editor.querySelectorAll('img')].filter(({ src }) => !/^(data|blob):/.test(src) && !src.startsWith(location.origin)).length,
    handlers: [...editor.querySelectorAll('*')].filter((one) => [...one.attributes].some(({ name }) => name.startsWith('on'))).length,
    links: [...editor.querySelectorAll('a')].filter(({ protocol }) => !/^(https?|mailto):$/.test(protocol)).length,
  }));
}

/** What stands in a column of all tables of a document. */
const cells = (page: Page, column: number): Promise<readonly string[]> =>
  page
    .locator('article table tbody tr')
    .evaluateAll((rows, place) => rows.map(({ children }) => children[place]?.textContent ?? ''), column);

/** As the office's room names them, in its order. */
const officePlaces = ['会场', '表决', '选举', '名册', '建议稿', '修改意见', '材料', '屏幕'] as const;

/** Each place until it shows itself; one that is missing or not named here ends the reading. */
async function readOffice(page: Page): Promise<void> {
  await page.goto(at(''));
  const places = page.getByRole('tablist', { name: '工作区', exact: true }).getByRole('tab');
  await places.first().waitFor({ timeout: 30_000 });
  // A mark for what goes on there may follow the name.
  const named = (place: string): RegExp => new RegExp(`^${place}`);
  const count = await places.count();
  if (count !== officePlaces.length) throw new Error(`the room has ${count} places, ${officePlaces.length} are read`);
  for (const place of officePlaces) {
    await places.filter({ hasText: named(place) }).click();
    await page.getByRole('tabpanel', { name: named(place) }).waitFor({ timeout: 30_000 });
  }
}

/** Every page that shows what was put in by commands; what stands in the documents is told as it stands. */
async function read(): Promise<unknown> {
  const { page } = await arrive('office');
  const opened = async (kind: string): Promise<void> => {
    await page.goto(at(`/documents/${kind}`));
    await page.locator('#sheet-title').waitFor({ timeout: 30_000 });
  };
  await opened('ballot');
  const recommendations = await cells(page, 1);
  await opened('roll');
  const names = await cells(page, 1);
  await opened('speeches');
  const topics = await page
    .locator('article p')
    .evaluateAll((all) =>
      all.filter((one) => one.firstElementChild?.textContent === '题目：').map((one) => (one.textContent ?? '').slice('题目：'.length)),
    );
  await opened('amendments');
  const [reasons, settled] = [await cells(page, 2), await cells(page, 3)];
  await opened('slips');
  const [slips, notes] = [await cells(page, 1), await cells(page, 2)];
  await opened('elections');
  const elections = await cells(page, 1);
  for (const kind of ['notice', 'votes', 'report']) await opened(kind);
  await readOffice(page);
  await page.goto(at('/minutes'));
  await page.getByRole('textbox', { name: '会议纪要', exact: true }).waitFor({ timeout: 30_000 });
  for (const [of, path] of [
    ['member', ''],
    ['department', ''],
    ['hall', '/screen'],
  ] as const) {
    const other = await arrive(of, of === 'hall' ? 1920 : 390);
    await other.page.goto(at(path));
    await other.page.getByRole('main').first().waitFor({ timeout: 30_000 });
    for (const tab of await other.page.getByRole('tab').all()) await tab.click();
    await other.context.close();
  }
  return { recommendations, names, topics, reasons, settled, slips, notes, elections };
}

const told = await (part === 'paste' ? paste() : read());
await browser.close();
process.stdout.write(`${JSON.stringify({ trouble, told })}\n`);
process.exit(0);
