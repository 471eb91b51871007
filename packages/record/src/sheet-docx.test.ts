// Reads the Word files of notice, sign-in sheet, ballots, votes, speeches and report back and measures them against GB/T 9704-2012.
import { describe, expect, test } from 'vitest';
import {
  amendmentsSheet,
  ballotSheet,
  digestsIn,
  missingFor,
  noticeSheet,
  reportSheet,
  rollSheet,
  sheetDocx,
  sheetFileName,
  speechesSheet,
  votesSheet,
  type Sheet,
} from './index.ts';
import type { sample as manuscript } from './testing/manuscript.ts';
import { after, amended, bare, before, largeAfter } from './testing/meetings.ts';
import { all, attribute, readDocx, styleOf, textOf, type Docx, type Element } from './testing/read-docx.ts';

const written = async (sheet: Sheet): Promise<Docx> => readDocx(await sheetDocx(sheet));
const nothing: Element = { name: '', attributes: {}, children: [], text: '' };
const texts = (docx: Docx, style: string): string[] => docx.styled(style).map(textOf);
const tables = (docx: Docx): string[][][] =>
  all(docx.part('word/document.xml'), 'w:tbl').map((table) =>
    all(table, 'w:tr').map((row) => all(row, 'w:tc').map((cell) => all(cell, 'w:p').map(textOf).join('\n'))),
  );
const sheets = (source: typeof after): readonly Sheet[] => [
  noticeSheet(source),
  rollSheet(source, 'sector'),
  rollSheet(source, 'stroke'),
  ballotSheet(source),
  ...(missingFor(source.meeting, 'amendments') === null ? [amendmentsSheet(source)] : []),
  votesSheet(source, null),
  speechesSheet(source, new Map()),
  reportSheet(source),
];

describe('every document', () => {
  test.each([
    ['the sample before', before],
    ['the sample after', after],
    ['the large meeting', largeAfter],
    ['the bare meeting', bare],
    ['the amended meeting', amended],
  ] as const)(
    '%s: A4, the margins of the 版心, 22 lines by 28 characters, page numbers, no table wider than 156 mm',
    async (_name, source) => {
      for (const sheet of sheets(source)) {
        const docx = await written(sheet);
        const document = docx.part('word/document.xml');
        expect(all(document, 'w:pgSz')[0]?.attributes, sheet.kind).toMatchObject({ 'w:w': '11906', 'w:h': '16838' });
        expect(all(document, 'w:pgMar')[0]?.attributes).toMatchObject({
          ...{ 'w:top': '2098', 'w:left': '1588', 'w:right': '1474', 'w:bottom': '1984', 'w:footer': '1304' },
        });
        expect(all(document, 'w:docGrid')[0]?.attributes).toEqual({ 'w:type': 'lines', 'w:linePitch': '579' });
        expect(all(document, 'w:footerReference').map(({ attributes }) => attributes['w:type'])).toEqual(['default', 'even']);
        for (const table of all(document, 'w:tbl')) {
          expect(attribute(table, 'w:tblW', 'w:w')).toBe('8844');
          expect(
            all(table, 'w:gridCol').reduce((sum, { attributes }) => sum + Number(attributes['w:w']), 0),
            sheet.kind,
          ).toBe(8844);
        }
        for (const cell of all(document, 'w:tc')) expect(cell.children.at(-1)?.name).toBe('w:p');
        const known = new Set(all(docx.part('word/styles.xml'), 'w:style').map(({ attributes }) => attributes['w:styleId']));
        for (const paragraph of docx.paragraphs) expect(known, sheet.kind).toContain(styleOf(paragraph) ?? 'Normal');
      }
    },
  );

  test('the same sheet gives the same bytes', async () => {
    const [one, two] = [await sheetDocx(reportSheet(after)), await sheetDocx(reportSheet(after))];
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
  });

  test('a rehearsal’s says so in its title', () => {
    const notice = { ...after.meeting.notice, kind: 'rehearsal' } as const;
    const rehearsal = { ...after, meeting: { ...after.meeting, notice } };
    for (const sheet of sheets(rehearsal)) expect(sheet.parts[0]?.title, sheet.kind).toContain('（演练）');
  });
});

describe('会议通知', () => {
  test('版头: red mark 35 mm below the top of the 版心, number centred on the red rule', async () => {
    const docx = await written(noticeSheet(before));
    const [mark = nothing] = docx.styled('Mark');
    expect(textOf(mark)).toBe('政协明川市委员会办公室文件');
    expect(attribute(mark, 'w:color')).toBe('FF0000');
    const half = Number(attribute(mark, 'w:sz'));
    expect(Number(attribute(mark, 'w:spacing', 'w:before')) + half).toBe(1984);
    expect(texts(docx, 'RuledNumber')).toEqual(['　　〔2022〕　　号']);
    const style =
      all(docx.part('word/styles.xml'), 'w:style').find(({ attributes }) => attributes['w:styleId'] === 'RuledNumber') ?? nothing;
    expect(all(style, 'w:bottom')[0]?.attributes).toMatchObject({ 'w:color': 'FF0000', 'w:sz': '10' });
    expect([attribute(style, 'w:jc'), attribute(style, 'w:spacing', 'w:before')]).toEqual(['center', '1120']);
  });

  test('says when, where, about what, in which order, who comes, and what is attached', async () => {
    const docx = await written(noticeSheet(before));
    expect(texts(docx, 'Title').map((title) => title.replaceAll('\n', ''))).toEqual([
      '关于召开政协明川市委员会2022年第3次双月专题协商座谈会的通知',
    ]);
    expect(texts(docx, 'Addressee')).toEqual(['各位委员，各有关单位：']);
    expect(texts(docx, 'Heading1')).toEqual([
      '一、会议时间',
      '二、会议地点',
      '三、会议议题',
      '四、会议议程',
      '五、参会范围',
      '六、有关事项',
    ]);
    expect(texts(docx, 'Body')).toContain('2022年5月26日（星期四）13:30。');
    const [agenda, speakers] = tables(docx);
    expect(agenda?.slice(0, 3)).toEqual([
      ['时间', '议程', '时长'],
      ['13:30—13:42', '通报', '12分钟'],
      ['13:42—14:54', '重点发言', '72分钟'],
    ]);
    expect(speakers?.[2]).toEqual(['2', '重点发言', '张委员\n经济界', '以链主企业为牵引，绘制“一链一图谱”']);
    expect(texts(docx, 'FirstAttachment')).toEqual(['附件：发言安排']);
    expect(texts(docx, 'Signed')).toEqual(['政协明川市委员会办公室', '2022年5月26日']);
  });

  test('two attachments are numbered, in the note and above each', async () => {
    const docx = await written(noticeSheet(largeAfter));
    expect([...texts(docx, 'FirstAttachment'), ...texts(docx, 'NextAttachment')]).toEqual(['附件：1.发言安排', '2.会议材料目录']);
    expect(texts(docx, 'AttachmentLabel')).toEqual(['附件1', '附件2']);
  });

  test('without topic, place, speakers or materials there is nothing said of them', async () => {
    const docx = await written(noticeSheet(bare));
    expect(texts(docx, 'Heading1')).toEqual(['一、会议时间', '二、会议地点', '三、会议议程', '四、参会范围', '五、有关事项']);
    expect(texts(docx, 'Body')).toContain('另行通知。');
    expect(texts(docx, 'FirstAttachment')).toEqual([]);
  });
});

describe('署名', () => {
  test('the date 4 characters in, the name centred above it, so that a seal can be pressed; none is drawn', async () => {
    const docx = await written(reportSheet(after));
    const [name = nothing, date = nothing] = docx.styled('Signed');
    expect([textOf(name), textOf(date)]).toEqual(['政协明川市委员会', '　　年　月　日']);
    const [nameIn, dateIn] = [name, date].map((each) => Number(attribute(each, 'w:ind', 'w:right')) / 320);
    expect(dateIn).toBe(4);
    expect((nameIn ?? 0) + 8 / 2).toBe((dateIn ?? 0) + 7 / 2);
    expect(attribute(name, 'w:spacing', 'w:before')).toBe('1120');
    expect([...docx.parts.keys()].filter((part) => part.startsWith('word/media'))).toEqual([]);
  });

  test('a name longer than the date does not leave the 版心', async () => {
    const committee = { ...after.committee, name: '中国人民政治协商会议明川市经济技术开发区第十二届委员会' };
    const docx = await written(reportSheet({ ...after, committee }));
    for (const each of docx.styled('Signed')) expect(Number(attribute(each, 'w:ind', 'w:right'))).toBeGreaterThanOrEqual(0);
  });
});

describe('协商报告', () => {
  test('上行文: the number on the left, 签发人 on the right, on the red rule; to the Party committee and the government', async () => {
    const docx = await written(reportSheet(after));
    expect(texts(docx, 'Mark')).toEqual(['政协明川市委员会文件']);
    expect(texts(docx, 'SignerLine')).toEqual(['　　〔2022〕　　号\t签发人：　　　　']);
    expect(texts(docx, 'Addressee')).toEqual(['中共明川市委、明川市人民政府：']);
    expect(texts(docx, 'Title').map((title) => title.replaceAll('\n', ''))).toEqual([
      '政协明川市委员会关于实施产业链精准招商、助推新型工业化强市建设的协商报告',
    ]);
  });

  test('what passed are the recommendations; what failed stands under 继续研究 with its figures', async () => {
    const docx = await written(reportSheet(after));
    expect(texts(docx, 'Heading1')).toEqual(['一、协商基本情况', '二、意见建议', '三、继续研究的事项']);
    const body = texts(docx, 'Body');
    expect(body).toContainEqual(expect.stringContaining('会议对2条建议逐条表决，1条获得通过，1条未获通过、转继续研究。'));
    expect(body).toContainEqual(expect.stringMatching(/^（一）.*（建议由.*主办/));
    expect(body).toContainEqual(
      '（一）建议建立跨县区项目流转和利益共享机制。（赞成16票、反对5票、弃权6票、未按1票，未达到应到委员过半数，未获通过，转继续研究。）',
    );
  });

  test('任务分解表: the four mandatory columns, only what passed, the head repeated', async () => {
    const docx = await written(reportSheet(after));
    const [tasks, votes] = tables(docx);
    expect(tasks?.[0]).toEqual(['序号', '建议事项', '主办', '会办', '责任\n主体', '目标\n要求', '实施\n方式', '完成\n时限']);
    expect(tasks).toHaveLength(2);
    expect(votes?.map((row) => row.slice(2))).toEqual([
      ['赞成', '反对', '弃权', '未按', '结果'],
      ['28', '0', '0', '0', '通过'],
      ['16', '5', '6', '1', '未通过'],
    ]);
    const first = all(docx.part('word/document.xml'), 'w:tbl')[0] ?? nothing;
    expect(all(first, 'w:tr').map((row) => all(row, 'w:tblHeader').length)).toEqual([1, 0]);
  });
});

describe('签到表', () => {
  test('before the meeting there is a place to sign for everybody, high enough for a hand', async () => {
    const docx = await written(rollSheet(before, 'sector'));
    const [table = []] = tables(docx);
    expect(table[0]).toEqual(['序号', '姓名', '界别、单位及职务', '签名', '备注']);
    expect(table).toContainEqual(['2', '张委员', '经济界', '', '']);
    const heights = all(docx.part('word/document.xml'), 'w:trHeight').map(({ attributes }) => Number(attributes['w:val']));
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(567);
    expect(texts(docx, 'About').slice(1)).toEqual(['主持：市政协副主席甲', '应到委员32人，已准假3人']);
  });

  test('from the opening on it says who came, when and how', async () => {
    const docx = await written(rollSheet(after, 'sector'));
    const [table = []] = tables(docx);
    expect(table[0]).toEqual(['序号', '姓名', '界别、单位及职务', '签到时间', '方式', '备注']);
    expect(table).toContainEqual(['2', '张委员', '经济界', '13:31', '现场', '']);
    expect(table.filter((row) => row[4] === '线上')).toHaveLength(11);
    expect(table.filter((row) => row[5] === '请假')).toHaveLength(3);
    expect(table.filter((row) => row[5] === '缺席')).toHaveLength(1);
    expect(texts(docx, 'About')[2]).toBe('应到委员32人，实到28人（线上11人），请假3人，缺席1人');
  });

  test('by 界别 each has its line; by strokes all stand in one list', () => {
    const bands = (order: 'sector' | 'stroke') =>
      rollSheet(before, order)
        .parts[0]?.blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []))
        .flatMap((row) => ('band' in row ? [row.band] : []));
    expect(bands('sector')).toEqual(['主持', '经济界（应到1人）', '工商联界（应到1人）', '科协界（应到30人）', '列席、旁听']);
    expect(bands('stroke')).toEqual(['主持', '委员（按姓氏笔画排序）（应到32人）', '列席、旁听']);
  });
});

describe('修改意见办理表', () => {
  test('says of each amendment who proposed it, what it would change, why, and what became of it', async () => {
    const docx = await written(amendmentsSheet(amended));
    const [table] = tables(docx);
    expect(table?.[0]).toEqual(['提出人', '改动', '理由', '办理']);
    expect(table?.[1]).toEqual(['张委员（经济界）\n16:55', '增加“明确尽职免责情形”\n（第1稿）', '—', '表决未通过']);
    expect(missingFor(amended.meeting, 'amendments')).toBeNull();
    expect(missingFor(after.meeting, 'amendments')).toBe('noAmendments');
  });
});

describe('表决单', () => {
  test('a page for each vote: text, hash, base, threshold, the four counts, verdict, places to sign, the named list', async () => {
    const docx = await written(votesSheet(after, null));
    expect(texts(docx, 'FormTitle')).toEqual(['表决单', '表决单']);
    const form = Object.fromEntries((tables(docx)[1] ?? []).map(([name = '', value]) => [name, value]));
    expect(form).toMatchObject({
      表决事项: '建议9',
      表决内容: '建议建立跨县区项目流转和利益共享机制。',
      计票基数: '应到委员32人，在场可投28人',
      通过条件: '赞成票达到应到委员过半数（不少于17票）',
      赞成: expect.stringMatching(/^16票：张委员、李委员/),
      反对: expect.stringMatching(/^5票：/),
      弃权: expect.stringMatching(/^6票：/),
      未按: '1人：委员28',
      表决结果: '未通过，转继续研究',
    });
    expect(texts(docx, 'About')).toContain('表决时间：2022年5月26日16:59　主持人：市政协副主席甲');
    expect(form['文本校验']?.replace(/\s/g, '')).toMatch(/SHA-256：[0-9a-f]{64}$/);
    expect(texts(docx, 'Signing').slice(0, 2)).toEqual([
      '主持人（签名）：\t\t监票人（签名）：\t',
      '监票人（签名）：\t\t计票人（签名）：\t',
    ]);
  });

  test('an amendment comes before its clause, with both texts and the change, and is on no ballot of the list', () => {
    const about = votesSheet(amended, null).parts.map(({ blocks }) => {
      const rows = blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
      return Object.fromEntries(rows.flatMap((row) => ('cells' in row ? [row.cells] : [])));
    });
    expect(about.map((one) => one['表决事项'])).toEqual(['建议9修改意见', '建议9']);
    expect(about.at(-2)).toMatchObject({
      修改前: '建议建立跨县区项目流转和利益共享机制。',
      改动: '增加“明确尽职免责情形”',
      表决结果: '未通过，文字不改',
      文本校验: expect.stringContaining('第1稿'),
    });
    expect(JSON.stringify(ballotSheet(amended))).not.toContain('尽职免责');
  });

  test('one motion only', () => {
    expect(votesSheet(after, 'm9').parts).toHaveLength(1);
    expect(votesSheet(after, 'm9').name).toBe('政协明川市委员会2022年第3次双月专题协商座谈会表决单（建议9）');
  });
});

test('表决票: every text with three boxes; the count sheet has base and threshold, and all figures still to be written', async () => {
  const docx = await written(ballotSheet(before));
  expect(texts(docx, 'FormTitle')).toEqual(['表决票', '计票单']);
  const [ballot, count] = tables(docx);
  expect(ballot?.[2]).toEqual(['9', '建议建立跨县区项目流转和利益共享机制。', '□', '□', '□']);
  expect(count?.[2]?.slice(2)).toEqual(['', '', '', '', '', '', '']);
  expect(texts(docx, 'About')).toContain('计票基数：应到委员32人　通过条件：应到委员过半数');
});

describe('发言摘编', () => {
  test('who, from which sector, on what, from when to when, and what was answered', async () => {
    const docx = await written(speechesSheet(after, new Map()));
    expect(texts(docx, 'Heading1')).toEqual(['一、通报', '二、重点发言', '三、自由发言']);
    expect(texts(docx, 'Heading2')[1]).toBe('（一）张委员（经济界）');
    expect(texts(docx, 'Body')).toEqual(
      expect.arrayContaining([
        '题目：以链主企业为牵引，绘制“一链一图谱”',
        '时间：14:25—14:31，用时6分40秒，超时40秒',
        '市商务局丁答复：列入年度预算，县区配套（采纳）。',
      ]),
    );
  });

  test('the digest is what the minutes say below the fact of the speech', () => {
    const body = [
      { kind: 'heading', level: 1, number: '一、', runs: [{ text: '协商情况' }] },
      { kind: 'fact', fact: 'speech.p-01', source: '', lines: ['张委员发言。'] },
      { kind: 'paragraph', runs: [{ text: '建议' }, { text: '先画图谱。', bold: true }] },
      { kind: 'fact', fact: 'stage.voting.1', source: '', lines: [] },
      { kind: 'paragraph', runs: [{ text: '与发言无关。' }] },
    ] as unknown as typeof manuscript.body;
    const digests = digestsIn({ body });
    expect([...digests]).toEqual([['p-01', ['建议先画图谱。']]]);
    const sheet = speechesSheet(after, digests);
    expect(JSON.stringify(sheet)).toContain('"label":"摘要：","text":"建议先画图谱。"');
  });

  test('what the speaker was asked to confirm stands before what the minutes say, with whether it was confirmed', () => {
    const by = { by: 'zhang', at: 0 } as unknown as { readonly by: never; readonly at: number };
    const digest = {
      requestId: 'p-01',
      person: 'zhang',
      text: '先画图谱，再去招商。',
      standing: { phase: 'confirmed', ...by, reason: null },
    };
    const speechDigests = { 'p-01': digest } as unknown as typeof after.meeting.speechDigests;
    const sheet = speechesSheet({ ...after, meeting: { ...after.meeting, speechDigests } }, new Map([['p-01' as never, ['别的话。']]]));
    expect(JSON.stringify(sheet)).toContain('"label":"摘要（本人已确认）：","text":"先画图谱，再去招商。"');
    expect(JSON.stringify(sheet)).not.toContain('别的话');
  });
});

test('a cell keeps its lines, however they were ended, and its text exactly', async () => {
  const text = '甲\r\n乙\r丙\n丁';
  const recommendations = { m1: { ...Object.values(before.meeting.recommendations)[0], text } } as typeof before.meeting.recommendations;
  const docx = await written(ballotSheet({ ...before, meeting: { ...before.meeting, recommendations } }));
  expect(tables(docx)[0]?.[1]?.[1]).toBe('甲\n乙\n丙\n丁');
});

test('what is missing is told: results, speeches, recommendations, the end of the meeting', () => {
  expect(['ballot', 'votes', 'speeches', 'report'].map((kind) => missingFor(bare.meeting, kind as Sheet['kind']))).toEqual([
    'noRecommendations',
    'noResults',
    'noSpeeches',
    'noResults',
  ]);
  expect(missingFor(before.meeting, 'report')).toBe('notConcluded');
});

test('a file is called what it is, without signs that a file system reads otherwise', () => {
  expect(sheetFileName({ name: '关于“甲/乙”的\u202e通知:' }, 'docx')).toBe('关于“甲乙”的通知.docx');
  expect(sheetFileName({ name: '' }, 'csv')).toBe('文书.csv');
});
