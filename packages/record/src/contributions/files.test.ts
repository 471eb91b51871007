// The two files of the table of contributions: what an office program finds in them, and that text never runs there.
import { kinds, sample } from '@xieshang/minutes/testing';
import { describe, expect, test } from 'vitest';
import { listRows } from '../sheets/lists.ts';
import { all } from '../testing/read-docx.ts';
import { readWorkbook, shownByOffice, type ReadSheet } from '../testing/spreadsheets.ts';
import { contributionsCsv, contributionsName, contributionsWorkbook, type Export } from './files.ts';
import { gridText, instantText, wallIn, type Grid } from './grid.ts';
import { workbook } from './workbook.ts';

const { at, committee, heldAfter } = sample;
const source = { meeting: heldAfter(...kinds.everyKind), committee, convenedAt: at('09:00:00') };
const asked: Export = { source, wanted: {}, now: at('17:00:00') };

const rowOf = (csv: string, words: string): readonly string[] =>
  (csv.split('\r\n').find((line) => line.includes(words)) ?? '').slice(1, -1).split('","');

describe('CSV', () => {
  const csv = contributionsCsv(asked);
  const [head = ''] = csv.slice(1).split('\r\n');
  const cell = (words: string, column: string): string | undefined => rowOf(csv, words)[head.slice(1, -1).split('","').indexOf(column)];

  test('has a line a contribution, times of the zone, lengths in seconds that add up', () => {
    expect(['开始', '结束', '用时（秒）', '停钟（秒）', '时限（秒）', '超时（秒）'].map((column) => cell('九通一平', column))).toEqual([
      ...['2022-05-26 16:01:00', '2022-05-26 16:06:00', '220', '80', '180', '40'],
    ]);
    expect(cell('九通一平', '停钟起止')).toBe('16:02:00—16:02:30；16:03:00—16:03:50（被打断）');
  });

  test('says the kind, and of a point of order what it is about', () => {
    expect(['请按时限发言', '补充一个数字', '县域招商', '驻点经费'].map((words) => cell(words, '类别'))).toEqual([
      ...['程序性发言（发言时间）', '插话', '书面发言', '追问'],
    ]);
  });

  test('says what was answered, what is owed, whom the order suggested, who acted for whom, and what belongs to what', () => {
    expect(['答复', '尚未答复', '次序', '代操作'].map((column) => cell('九通一平', column))).toEqual([
      '市商务局：条件成熟的先行（部分采纳）',
      '市发展和改革委员会',
      '未按建议次序（建议请委员4）：接着园区的话题',
      '市商务局的答复由文秘书代为登记',
    ]);
    expect(cell('补充一个数字', '接续')).toBe('接着第5条（委员3）；打断第5条（委员3）');
    expect(cell('回应园区配套', '接续')).toBe('回应第5条（委员3）');
    expect(cell('县域招商', '代操作')).toBe('由文秘书代为提交');
  });

  test('what was handed in has a time but no length', () => {
    expect(['开始', '结束', '用时（秒）', '时限（秒）'].map((column) => cell('县域招商', column))).toEqual([
      '2022-05-26 16:09:00',
      '',
      '',
      '',
    ]);
  });

  test('a topic that begins like a formula is text', () => {
    expect(csv).toContain(`"'=园区“九通一平”"`);
  });

  test('holds what was asked for only, and is empty but for its head where nothing is', () => {
    expect(
      contributionsCsv({ ...asked, wanted: { kind: 'interjection' } })
        .trim()
        .split('\r\n'),
    ).toHaveLength(2);
    expect(
      contributionsCsv({ ...asked, wanted: { person: 'nobody' } })
        .trim()
        .split('\r\n'),
    ).toHaveLength(1);
  });

  test('the list beside 发言摘编 is the same table, of what is over', () => {
    const rows = listRows({ ...source, meeting: heldAfter(...kinds.underWay) }, 'speeches');
    expect(rows[0]).toEqual(head.slice(1, -1).split('","'));
    expect(rows).toHaveLength(5);
  });
});

describe('the workbook', () => {
  const written = contributionsWorkbook(asked);
  const sheets = written.then(readWorkbook);
  const cellOf = ({ cells }: ReadSheet, column: string, row: number) => {
    const found = [...cells].find(([address, { value }]) => /^[A-Z]+1$/.test(address) && value === column);
    return cells.get(`${found?.[0].replace(/\d+$/, '') ?? ''}${row}`);
  };

  test('has the contributions, both totals and what it is of', async () => {
    expect((await sheets).map(({ name }) => name)).toEqual(['发言一览', '按人合计', '按界别合计', '说明']);
  });

  test('numbers are numbers and times are times: net and stopped make up the time from begin to end', async () => {
    const [page] = await sheets;
    if (!page) throw new Error('no sheet');
    const [begin, end, net, stopped] = ['开始', '结束', '用时', '停钟'].map((column) => cellOf(page, column, 6));
    expect([begin, end, net, stopped].map((cell) => [cell?.kind, cell?.format])).toEqual([
      ...[0, 1].map(() => ['figure', 'yyyy-mm-dd hh:mm:ss']),
      ...[0, 1].map(() => ['figure', '[mm]:ss']),
    ]);
    const figure = (cell: typeof begin): number => Number(cell?.value);
    expect(figure(net) + figure(stopped)).toBeCloseTo(figure(end) - figure(begin), 9);
    expect(Math.round(figure(begin) * 86_400)).toBe(Math.round((Date.UTC(2022, 4, 26, 16, 1) / 86_400_000 + 25_569) * 86_400));
  });

  test('no cell is a formula, whatever it begins with', async () => {
    for (const { xml } of await sheets) expect(all(xml, 'f')).toEqual([]);
    const [page] = await sheets;
    expect([...(page?.cells.values() ?? [])].filter(({ value }) => value.startsWith('=')).map(({ kind }) => kind)).toEqual(['text']);
  });

  test('the head stays in sight and can be filtered by', async () => {
    const [page] = await sheets;
    expect(page && all(page.xml, 'pane')[0]?.attributes).toMatchObject({ ySplit: '1', state: 'frozen' });
    expect(page && all(page.xml, 'autoFilter')[0]?.attributes).toEqual({ ref: 'A1:W11' });
  });

  test('printed, the totals and the notes each stand on a page across', async () => {
    for (const { name, xml } of (await sheets).slice(1)) {
      expect([name, all(xml, 'pageSetup')[0]?.attributes['orientation']]).toEqual([name, 'landscape']);
      const wide = all(xml, 'col').reduce(
        (sum, { attributes: { width, min, max } }) => sum + Number(width) * (Number(max) - Number(min) + 1),
        0,
      );
      expect(wide, name).toBeGreaterThan(0);
      expect(wide, name).toBeLessThanOrEqual(104);
    }
  });

  test('says of which meeting it is, what was asked for, and when', async () => {
    const of = async (wanted: Export['wanted']) => {
      const notes = (await readWorkbook(await contributionsWorkbook({ ...asked, wanted }))).at(-1)?.cells;
      return ['B1', 'B4', 'B5', 'B6', 'B7'].map((address) => notes?.get(address)?.value);
    };
    expect(await of({ sector: '工商联', kind: 'pointOfOrder', text: '时限' })).toEqual([
      ...['政协明川市委员会2022年第3次双月专题协商座谈会发言一览', '界别：工商联界；类别：程序性发言；包含：时限'],
      ...['1条（共10条）', '2022-05-26 17:00:00', 'Asia/Shanghai'],
    ]);
    expect((await of({ person: 'nobody' }))[2]).toBe('0条（共10条）');
    expect((await of({}))[1]).toBe('全部');
  });

  test('the same table at the same moment is the same bytes', async () => {
    const bytes = Buffer.from(await written);
    expect(Buffer.from(await contributionsWorkbook(asked)).equals(bytes)).toBe(true);
    // Nothing of the machine's clock: the first time that a ZIP file can tell.
    expect(bytes.readUInt32LE(10)).toBe(0x0021_0000);
  });

  test('what an XML file cannot hold is left out, what a cell cannot hold is cut', async () => {
    const grid: Grid = {
      name: '甲',
      columns: [{ name: 'a\u0000b', kind: 'text', width: 9 }],
      rows: [['\ud800x\u0007'], ['长'.repeat(40_000)], [null]],
    };
    const [page] = await readWorkbook(await workbook([grid], [], 'Asia/Shanghai'));
    expect(page?.cells.get('A1')?.value).toBe('ab');
    expect(page?.cells.get('A2')?.value).toBe('x');
    expect(page?.cells.get('A3')?.value).toHaveLength(32_767);
  });

  test('LibreOffice opens it and shows what was meant', { timeout: 120_000 }, async ({ skip }) => {
    const shown = shownByOffice(await written);
    if (shown === null) return skip('没有 LibreOffice Calc，未打开查看');
    const line = shown
      .get('发言一览')
      ?.split('\n')
      .find((one) => one.includes('九通一平'));
    expect(line).toContain('2022-05-26 16:01:00,2022-05-26 16:06:00');
    expect(line).toContain('=园区“九通一平”');
    expect(shown.get('按界别合计')).toContain('部门及其他');
  });
});

test('a rehearsal says so in its name', () => {
  const notice = { ...source.meeting.notice, kind: 'rehearsal' } as const;
  expect(contributionsName({ ...asked, source: { ...source, meeting: { ...source.meeting, notice } } })).toContain('（演练）');
});

test('times are of the zone that is asked for, to the millisecond, before 1970 too', () => {
  expect(instantText('Asia/Shanghai', at('16:01:00'))).toBe('2022-05-26 16:01:00');
  expect(instantText('Europe/London', at('16:01:00'))).toBe('2022-05-26 09:01:00');
  expect(wallIn('UTC', 1234)).toBe(1234);
  expect(wallIn('UTC', -1)).toBe(-1);
  expect(gridText({ name: '', columns: [{ name: '用时', kind: 'length', width: 9 }], rows: [[61_234]] }, 'UTC')).toEqual([
    ['用时（秒）'],
    ['61.234'],
  ]);
});
