// Texts no office would write, and texts as long as offices do write: the Word file stays whole and the text exact.
import { describe, expect, test } from 'vitest';
import { minutesDocx } from './index.ts';
import { cell, issuedPaper, list, paragraph, sample, table } from './testing/manuscript.ts';
import { all, attribute, readDocx, textOf } from './testing/read-docx.ts';

const nothing = { name: '', attributes: {}, children: [], text: '' };

describe('names and numbers at their limits', () => {
  test('300 names, long ones among them, all in one list', async () => {
    const present = Array.from({ length: 300 }, (_, index) => (index % 7 === 0 ? '阿卜杜热合曼·买买提明·伊布拉音' : `委员${index + 1}`));
    const docx = await readDocx(await minutesDocx({ ...sample, present }, issuedPaper));
    expect(textOf(docx.styled('Attendance')[0] ?? nothing)).toBe(`出席：${present.join('、')}`);
  });

  test('a title of 60 characters takes lines of at most 20', async () => {
    const title = `关于“${'推动城乡融合发展促进共同富裕'.repeat(4).slice(0, 53)}”的纪要`;
    expect(title).toHaveLength(60);
    const lines = textOf((await readDocx(await minutesDocx({ ...sample, title }, issuedPaper))).styled('Title')[0] ?? nothing).split('\n');
    expect(lines.join('')).toBe(title);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(20);
  });

  test('a mark too long for 22 pt keeps to one line with narrower characters', async () => {
    const mark = '政协明川市第十二届委员会双月专题协商座谈会会议纪要';
    const docx = await readDocx(await minutesDocx({ ...sample, mark }, issuedPaper));
    const paragraphOfMark = docx.styled('Mark')[0] ?? nothing;
    expect(textOf(paragraphOfMark)).toBe(mark);
    expect(attribute(paragraphOfMark, 'w:sz')).toBe('44');
    const scale = Number(attribute(paragraphOfMark, 'w:w'));
    expect((mark.length * 22 * scale) / 100).toBeLessThanOrEqual(442);
  });

  test('an issuer too long for one line with the date has both in two', async () => {
    const issuer = '中国人民政治协商会议明川市第十二届委员会办公室综合处';
    const docx = await readDocx(await minutesDocx({ ...sample, issuer }, issuedPaper));
    expect(docx.styled('Issuer').map(textOf)).toEqual([`${issuer}\n\t2022年6月2日`]);
    expect(docx.styled('Colophon').map(textOf)).toEqual([`${issuer}\n\t2022年6月2日印发`]);
  });

  test('a short mark is no larger than 30 pt', async () => {
    const docx = await readDocx(await minutesDocx({ ...sample, mark: '会议纪要' }, issuedPaper));
    expect(attribute(docx.styled('Mark')[0] ?? nothing, 'w:sz')).toBe('60');
  });
});

test('tables without rows, without cells, and within tables leave a file that can be opened, and lose no text', async () => {
  const inner = cell('', { blocks: [table([cell('内1'), cell('内2')]), list(true, [paragraph('甲')], [])] });
  const body = [table(), table([]), table([inner, cell('', { blocks: [] })])];
  const file = (await readDocx(await minutesDocx({ ...sample, body, votes: [] }, issuedPaper))).part('word/document.xml');
  expect(all(file, 'w:tbl')).toHaveLength(2);
  for (const each of all(file, 'w:tc')) expect(each.children.at(-1)?.name).toBe('w:p');
  expect(all(file, 'w:p').map(textOf)).toEqual(expect.arrayContaining(['内1', '内2', '1.甲', '2.']));
});

describe('hostile text', () => {
  const hostile = [
    '<script>alert(1)</script>&amp;"\'',
    ']]><w:p/>',
    '{ PAGE } { INCLUDETEXT "C:\\secret" }',
    'CURRENT',
    'TOTAL_PAGES',
    '{default-bullet-0}',
    '=HYPERLINK("http://example.org")',
    'https://example.org/?a=1&b=2',
    '  前后空格  ',
    '𠮷野家👨‍👩‍👧',
  ];
  const body = hostile.map(paragraph);

  test('it stays text, exactly', async () => {
    const docx = await readDocx(await minutesDocx({ ...sample, body, title: '<b>&"题', issuer: 'CURRENT' }, issuedPaper));
    expect(docx.styled('Body').map(textOf)).toEqual(hostile);
    expect(docx.styled('Title').map(textOf)).toEqual(['<b>&"题']);
  });

  test('no field but the page number, no link out of the file, every part well-formed', async () => {
    const docx = await readDocx(await minutesDocx({ ...sample, body, title: '<b>&"题', issuer: 'CURRENT' }, issuedPaper));
    for (const [name, xml] of docx.parts) {
      if (/\.(xml|rels)$/.test(name)) docx.part(name);
      expect(xml).not.toContain('TargetMode');
      if (!name.includes('footer')) expect(xml).not.toMatch(/instrText|fldSimple|w:hyperlink|w:object|w:altChunk/);
    }
    expect([1, 2].map((number) => all(docx.part(`word/footer${number}.xml`), 'w:instrText').map(({ text }) => text))).toEqual([
      ['PAGE'],
      ['PAGE'],
    ]);
  });

  test('control characters and broken surrogates are left out, breaks and tabs are kept', async () => {
    const docx = await readDocx(
      await minutesDocx({ ...sample, body: [paragraph('一\u0000二\u000b三\ud83d四\ufffe五\n六\t七\u0085')] }, issuedPaper),
    );
    expect(docx.styled('Body').map(textOf)).toEqual(['一二三四五\n六\t七']);
  });
});
