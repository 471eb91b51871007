// Reads the Word file back and measures it against GB/T 9704-2012 as domain.md §4 gives it.
import { describe, expect, test } from 'vitest';
import { minutesDocx } from './index.ts';
import { all, attribute, readDocx, styleOf, textOf } from './testing/read-docx.ts';
import { draftPaper, issuedPaper, sample, vote } from './testing/manuscript.ts';

const issued = await readDocx(await minutesDocx(sample, issuedPaper));
const document = issued.part('word/document.xml');
const styles = issued.part('word/styles.xml');
const style = (id: string) => all(styles, 'w:style').find(({ attributes }) => attributes['w:styleId'] === id) ?? styles;
const only = (id: string) => {
  const [first, ...more] = issued.styled(id);
  if (!first || more.length > 0) throw new Error(`${more.length + 1} paragraphs of style ${id}`);
  return first;
};
const cells = (table: ReturnType<typeof all>[number]) =>
  all(table, 'w:tr').map((row) => all(row, 'w:tc').map((cell) => all(cell, 'w:p').map(textOf).join('\n')));

describe('page', () => {
  test('A4 with the margins of the 版心, 156 by 225 mm', () => {
    expect(all(document, 'w:pgSz')[0]?.attributes).toMatchObject({ 'w:w': '11906', 'w:h': '16838' });
    expect(all(document, 'w:pgMar')[0]?.attributes).toMatchObject({
      'w:top': '2098',
      'w:left': '1588',
      'w:right': '1474',
      'w:bottom': '1984',
      'w:footer': '1304',
    });
  });

  test('22 lines by 28 characters: a grid of lines, characters brought in by 0.25 pt, lines of exactly 28 pt', () => {
    expect(all(document, 'w:docGrid')[0]?.attributes).toEqual({ 'w:type': 'lines', 'w:linePitch': '579' });
    expect(all(style('Body'), 'w:spacing').map(({ attributes }) => attributes)).toEqual([
      { 'w:before': '0', 'w:after': '0', 'w:line': '560', 'w:lineRule': 'exact' },
      { 'w:val': '-5' },
    ]);
  });

  test('page numbers: — 1 — in 14 pt 宋体, odd pages right, even pages left, one character in', () => {
    expect(all(issued.part('word/settings.xml'), 'w:evenAndOddHeaders')).toHaveLength(1);
    const footers = [1, 2].map((number) => issued.part(`word/footer${number}.xml`));
    expect(footers.map((footer) => [attribute(footer, 'w:jc'), all(footer, 'w:ind')[0]?.attributes])).toEqual([
      ['right', { 'w:right': '280' }],
      ['left', { 'w:left': '280' }],
    ]);
    for (const footer of footers) {
      expect(
        all(footer, 'w:r')
          .map(({ text }) => text)
          .join(''),
      ).toBe('— PAGE —');
      expect(all(footer, 'w:rFonts')[0]?.attributes).toMatchObject({ 'w:ascii': '宋体', 'w:eastAsia': '宋体' });
      expect(attribute(footer, 'w:sz')).toBe('28');
    }
    const kinds = all(document, 'w:footerReference').map(({ attributes }) => attributes['w:type']);
    expect(kinds).toEqual(['default', 'even']);
  });
});

describe('head', () => {
  test('纪要标志: red, 小标宋, one line, its characters 35 mm below the top of the 版心', () => {
    const mark = only('Mark');
    expect(textOf(mark)).toBe('政协明川市委员会双月专题协商座谈会纪要');
    expect(attribute(mark, 'w:color')).toBe('FF0000');
    expect(attribute(mark, 'w:rFonts', 'w:eastAsia')).toBe('方正小标宋简体');
    const half = Number(attribute(mark, 'w:sz'));
    expect(half).toBe(46);
    expect((19 * half) / 2).toBeLessThanOrEqual(442);
    expect(Number(attribute(mark, 'w:spacing', 'w:before')) + half).toBe(1984);
  });

  test('number below it, issuer and date one character in, red rule from edge to edge', () => {
    expect(textOf(only('Number'))).toBe('〔2022〕3号');
    expect(attribute(style('Number'), 'w:spacing', 'w:before')).toBe('1120');
    expect(textOf(only('Issuer'))).toBe('政协明川市委员会办公室\t2022年6月2日');
    expect(all(style('Issuer'), 'w:tab')[0]?.attributes).toEqual({ 'w:val': 'right', 'w:pos': '8524' });
    expect(all(style('Issuer'), 'w:bottom')[0]?.attributes).toMatchObject({ 'w:color': 'FF0000', 'w:sz': '10' });
    expect(all(style('Issuer'), 'w:ind')[0]?.attributes).toEqual({ 'w:firstLineChars': '100', 'w:firstLine': '320' });
  });

  test('title: 二号小标宋, broken by sense', () => {
    const title = only('Title');
    expect(textOf(title)).toBe('关于“实施产业链精准招商、\n助推新型工业化强市建设”\n双月专题协商座谈会的纪要');
    expect(attribute(title, 'w:sz')).toBe('44');
    expect(attribute(title, 'w:rFonts', 'w:eastAsia')).toBe('方正小标宋简体');
    expect(attribute(style('Title'), 'w:jc')).toBe('center');
  });

  test('a draft says so: no number, no dates', async () => {
    const draft = await readDocx(await minutesDocx({ ...sample, number: null, copyTo: '' }, draftPaper));
    expect(draft.styled('Number').map(textOf)).toEqual(['（草稿）']);
    expect(draft.styled('Issuer').map(textOf)).toEqual(['政协明川市委员会办公室']);
    expect(draft.styled('Colophon').map(textOf)).toEqual(['政协明川市委员会办公室']);
    expect(draft.parts.get('word/document.xml')).not.toContain('印发');
  });
});

describe('text', () => {
  test('every paragraph of text: 3号仿宋 with Times New Roman, two characters in, by twips and by characters', () => {
    const body = issued.styled('Body');
    expect(body.length).toBeGreaterThan(8);
    for (const each of body) {
      expect(all(each, 'w:ind')[0]?.attributes).toMatchObject({ 'w:firstLine': '640', 'w:firstLineChars': '200' });
      for (const run of all(each, 'w:r')) {
        expect(all(run, 'w:rFonts')[0]?.attributes).toMatchObject({
          'w:eastAsia': '仿宋_GB2312',
          'w:ascii': 'Times New Roman',
          'w:hAnsi': 'Times New Roman',
          'w:hint': 'eastAsia',
        });
        expect([attribute(run, 'w:sz'), attribute(run, 'w:spacing')]).toEqual(['32', '-5']);
      }
    }
  });

  test('headings: 黑体, 楷体, 仿宋, 仿宋, no extra bold, each with its outline level', () => {
    const seen = [1, 2, 3, 4].map((level) => {
      const [first] = issued.styled(`Heading${level}`);
      if (!first) throw new Error(`no heading ${level}`);
      return [
        textOf(first),
        attribute(first, 'w:rFonts', 'w:eastAsia'),
        attribute(style(`Heading${level}`), 'w:outlineLvl'),
        all(first, 'w:b').length,
      ];
    });
    expect(seen).toEqual([
      ['一、协商情况', '黑体', '0', 0],
      ['（一）关于招商图谱', '楷体_GB2312', '1', 0],
      ['1.断点清单', '仿宋_GB2312', '2', 0],
      ['（1）目标企业', '仿宋_GB2312', '3', 0],
    ]);
  });

  test('a fact is text like any other, without its source', () => {
    expect(issued.styled('Body').map(textOf)).toContain('李委员询问：驻点经费由谁承担？');
    expect(issued.parts.get('word/document.xml')).not.toContain('来自');
  });

  test('lists: numbers and dashes in the text', () => {
    const text = issued.styled('Body').map(textOf);
    expect(text).toEqual(expect.arrayContaining(['1.明确断点、堵点、卡点；', '2.明确目标企业清单；', '——链主企业；', '——配套企业。']));
  });

  test('marks of the writers are kept', () => {
    const bold = all(document, 'w:r').filter((run) => all(run, 'w:b').length > 0);
    expect(bold.map(({ text }) => text)).toEqual(['按季度更新']);
  });

  test('a table is exactly as wide as the 版心, its head repeated', () => {
    const [table] = all(document, 'w:tbl');
    if (!table) throw new Error('no table');
    expect(attribute(table, 'w:tblW', 'w:w')).toBe('8844');
    expect(all(table, 'w:gridCol').reduce((sum, { attributes }) => sum + Number(attributes['w:w']), 0)).toBe(8844);
    expect(all(table, 'w:tr').map((row) => all(row, 'w:tblHeader').length)).toEqual([1, 0, 0]);
    expect(cells(table)[2]).toEqual(['', '逐链列明断点、堵点、卡点']);
  });
});

describe('what follows the text', () => {
  test('附件说明, then 出席 → 请假 → 列席, label 黑体, turnover below the first name', () => {
    const order = issued.paragraphs.map(styleOf).filter((id) => id === 'AttachmentNote' || id === 'Attendance' || id === 'AttachmentLabel');
    expect(order).toEqual(['AttachmentNote', 'Attendance', 'Attendance', 'Attendance', 'AttachmentLabel']);
    const lists = issued.styled('Attendance');
    expect(lists.map(textOf)).toEqual([
      `出席：${sample.present.join('、')}`,
      `请假：${sample.onLeave.join('、')}`,
      `列席：${sample.nonVoting.join('、')}`,
    ]);
    expect(sample.present).toHaveLength(28);
    for (const list of lists)
      expect(all(list, 'w:rFonts').map(({ attributes }) => attributes['w:eastAsia'])).toEqual(['黑体', '仿宋_GB2312']);
    expect(all(style('Attendance'), 'w:ind')[0]?.attributes).toEqual({
      'w:leftChars': '500',
      'w:left': '1600',
      'w:hangingChars': '300',
      'w:hanging': '960',
    });
    expect(lists.map((list) => attribute(list, 'w:spacing', 'w:before'))).toEqual(['560', undefined, undefined]);
  });

  test('nobody on leave: no such line', async () => {
    const docx = await readDocx(await minutesDocx({ ...sample, onLeave: [] }, issuedPaper));
    expect(docx.styled('Attendance').map((each) => textOf(each).slice(0, 3))).toEqual(['出席：', '列席：']);
  });

  test('表决结果一览 on a new page, nine rows, the ninth failed, the head repeated, no wider than the 版心', () => {
    const table = all(document, 'w:tbl')[1];
    if (!table) throw new Error('no vote table');
    expect(textOf(only('AttachmentLabel'))).toBe('附件');
    expect(all(style('AttachmentLabel'), 'w:pageBreakBefore')).toHaveLength(1);
    expect(textOf(only('AttachmentTitle'))).toBe('表决结果一览');
    const rows = cells(table);
    expect(rows[0]).toEqual(['序号', '建议', '赞成', '反对', '弃权', '未按', '结果']);
    expect(rows).toHaveLength(10);
    expect(rows[4]?.slice(2)).toEqual(['24', '1', '2', '1', '通过']);
    expect(rows[9]).toEqual(['9', sample.votes[8]?.text, '16', '5', '6', '1', '未通过']);
    expect(all(table, 'w:gridCol').reduce((sum, { attributes }) => sum + Number(attributes['w:w']), 0)).toBe(8844);
    expect(all(table, 'w:tr').map((row) => all(row, 'w:tblHeader').length)).toEqual([1, ...Array.from({ length: 9 }, () => 0)]);
  });

  test('an acclamation counts nobody', async () => {
    const votes = [vote(1, '建议一。', [0, 0, 0, 0], { form: 'acclamation', passed: true })];
    const docx = await readDocx(await minutesDocx({ ...sample, body: [], votes }, issuedPaper));
    expect(cells(docx.part('word/document.xml'))[1]).toEqual(['1', '建议一。', '—', '—', '—', '—', '鼓掌通过']);
  });

  test('no votes: neither attachment nor note', async () => {
    const docx = await readDocx(await minutesDocx({ ...sample, body: [], votes: [] }, issuedPaper));
    expect(docx.parts.get('word/document.xml')).not.toMatch(/附件|w:tbl>/);
  });

  test('版记: three rules of 0.35, 0.25 and 0.35 mm as wide as the 版心, the last at its lower edge', () => {
    const frames = issued.paragraphs.filter((each) => all(each, 'w:framePr').length > 0);
    expect(frames.map(textOf)).toEqual(['', `抄送：${sample.copyTo}。`, '政协明川市委员会办公室\t2022年6月2日印发']);
    expect(
      frames.flatMap((each) =>
        all(each, 'w:pBdr').flatMap(({ children }) => children.map(({ name, attributes }) => [name, attributes['w:sz']])),
      ),
    ).toEqual([
      ['w:bottom', '8'],
      ['w:top', '6'],
      ['w:bottom', '8'],
    ]);
    for (const each of frames)
      expect(all(each, 'w:framePr')[0]?.attributes).toMatchObject({ 'w:w': '8844', 'w:x': '1588', 'w:vAnchor': 'page' });
    const last = frames.at(-1);
    expect(Number(last && attribute(last, 'w:framePr', 'w:y')) + Number(last && attribute(last, 'w:framePr', 'w:h'))).toBe(16838 - 1984);
  });

  test('no copies: two rules', async () => {
    const docx = await readDocx(await minutesDocx({ ...sample, copyTo: ' ' }, issuedPaper));
    const frames = docx.paragraphs.filter((each) => all(each, 'w:framePr').length > 0);
    expect(frames.map(textOf)).toEqual(['政协明川市委员会办公室\t2022年6月2日印发']);
    expect(all(frames[0] ?? document, 'w:pBdr')[0]?.children.map(({ attributes }) => attributes['w:sz'])).toEqual(['8', '8']);
  });

  test('corrections: a last page, each with number, day, passage, correction and reason', async () => {
    const at = Date.UTC(2022, 5, 9, 3);
    const corrections = [1, 2].map((number) => ({ number, passage: `原${number}`, correction: `改${number}`, reason: `因${number}`, at }));
    const docx = await readDocx(await minutesDocx(sample, { ...issuedPaper, corrections }));
    const text = docx.paragraphs.map(textOf);
    expect(text.slice(text.indexOf('更正'))).toEqual([
      '更正',
      ...[1, 2].flatMap((number) => [`更正${number}（2022年6月9日）`, `原文：原${number}`, `更正为：改${number}`, `理由：因${number}`]),
    ]);
    const title = docx.paragraphs[text.indexOf('更正')];
    expect(title && all(title, 'w:pageBreakBefore')).toHaveLength(1);
    expect(text.indexOf('更正')).toBeGreaterThan(text.indexOf('政协明川市委员会办公室\t2022年6月2日印发'));
  });
});

describe('what the log says of the text', () => {
  const printed = { seq: 431, head: '0123456789abcdef'.repeat(4), fingerprint: '1111 2222 3333 4444 5555 6666 7777 8888' };

  test('stands below the 版心 of the page of the 版记, as digits and as a square, and moves nothing', async () => {
    const docx = await readDocx(await minutesDocx(sample, { ...issuedPaper, printed }));
    const frames = docx.paragraphs.filter((each) => all(each, 'w:framePr').length > 0);
    const [picture, words] = frames;
    if (!picture || !words) throw new Error('no frames');
    expect(all(picture, 'w:drawing')).toHaveLength(1);
    expect(textOf(words)).toBe('存证　0123 4567 89ab cdef\n密钥　1111 2222 3333 4444 5555 6666 7777 8888\n第431号记录，用存证包核对');
    for (const each of [picture, words]) expect(Number(attribute(each, 'w:framePr', 'w:y'))).toBeGreaterThan(16838 - 1984);
    expect(frames.slice(2).map(textOf)).toEqual(['', `抄送：${sample.copyTo}。`, '政协明川市委员会办公室\t2022年6月2日印发']);
    const without = issued.paragraphs.filter((each) => all(each, 'w:framePr').length === 0).map(textOf);
    expect(docx.paragraphs.filter((each) => all(each, 'w:framePr').length === 0).map(textOf)).toEqual(without);
  });

  test('the square holds the whole head and the fingerprint', async () => {
    const docx = await readDocx(await minutesDocx(sample, { ...issuedPaper, printed }));
    const head = printed.head.toUpperCase();
    const described = all(docx.part('word/document.xml'), 'wp:docPr')[0]?.attributes['descr'];
    expect(described).toBe(`XIESHANG/1 SEQ 431 HEAD ${head} KEY 11112222333344445555666677778888`);
  });

  test('a draft has none of it', async () => {
    const docx = await readDocx(await minutesDocx(sample, draftPaper));
    expect(all(docx.part('word/document.xml'), 'w:drawing')).toEqual([]);
  });

  test('the same again is the same bytes', async () => {
    const [one, two] = [await minutesDocx(sample, { ...issuedPaper, printed }), await minutesDocx(sample, { ...issuedPaper, printed })];
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
  });
});

test('the same manuscript gives the same bytes, whenever it is written', async () => {
  const [one, two] = [await minutesDocx(sample, issuedPaper), await minutesDocx(sample, issuedPaper)];
  expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
  expect(issued.parts.get('docProps/core.xml')).toContain('2022-06-01T23:59:00Z');
});
