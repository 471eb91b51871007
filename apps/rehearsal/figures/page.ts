// Turns results into the page docs/figures.md; a pure function of them.
import { reasons } from './reasons.ts';
import type { MeasuredFigure, Part, PartName, PrintedLine, Results } from './results.ts';

const titles: Readonly<Record<PartName, string>> = {
  room: '会场：事实送到每个人、表决、入会（R1–R7）',
  coedit: '一起写纪要（C1–C11）',
  doors: '有人灌水时的旁人（D1）',
  browser: '浏览器里（B）',
  torture: '故障测试（P）',
  rehearsal: '整场演练',
};

export function figuresPage({ machine, parts }: Results): string {
  const measured = Object.entries(titles).flatMap(([name, title]) => {
    const part = parts[name as PartName];
    return part ? section(title, part) : [`## ${title}`, '', '这一部分还没有在这台机器上测过。', ''];
  });
  return [
    '# 测得的数字',
    '',
    '由 `npm run figures` 生成，原始结果在 [figures.json](figures.json)。毫秒数只在同一台机器上可比；与对照程序的**比值**才说明问题：同一轮里轮流测，取各轮比值的中位数。',
    '对照：基线是什么也不做的转发程序（`ws`、只转发的 y-websocket），同类是现成的最好做法（socket.io 默认配置、Hocuspocus、@y/websocket-server）。测量客户端与服务在同一台机器上争用处理器。',
    '',
    `机器：${machine.cpu}，${machine.cpus} 核，${machine.memoryGb} GB 内存，${machine.system}；Node ${machine.node}，SQLite ${machine.sqlite}；${Object.entries(
      machine.packages,
    )
      .map(([name, version]) => `${name} ${version}`)
      .join('，')}。`,
    '',
    ...shortfalls(parts),
    ...measured,
  ].join('\n');
}

/** What falls short stands first. */
function shortfalls(parts: Results['parts']): readonly string[] {
  const figures = Object.values(parts).flatMap((part) => part.figures);
  const short = figures.filter(({ met }) => !met);
  const broken = Object.values(parts).flatMap(({ lines }) => lines.filter(({ ok }) => ok === false));
  return [
    '## 没有达到的',
    '',
    ...(short.length + broken.length === 0 ? ['没有。'] : []),
    ...[...Map.groupBy(short, ({ goal }) => goal)].flatMap(([goal, missed]) => [
      `- **${goal}** ${reasons[goal] ?? ''}`.trimEnd(),
      ...missed.map((figure) => `  - ${figure.measure}：${judgement(figure)}。${figure.note ?? ''}`),
    ]),
    ...broken.map((line) => `- **${text(line['programme'] ?? '演练')}** 没有通过：${flat(line)}`),
    '',
    `共 ${figures.length} 项速度目标，达到 ${figures.length - short.length} 项。`,
    '',
  ];
}

function section(title: string, part: Part): readonly string[] {
  const { figures, lines, at, commit, command, loadBefore, seconds, ended } = part;
  const state = ended === 0 ? '' : `，退出码 ${ended}`;
  return [
    `## ${title}`,
    '',
    `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')}（UTC），版本 ${commit}，\`${command}\`，${seconds} 秒${state}；测前一分钟负载 ${loadBefore}。`,
    '',
    ...(figures.length > 0 ? tableOf(figures) : []),
    ...(lines.length > 0 ? lineTable(lines) : []),
  ];
}

function tableOf(figures: readonly MeasuredFigure[]): readonly string[] {
  const hasGate = figures.some(({ gateOff }) => gateOff !== undefined);
  const rows = figures.map((figure) => {
    const { goal, measure, unit, floor, peer, ours, gateOff, met, note } = figure;
    const cells = [
      goal,
      measure,
      floor === null ? '–' : `${number(floor)} ${unit}`,
      peer === null ? '–' : `${number(peer.value)} ${unit}（${peer.name}）`,
      `${number(ours)} ${unit}`,
      ...(hasGate ? [gateOff === undefined ? '–' : `${number(gateOff)} ${unit}`] : []),
      judgement(figure),
      met ? '达到' : '**未达到**',
      note ?? '',
    ];
    return `| ${cells.map(cell).join(' | ')} |`;
  });
  const heads = ['目标', '测什么', '基线', '同类最好', '本程序', ...(hasGate ? ['不设准入检查'] : []), '判定', '', '说明'];
  return [`| ${heads.join(' | ')} |`, `|${'---|'.repeat(heads.length)}`, ...rows, ''];
}

/** What is judged is a ratio, or the figure itself. */
function judgement({ judged, limit, floor, ours, unit }: MeasuredFigure): string {
  const of = floor === null || judged === ours ? ` ${unit}` : ' ×';
  return 'atMost' in limit
    ? `${number(judged)}${of}（应 ≤ ${number(limit.atMost)}）`
    : `${number(judged)}${of}（应 ≥ ${number(limit.atLeast)}）`;
}

const spoken = new Set(['programme', 'title', 'ok', 'seconds', 'size', 'seed', 'cpus', 'failures', 'seeds']);

function lineTable(lines: readonly PrintedLine[]): readonly string[] {
  const rows = lines.map((line) => {
    const { programme = '演练', title = `${text(line['members'])} 位委员走完一场会议`, ok, seconds = '' } = line;
    return `| ${[text(programme), text(title), ok === true ? '通过' : '**没有通过**', flat(line), text(seconds)].map(cell).join(' | ')} |`;
  });
  return ['| | 做了什么 | | 数字 | 秒 |', '|---|---|---|---|---|', ...rows, ''];
}

/** Everything that was counted, in one cell. */
function flat(line: PrintedLine): string {
  return Object.entries(line)
    .filter(([key]) => !spoken.has(key))
    .map(([key, value]) => `${key} ${text(value)}`)
    .join('，');
}

const text = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
const cell = (content: string): string => content.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** Three digits that mean something. */
const number = (value: number): string =>
  Number.isInteger(value) || Math.abs(value) >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
