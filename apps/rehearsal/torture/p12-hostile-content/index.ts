// P12: two hundred hostile texts by commands and by pasting, out again as Word, CSV and pages; nothing of them is run and nothing is lost.
import { meetingId, personId } from '@xieshang/meeting';
import { attendee } from '../../src/attendee.ts';
import { must } from '../../src/course.ts';
import { frontDoor } from '../../src/front-door.ts';
import { ownServer } from '../../src/own-server.ts';
import type { Failure, Outcome, Programme, Size } from '../programme.ts';
import { findBrowser, inBrowser, type Asked, type Browser, type Trouble } from './browser.ts';
import { corpus } from './corpus.ts';
import { putIn } from './course.ts';
import { isRisky, plainCell, readCsv, readWord } from './files.ts';

const meeting = 'demo';
const password = 'xieshang-demo';
/** The editor brings in what is longer as several paragraphs. */
const longestParagraph = 16_000;
/** Of the short form: every so many texts one. */
const everyNth = 5;

const documents = ['ballot', 'votes', 'speeches', 'roll', 'report', 'notice', 'amendments', 'slips', 'elections', 'minutes'] as const;
const lists = ['roll', 'speeches', 'votes', 'elections'] as const;

interface Pasted {
  readonly scripts: number;
  readonly remote: number;
  readonly handlers: number;
  readonly links: number;
}
interface Read {
  readonly recommendations: readonly string[];
  readonly names: readonly string[];
  readonly topics: readonly string[];
  readonly reasons: readonly string[];
  readonly settled: readonly string[];
  readonly slips: readonly string[];
  readonly notes: readonly string[];
  readonly elections: readonly string[];
}

async function onOwnServer(size: Size, seed: number): Promise<Outcome> {
  const server = await ownServer({ env: { BENCH_PROFILE: 'unpaced' } });
  try {
    return await run(server.url, findBrowser(), size, seed);
  } finally {
    await server.end();
  }
}

export const hostileContent: Programme = {
  name: 'P12',
  title: '两百段恶意文字经命令、粘贴进来，经 Word、CSV、网页出去',
  run: onOwnServer,
  replay: (seed) => onOwnServer('full', seed),
};

/** As many texts as the size asks for. */
const chosen = (size: Size, seed: number): readonly string[] =>
  corpus(seed).filter((_, place) => size === 'full' || (place + seed) % everyNth === 0);

async function run(url: string, browser: Browser, size: Size, seed: number): Promise<Outcome> {
  const texts = chosen(size, seed);
  const wrong: string[] = [];
  const door = frontDoor(url, null);
  const signedIn = async (account: string) => {
    const cookie = await door.signIn(account, password);
    return { account, cookie, cookies: cookie.split('; ') };
  };
  const [secretary, other, third, chair, chair2, member, department, hall] = await Promise.all(
    (['mishu1', 'mishu2', 'mishu1', 'zhuchi', 'zhuchi2', 'weiyuan01', 'bumen1', 'pangting1'] as const).map(signedIn),
  );
  if (!secretary || !other || !third || !chair || !chair2 || !member || !department || !hall) throw new Error('没有人能登录。');
  const people = [chair, secretary, member].map(({ account, cookie }) =>
    attendee(url, meetingId(meeting), { person: personId(account), cookie }),
  );
  const [presiding, keeper, speaker] = people;
  if (!presiding || !keeper || !speaker) throw new Error('没有人入会。');
  try {
    await Promise.all(people.map((one) => one.join()));
    const put = await putIn({ chair: presiding, secretary: keeper, member: speaker }, texts);
    wrong.push(...put.wrong);

    const asked = (part: Asked['part']): Asked => ({
      ...{ url, meeting, part, texts },
      cookies: { office: secretary.cookies, member: member.cookies, department: department.cookies, hall: hall.cookies },
    });
    const troubles: Trouble[] = [];
    const pasted = browser.found ? await inBrowser<Pasted>(browser.env, asked('paste')) : null;
    if (pasted) {
      troubles.push(pasted.trouble);
      const { scripts, remote, handlers, links } = pasted.told;
      if (scripts + remote + handlers + links > 0)
        wrong.push(`粘贴后正文里有 ${scripts} 个脚本或嵌入、${remote} 张外部图片、${handlers} 个事件、${links} 个危险链接`);
    }
    await must(presiding, { type: 'ConcludeMeeting' });

    const takers = [secretary, other, chair, chair2].map(({ cookie }) => cookie);
    let exports = 0;
    const take = async (path: string): Promise<Response> => {
      // Five files a minute of one person.
      const cookie = takers[Math.floor(exports++ / 4) % takers.length] ?? '';
      const response = await fetch(`${url}/api/meetings/${meeting}/${path}`, { headers: { cookie } });
      if (!response.ok) throw new Error(`${path} 回答 ${response.status}：${await response.text()}`);
      return response;
    };
    const minutes = await minutesText(url, secretary.cookie);
    const expected: Readonly<Record<string, readonly string[]>> = {
      ballot: put.recommendations.map(printable),
      votes: put.recommendations.map(printable),
      report: put.recommendations.map(printable),
      speeches: put.topics.filter((topic) => topic.trim() !== '').map((topic) => `题目：${printable(topic)}`),
      roll: put.names.map(printable),
      notice: put.names.map(printable),
      amendments: [...put.reasons.map(printable), ...put.declined.map((text) => printable(`未采纳：${text}`))],
      slips: put.elections.map(printable),
      elections: put.elections.map(printable),
      minutes: pasted ? texts.map((_, place) => `⟦${place}⟧`) : [],
    };
    let wordFaults = 0;
    let lostInWord = 0;
    for (const kind of documents) {
      const path = kind === 'minutes' ? 'minutes.docx' : `documents/${kind}.docx`;
      const { faults, paragraphs } = await readWord(await (await take(path)).arrayBuffer());
      wordFaults += faults.length;
      for (const fault of faults) wrong.push(`${kind}.docx：${fault}`);
      const whole = paragraphs.join('\n');
      const lost = (expected[kind] ?? []).filter((text) => !whole.includes(text));
      lostInWord += lost.length;
      if (lost.length > 0) wrong.push(`${kind}.docx 少了 ${lost.length} 段文字，例如 ${JSON.stringify(lost[0]?.slice(0, 60))}`);
    }
    const inLists: Readonly<Record<(typeof lists)[number], readonly string[]>> = {
      ...{ roll: put.names, speeches: put.topics, votes: put.recommendations, elections: put.elections },
    };
    let riskyCells = 0;
    let lostInCsv = 0;
    for (const kind of lists) {
      const bytes = await (await take(`documents/${kind}.csv`)).arrayBuffer();
      const { rows } = readCsv(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
      const risky = rows.flat().filter(isRisky).length;
      riskyCells += risky;
      if (risky > 0) wrong.push(`${kind}.csv 有 ${risky} 格会被当作公式`);
      const plain = new Set(rows.flat().map(plainCell));
      const lost = inLists[kind].filter((text) => !plain.has(text));
      lostInCsv += lost.length;
      if (lost.length > 0) wrong.push(`${kind}.csv 有 ${lost.length} 段文字不能原样读回，例如 ${JSON.stringify(lost[0]?.slice(0, 60))}`);
    }
    const unbroken = minutes.replaceAll('\n', '');
    const isThere = (text: string, place: number): boolean =>
      (text.length > longestParagraph ? unbroken : minutes).includes(`⟦${place}⟧${asProse(text)}⟦/${place}⟧`);
    const changedByPaste = pasted ? texts.filter((text, place) => !isThere(text, place)) : [];
    if (changedByPaste.length > 0)
      wrong.push(`粘贴的 ${changedByPaste.length} 段文字与原文不同，例如 ${JSON.stringify(changedByPaste[0]?.slice(0, 60))}`);

    const seen = browser.found ? await inBrowser<Read>(browser.env, asked('read')) : null;
    let lostOnPages = 0;
    if (seen) {
      troubles.push(seen.trouble);
      const pairs: readonly (readonly [string, readonly string[], readonly string[]])[] = [
        ['建议稿', put.recommendations, seen.told.recommendations],
        ['姓名', put.names, seen.told.names],
        ['发言题目', put.topics.filter((topic) => topic.trim() !== ''), seen.told.topics],
        ['修改理由', put.reasons, seen.told.reasons],
        ['未采纳的理由', put.declined.map((text) => `未采纳：${text}`), seen.told.settled],
        ['选票上的候选人', put.elections, seen.told.slips],
        ['选票上的说明', put.elections, seen.told.notes],
        ['选举结果', put.elections, seen.told.elections],
      ];
      for (const [what, sent, shown] of pairs) {
        const all = new Set(shown);
        const lost = sent.filter((text) => !all.has(text));
        lostOnPages += lost.length;
        if (lost.length > 0) wrong.push(`网页上${what}有 ${lost.length} 段与提交的不同，例如 ${JSON.stringify(lost[0]?.slice(0, 60))}`);
      }
    }
    const cspViolations = troubles.flatMap(({ violations }) => violations);
    const errors = troubles.flatMap((one) => one.errors);
    const foreign = troubles.flatMap((one) => one.foreign);
    const dialogs = troubles.reduce((sum, one) => sum + one.dialogs, 0);
    if (cspViolations.length > 0) wrong.push(`违反内容安全策略 ${cspViolations.length} 次，例如 ${cspViolations[0]}`);
    if (dialogs > 0) wrong.push(`弹出 ${dialogs} 个对话框`);
    if (errors.length > 0) wrong.push(`页面出错 ${errors.length} 次，例如 ${errors[0]}`);
    if (foreign.length > 0) wrong.push(`向别处请求 ${foreign.length} 次，例如 ${foreign[0]}`);
    const { recommendations, topics, names, reasons, declined, elections } = put;
    const accepted = [recommendations, topics, names, reasons, declined, elections].flat().length;
    return {
      figures: {
        ...{ texts: texts.length, accepted, refused: put.refused },
        ...{ pasted: pasted ? texts.length * 2 : 0, wordFiles: documents.length, csvFiles: lists.length },
        ...{ cspViolations: cspViolations.length, dialogs, pageErrors: errors.length, foreignRequests: foreign.length },
        ...{ wordFaults, riskyCells, lostInWord, lostInCsv, lostOnPages, changedByPaste: changedByPaste.length },
        browser: browser.found ? 'chromium' : `没有用浏览器：${browser.reason}`,
      },
      failures: wrong.map((sentence): Failure => ({ seed, sentence })),
    };
  } finally {
    for (const one of people) one.leave();
  }
}

/** What paper can bear: line ends are one sign, control characters and halves of surrogate pairs are not there. */
const printable = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
    // oxlint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, '');

/** What pasted text reads like: lines are paragraphs, empty ones none; control characters are not there; a half of a surrogate pair is a replacement character. */
const asProse = (text: string): string =>
  text
    .replace(/(\r\n?|\n)+/g, '\n')
    .replace(/[^\P{Cc}\t\n]/gu, '')
    .toWellFormed();

type Run = { readonly text: string };
type Block = { readonly kind: string; readonly runs?: readonly Run[] };

/** The paragraphs of the minutes as the server has them, one a line. */
async function minutesText(url: string, cookie: string): Promise<string> {
  const response = await fetch(`${url}/api/meetings/${meeting}/minutes`, { headers: { cookie } });
  const { manuscript }: { readonly manuscript: { readonly body: readonly Block[] } } = JSON.parse(await response.text());
  return manuscript.body.map(({ runs = [] }) => runs.map(({ text }) => text).join('')).join('\n');
}
