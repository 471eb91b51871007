// Law 12: two people in one line, one composing, the other above, below, inside and away with the paragraph. No letter of pinyin is ever sent.
import type { CDPSession, Page } from '@playwright/test';
import { expect, test } from '../cast.ts';
import { atDesk, expectOnDisk, proseOf, sheet } from '../minutes.ts';

/** What the page sends of the text: the sync frames of its line. */
function listen(page: Page): { readonly sent: () => readonly Buffer[]; readonly forget: () => void } {
  let frames: Buffer[] = [];
  page.on('websocket', (socket) => {
    if (socket.url().includes('/collab/')) socket.on('framesent', ({ payload }) => void frames.push(Buffer.from(payload)));
  });
  return {
    sent: () => frames.filter(([kind]) => kind === 0),
    forget: () => {
      frames = [];
    },
  };
}

/** Real composition events, as an input method makes them. */
const compose = (ime: CDPSession, text: string): Promise<unknown> =>
  ime.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
const commit = (ime: CDPSession, text: string): Promise<unknown> => ime.send('Input.insertText', { text });

/** Puts the caret, or a selection that ends there, behind the `letters` first letters of the paragraph with this text. */
async function put(page: Page, text: string, letters: number, { fromBefore = false } = {}): Promise<void> {
  await sheet(page).evaluate(
    (editor, [wanted, offset, before]) => {
      const paragraphs = [...editor.querySelectorAll('p')].filter((each) => !each.closest('[contenteditable=false]'));
      const at = paragraphs.findIndex((each) => each.textContent?.includes(wanted));
      const place = (paragraph: Element | undefined, behind: number): [Node, number] => {
        if (!paragraph) throw new Error(`no paragraph with ${wanted}`);
        const texts = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
        let left = behind;
        let last: [Node, number] = [paragraph, 0];
        for (let node = texts.nextNode(); node; node = texts.nextNode()) {
          if (node.parentElement?.closest('[contenteditable=false]')) continue;
          const { length } = node.nodeValue ?? '';
          last = [node, Math.min(left, length)];
          if (left <= length) break;
          left -= length;
        }
        return last;
      };
      if (editor instanceof HTMLElement) editor.focus();
      const [head, headOffset] = place(paragraphs[at], offset);
      const [anchor, anchorOffset] = before ? place(paragraphs[at - 1], 10_000) : [head, headOffset];
      getSelection()?.setBaseAndExtent(anchor, anchorOffset, head, headOffset);
    },
    [text, letters, fromBefore] as const,
  );
}

const pinyin = /z|h|o|n|g|u/;

test('two in one line, one composing', async ({ setUp }) => {
  const stage = await setUp();
  const writer = await atDesk(stage, 'mishu1');
  const other = await atDesk(stage, 'mishu2');
  const wire = listen(writer);
  await writer.reload();
  const ime = await writer.context().newCDPSession(writer);
  const both = async (): Promise<readonly string[]> => {
    await expectOnDisk(writer);
    await expectOnDisk(other);
    await expect.poll(async () => JSON.stringify(await proseOf(other))).toBe(JSON.stringify(await proseOf(writer)));
    return proseOf(writer);
  };
  await expect(sheet(writer)).toBeVisible();
  await put(writer, '现将会议', 99);
  for (const text of ['上段甲乙丙', '同段子丑寅卯', '下段天地玄黄']) {
    await writer.keyboard.press('Enter');
    await writer.keyboard.insertText(text);
  }
  await both();

  const meanwhile: readonly (readonly [string, () => Promise<void>, string])[] = [
    ['above', () => put(other, '上段', 2).then(() => other.keyboard.insertText('〔上〕')), '〔上〕'],
    ['below', () => put(other, '下段', 2).then(() => other.keyboard.insertText('〔下〕')), '〔下〕'],
    ['before it in the line', () => put(other, '子丑', 1).then(() => other.keyboard.insertText('〔前〕')), '〔前〕'],
    ['behind it in the line', () => put(other, '子丑', 99).then(() => other.keyboard.insertText('〔后〕')), '〔后〕'],
    ['at the very place', () => put(other, '子丑', 7).then(() => other.keyboard.insertText('〔处〕')), '〔处〕'],
    [
      'as a new line above',
      () =>
        put(other, '上段', 99)
          .then(() => other.keyboard.press('Enter'))
          .then(() => other.keyboard.insertText('〔行〕')),
      '〔行〕',
    ],
  ];
  for (const [where, act, trace] of meanwhile) {
    await test.step(`the other writes ${where}`, async () => {
      await put(writer, '子丑', 7);
      wire.forget();
      for (const letters of ['z', 'zh', 'zhong']) await compose(ime, letters);
      await act();
      await expect(writer.getByText(/还有 \d 处更新，待输入完成后显示/)).toBeVisible();
      await compose(ime, 'zhong guo');
      const mine = (await proseOf(writer)).join('');
      expect(mine).toContain('zhong guo');
      expect(mine).not.toContain(trace);
      expect((await proseOf(other)).join('')).not.toMatch(pinyin);
      expect(wire.sent()).toEqual([]);
      await commit(ime, '中国');
      const text = (await both()).join('\n');
      expect(text).toContain('中国');
      expect(text).toContain(trace);
      expect(text).not.toMatch(pinyin);
      const sent = wire.sent();
      expect(sent.some((frame) => frame.includes('中国'))).toBe(true);
      for (const letters of ['zh', 'ong', 'guo']) expect(sent.some((frame) => frame.includes(letters))).toBe(false);
    });
  }

  await test.step('the other deletes the paragraph: what was being written in it is offered back', async () => {
    await put(writer, '下段', 3);
    wire.forget();
    await compose(ime, 'zhang');
    await put(other, '下段', 99, { fromBefore: true });
    await other.keyboard.press('Delete');
    await expect(writer.getByText(/还有 \d 处更新/)).toBeVisible();
    expect((await proseOf(writer)).join('')).toContain('zhang');
    await commit(ime, '张委员');
    expect((await both()).join('')).not.toContain('天地玄黄');
    await expect(writer.getByRole('region', { name: '没有存盘的文字' })).toContainText('张委员');
    expect(wire.sent().some((frame) => frame.includes('zhang'))).toBe(false);
  });

  await test.step('a composition that is given up leaves nothing behind', async () => {
    await put(writer, '上段', 2);
    wire.forget();
    await compose(ime, 'quxiao');
    await compose(ime, '');
    await writer.keyboard.type('。');
    expect((await both()).join('')).not.toContain('qu');
    expect(wire.sent().some((frame) => frame.includes('qu'))).toBe(false);
  });
});
