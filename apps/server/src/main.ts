// Knows the environment, the terminal and how a process ends; the only reader of the first in a server's process.
import { readConfig, type Config } from './config.ts';
import type { AccountRole } from './ports.ts';
import { diskTrouble } from './disk-trouble.ts';
import { demoPassword, seedDemo } from './demo/index.ts';
import { startServer, type Running } from './server.ts';
import { resetDemoFolder } from './store/data-folder.ts';
import { StartRefusal } from './start-refusal.ts';
import { version } from './version.ts';
import { hashOf, newToken } from './tokens.ts';

const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`);

// A terminal that is gone, or a log on a full disk, is no reason to end a meeting.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

const roleNames: Readonly<Record<AccountRole, string>> = {
  moderator: '主持人',
  secretary: '秘书',
  member: '委员',
  departmentRep: '部门',
  observer: '旁听',
  admin: '管理员',
};

/** The exit code of a process that cannot rely on its disk, by the convention of sysexits.h. */
const brokenDisk = 74;

/** The longest a farewell may take, ms; whatever was acknowledged is on disk by then. */
const farewellMs = 2800;

async function serve(config: Config): Promise<void> {
  for (const hint of config.hints) say(hint);
  say(`协商厅 ${version}，${config.mode === 'demo' ? '正在启动演示…' : '正在启动…'}`);
  const running = await startServer(config, endForBrokenDisk);
  stopOnSignal(running);
  if (running.upgradedFrom !== null) say(`数据已升级到版本 ${version}；升级前的备份在 ${running.upgradedFrom}。`);
  if (config.mode === 'demo') await demo(running, config.demoMembers);
  else await live(running);
  say(`服务器密钥指纹：${running.fingerprint}`);
  running.open();
  say(`协商厅已启动：${running.origin.public}`);
}

/** Whom one can be in the demo; a long row of the same kind is one line. */
async function demo(running: Running, members: number): Promise<void> {
  const { store } = running;
  if (await seedDemo({ ...running, members })) say('已准备好演示数据。');
  const byNumber = new Intl.Collator('en', { numeric: true });
  const accounts = (await store.accounts.list())
    .filter(({ disabled }) => !disabled)
    .toSorted((one, other) => byNumber.compare(one.account, other.account));
  const rows = Map.groupBy(accounts, ({ account }) => account.replace(/\d+$/, ''));
  if (accounts.length > 0) say(`可以用下列账号登录（密码都是 ${demoPassword}）：`);
  for (const row of rows.values()) {
    const [first, last] = [row[0], row.at(-1)];
    if (!first || !last) continue;
    const range = first === last ? first.account : `${first.account} … ${last.account}（${row.length} 人）`;
    say(`  ${roleNames[first.role]}  ${range}`);
  }
}

async function live({ store, origin, random }: Running): Promise<void> {
  if ((await store.accounts.count()) > 0) return;
  const token = newToken(random);
  await store.setupLinks.replace(hashOf(token));
  say('还没有任何账号。请打开下面的一次性链接，设立第一位管理员（重新启动后会换成新的链接）：');
  say(`  ${origin.public}/setup#${token}`);
}

/** D5. Whoever was waiting gets no answer, as with kill -9: what was acknowledged is on disk, and the rest is sent again after the next start. */
function endForBrokenDisk(): never {
  process.stderr.write('磁盘读写出错，数据不能再可靠地写入，服务已停止。已经确认过的内容都已写入。请检查磁盘，再重新启动。\n');
  process.exit(brokenDisk);
}

function stopOnSignal(running: Running): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    say('正在停止…');
    setTimeout(() => process.exit(0), farewellMs).unref();
    running.close().then(
      () => {
        say('已停止。');
        process.exit(0);
      },
      () => process.exit(1),
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop);
}

async function main(): Promise<void> {
  const config = readConfig(process.argv.slice(2), process.env);
  if (config.command !== 'demo:reset') return serve(config);
  const gone = resetDemoFolder(config.dataDir);
  say(gone ? '演示数据已清空，下次 npm start 会重新准备。' : '没有演示数据，无需清空。');
}

try {
  await main();
} catch (error) {
  const refusal = diskTrouble(error, '没有启动成功');
  if (!(refusal instanceof StartRefusal)) throw error;
  process.stderr.write(`${refusal.message}\n`);
  process.exit(1);
}
