// Knows what a rehearsal can be asked for on the command line; runs nothing.
import { parseArgs } from 'node:util';

export interface Wishes {
  /** Without a word about them 300, or as many as write. */
  readonly members: number;
  /** How many write the minutes together, secretaries among them; 0: nobody does. */
  readonly typists: number;
  /** Origin of a running server; null: start one of our own and end it afterwards. */
  readonly url: string | null;
  /** Over how many seconds the first vote is spread, and how long the typists type. */
  readonly secs: number;
  /** The secretary who clones the meeting. */
  readonly account: string;
  /** The meeting that is cloned. */
  readonly meeting: string;
}

const usualMembers = 300;
/** One process plays every browser; with more of them it would measure itself. */
const mostMembers = 500;
/** Each holds the whole document, so the work grows with the square. */
const mostTypists = 50;

export const usage = `用法：npm run rehearse -- [选项]
  --members 300   演练的委员人数（1 到 ${mostMembers}）；有人书写纪要时默认与书写人数相同
  --typists 20    同时书写会议纪要的人数（1 到 ${mostTypists}，秘书在内）；不写则无人书写
  --url 网址      已在运行的服务器；不写则自行启动一个，结束后关闭并清理
  --secs 5        第一次表决分散在多少秒内完成，也是书写纪要的时长（1 到 600）
  --account 账号  发起演练的秘书，默认 mishu1（密码取自环境变量 REHEARSE_PASSWORD，默认为演示密码）
  --meeting 编号  照哪次会议演练，默认 demo`;

/** The wishes, or one sentence saying what is wrong with them. */
export function readArgs(argv: readonly string[]): Wishes | { readonly wrong: string } {
  const read = parse(argv);
  if (read === null) return { wrong: '有看不懂的选项。' };
  const typists = read.typists === undefined ? 0 : wholeNumber(read.typists, mostTypists);
  if (typists === null) return { wrong: `--typists 应为 1 到 ${mostTypists} 的整数，现在是“${read.typists}”。` };
  const members = read.members === undefined ? typists || usualMembers : wholeNumber(read.members, mostMembers);
  if (members === null) return { wrong: `--members 应为 1 到 ${mostMembers} 的整数，现在是“${read.members}”。` };
  if (members < typists) return { wrong: `--members 不能少于 --typists：书写的人要从委员里出，现在是 ${members} 和 ${typists}。` };
  const secs = wholeNumber(read.secs, 600);
  if (secs === null) return { wrong: `--secs 应为 1 到 600 的整数，现在是“${read.secs}”。` };
  const url = read.url === undefined ? null : originOf(read.url);
  if (read.url !== undefined && url === null) return { wrong: `--url 应为完整的网址，例如 http://127.0.0.1:3000，现在是“${read.url}”。` };
  return { members, typists, secs, url, account: read.account, meeting: read.meeting };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        members: { type: 'string' },
        typists: { type: 'string' },
        secs: { type: 'string', default: '5' },
        url: { type: 'string' },
        account: { type: 'string', default: 'mishu1' },
        meeting: { type: 'string', default: 'demo' },
      },
    }).values;
  } catch {
    return null;
  }
}

const wholeNumber = (text: string, most: number): number | null => {
  const number = Number(text);
  return /^\d+$/.test(text) && number >= 1 && number <= most ? number : null;
};

const originOf = (text: string): string | null => {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url && (url.protocol === 'http:' || url.protocol === 'https:') ? url.origin : null;
};
