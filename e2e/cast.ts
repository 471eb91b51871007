// Knows who takes part in a story: a server of its own and browsers signed in through the sign-in page, each with a role.
import { test as base, expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { memberAccount, quietMembers as onTheWire, quietPerson as personOnTheWire, type QuietMember } from './quiet-members.ts';
import { startServer, type Mode, type Server } from './server.ts';

export { expect };

const demoPassword = 'xieshang-demo';

/** A server together with everybody who came to it; all of them end with it. */
export interface Stage extends Server {
  /** The address people use; another than `url` where a proxy stands between. */
  readonly front: string;
  readonly browser: Browser;
  readonly contexts: BrowserContext[];
  readonly quiet: QuietMember[];
}

export interface Surroundings {
  readonly env?: Readonly<Record<string, string>>;
  readonly front?: string;
  /** `serve`: nobody is there yet. */
  readonly mode?: Mode;
}

type SetUp = (surroundings?: Surroundings) => Promise<Stage>;

/** `setUp()` starts a server; whatever happens in the story, server and browsers are ended and the last pictures kept. */
export const test = base.extend<{ setUp: SetUp }>({
  setUp: async ({ browser }, use, testInfo) => {
    const stages: Stage[] = [];
    try {
      await use(async ({ env, front, mode } = {}) => {
        const server = await startServer(env, mode);
        const stage: Stage = { ...server, front: front ?? server.url, browser, contexts: [], quiet: [] };
        stages.push(stage);
        return stage;
      });
    } finally {
      if (testInfo.status !== testInfo.expectedStatus) await keepPictures(stages, (name) => testInfo.outputPath(name));
      for (const { contexts, quiet, end } of stages) {
        for (const member of quiet) member.end();
        await Promise.all(contexts.map((context) => context.close()));
        await end();
      }
    }
  },
});

async function keepPictures(stages: readonly Stage[], pathOf: (name: string) => string): Promise<void> {
  const pages = stages.flatMap(({ contexts }) => contexts.flatMap((context) => context.pages()));
  for (const [index, page] of pages.entries()) await page.screenshot({ path: pathOf(`page-${index}.png`) }).catch(() => undefined);
}

interface Door {
  readonly width: number;
  readonly height: number;
  readonly phone?: boolean;
  /** Path to open; the sign-in page leads back to it. */
  readonly path?: string;
}

/** Somebody nobody knows yet, in a browser of their own. */
export async function arrive(stage: Stage, { width, height, phone = false }: Omit<Door, 'path'>): Promise<Page> {
  const context = await stage.browser.newContext({
    viewport: { width, height },
    ...(phone ? { isMobile: true, hasTouch: true, deviceScaleFactor: 2 } : {}),
  });
  stage.contexts.push(context);
  return context.newPage();
}

export async function signIn(page: Page, account: string, password: string): Promise<void> {
  await page.getByLabel('账号', { exact: true }).fill(account);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

/** A person in a browser of their own, in the meeting `demo`. */
export async function enter(stage: Stage, account: string, { path = '/meeting/demo', ...door }: Door): Promise<Page> {
  const page = await arrive(stage, door);
  await page.goto(`${stage.front}${path}`);
  await signIn(page, account, demoPassword);
  await page.waitForURL(`**${path}`);
  return page;
}

export const moderator = (stage: Stage): Promise<Page> => enter(stage, 'zhuchi', { width: 1440, height: 900 });
export const secretary = (stage: Stage): Promise<Page> => enter(stage, 'mishu1', { width: 1440, height: 900 });
export const member = (stage: Stage, n: number, { phone = false } = {}): Promise<Page> =>
  enter(stage, memberAccount(n), phone ? { width: 390, height: 844, phone } : { width: 1280, height: 800 });
export const departmentRep = (stage: Stage, n: number): Promise<Page> =>
  enter(stage, `bumen${n}`, { width: 390, height: 844, phone: true });
export const hall = (stage: Stage): Promise<Page> => enter(stage, 'pangting1', { width: 1920, height: 1080, path: '/meeting/demo/screen' });

/** Members without a page. */
export async function quietMembers(stage: Stage, numbers: readonly number[]): Promise<readonly QuietMember[]> {
  const members = await onTheWire(stage, numbers);
  stage.quiet.push(...members);
  return members;
}

/** Anybody without a page: an office that is somewhere else. */
export async function quietPerson(stage: Stage, account: string): Promise<QuietMember> {
  const person = await personOnTheWire(stage.url, account);
  stage.quiet.push(person);
  return person;
}
