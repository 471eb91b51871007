// A real server with people at work on a disk that is filled up, or turns read-only, again and again. What it acknowledges has to be there.
import { ownServer, type OwnServer } from '../../src/own-server.ts';
import { comes } from '../in-time.ts';
import { gatherCrowd, type Crowd } from '../p3-killed-server/crowd.ts';
import { faultsIn, readFolder } from '../p3-killed-server/folder.ts';
import { judge } from '../p3-killed-server/kept.ts';
import { fragileDisk, smallDisk } from './small-disk.ts';

export interface Found {
  readonly rounds: number;
  /** Acknowledged and not on the disk. */
  readonly lost: number;
  readonly dup: number;
  readonly wrong: readonly string[];
}

const crowdSize = { members: 8, writers: 3 } as const;
/** Room for the demo, a full write-ahead log and what people write, and not much more; MiB. */
const diskMebibytes = 48;

/** Filled up under people; every other time the server is killed while it is full, and may not start before there is room. */
export async function fullDisk(rounds: number, seed: number): Promise<Found> {
  const disk = await smallDisk(diskMebibytes);
  try {
    const server = await ownServer({ dataDir: disk.folder });
    const crowd = await gatherCrowd(server.url, crowdSize, seed);
    const account = ledger(server, crowd);
    try {
      for (let round = 1; round <= rounds; round += 1) {
        const when = `第 ${round} 次写满`;
        disk.fill();
        if (!(await comes(async () => (await readiness(server.url)) === 'DiskIsFull'))) account.say(`${when}：/readyz 没有说磁盘已满`);
        if (round % 2 === 0) {
          await server.kill();
          account.look(when);
          // Served read-only or refused with a sentence, whatever the disk still takes; never a crash that says nothing.
          const refusal = await server.restart().then(() => '', String);
          if (!/^$|磁盘|没有就绪/.test(refusal)) account.say(`${when}：满的时候启动：${refusal}`);
          await server.kill();
          account.look(`${when}，又启动过一次`);
          await disk.makeRoom();
          await server.restart();
        } else {
          account.look(when);
          await disk.makeRoom();
        }
        if (!(await comes(async () => (await readiness(server.url)) === 'ready'))) account.say(`${when}：有了空间，/readyz 仍未就绪`);
        if (!(await worksAgain(crowd))) account.say(`${when}：有了空间，仍然没有确认任何东西`);
      }
      if (!(await crowd.settle())) account.say('最后没有安静下来：有命令没有答复，或各处不一样');
      await server.kill();
      account.look('最后');
      return account.found(rounds);
    } finally {
      crowd.leave();
      await server.end();
    }
  } finally {
    await disk.end();
  }
}

/** The process has to end by itself; a start on the disk as it is is refused; mended, everything acknowledged is there. */
export async function readOnlyDisk(rounds: number, seed: number): Promise<Found> {
  const disk = await fragileDisk();
  try {
    const server = await ownServer({ dataDir: disk.folder });
    const crowd = await gatherCrowd(server.url, crowdSize, seed);
    const account = ledger(server, crowd);
    try {
      for (let round = 1; round <= rounds; round += 1) {
        const when = `第 ${round} 次变成只读`;
        // ext4 may answer an fsync that is under way at this very moment with a yes that is none: no program can see that.
        await server.still(disk.turnReadOnly);
        if (!(await comes(() => server.hasEnded()))) account.say(`${when}：服务没有停下`);
        const { code, said } = await server.kill();
        if (code !== 74 || !said.includes('磁盘读写出错')) account.say(`${when}：服务以 ${code} 结束，说的是“${said.slice(-200)}”`);
        const refused = await server.restart().then(
          () => '竟然启动了',
          (error: unknown) => (error instanceof Error && /无法写入|磁盘/.test(error.message) ? null : String(error)),
        );
        if (refused !== null) account.say(`${when}：只读时启动：${refused}`);
        await disk.mend();
        account.look(when);
        await server.restart();
        if (!(await worksAgain(crowd))) account.say(`${when}：修好以后没有确认任何东西`);
      }
      if (!(await crowd.settle())) account.say('最后没有安静下来：有命令没有答复，或各处不一样');
      await server.kill();
      account.look('最后');
      return account.found(rounds);
    } finally {
      crowd.leave();
      await server.end();
    }
  } finally {
    await disk.end();
  }
}

/** What has been found on the disk so far, and what was wrong with it. */
function ledger(server: OwnServer, crowd: Crowd) {
  const wrong: string[] = [];
  let [lost, dup] = [0, 0];
  return {
    say: (sentence: string) => void wrong.push(sentence),
    look: (when: string) => {
      const commands = crowd.acked().flatMap(({ id, answer }) => (answer.ok ? [{ id, seq: answer.seq }] : []));
      const verdict = judge(readFolder(server.dataDir, crowd.meeting, crowd.document), { commands, marks: crowd.ackedMarks() });
      lost += verdict.lost.length;
      dup += verdict.doubled.length;
      for (const one of verdict.lost) wrong.push(`${when}：确认过的 ${one} 不在磁盘上`);
      for (const one of verdict.doubled) wrong.push(`${when}：${one} 出现了不止一次`);
      for (const fault of faultsIn(server.dataDir)) wrong.push(`${when}：${fault}`);
    },
    found: (rounds: number): Found => ({ rounds, lost, dup, wrong }),
  };
}

async function readiness(url: string): Promise<string> {
  const response = await fetch(`${url}/readyz`).catch(() => null);
  if (response === null) return 'down';
  const { error }: { readonly error?: { readonly type: string } } = JSON.parse(await response.text());
  return error?.type ?? 'ready';
}

async function worksAgain(crowd: Crowd): Promise<boolean> {
  const [commands, marks] = [crowd.acked().length, crowd.ackedMarks().length];
  return comes(() => crowd.acked().length > commands + 10 && crowd.ackedMarks().length > marks + 3);
}
