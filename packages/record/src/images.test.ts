// An image of the text in Word: its bytes as they were handed in, no wider than the 版心, with its caption and the words for who does not see it.
import { expect, test } from 'vitest';
import type { Block } from '@xieshang/minutes';
import { shownSize } from './images.ts';
import { minutesDocx } from './index.ts';
import { cell, draftPaper, paragraph, sample, table } from './testing/manuscript.ts';
import { all, readDocx, textOf } from './testing/read-docx.ts';

/** A white PNG of 1 × 1. */
const dot = Uint8Array.from(
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64'),
);
const image: Block = {
  kind: 'image',
  image: 'i-1',
  caption: '图1 现场察看',
  sha256: 'a'.repeat(64),
  mime: 'image/png',
  width: 1600,
  height: 900,
};
const images = new Map([['a'.repeat(64), dot]]);
const withImage = { ...sample, body: [paragraph('一段。'), image, paragraph('又一段。')] };

/** 156 mm in English Metric Units. */
const textWidth = 8844 * 635;

test('the picture is in the file as it was handed in, within the 版心, and says what it shows', async () => {
  const { part, parts, paragraphs } = await readDocx(await minutesDocx(withImage, { ...draftPaper, images }));
  const document = part('word/document.xml');
  const [extent] = all(document, 'wp:extent');
  const [width, height] = [Number(extent?.attributes['cx']), Number(extent?.attributes['cy'])];
  expect(width).toBeLessThanOrEqual(textWidth);
  expect(width).toBeGreaterThan(textWidth - 20_000);
  expect(height / width).toBeCloseTo(900 / 1600, 2);
  expect(all(document, 'wp:docPr')[0]?.attributes['descr']).toBe('图1 现场察看');
  expect([...parts.keys()].filter((name) => name.startsWith('word/media/'))).toHaveLength(1);
  const texts = paragraphs.map(textOf);
  expect(texts.indexOf('图1 现场察看')).toBe(texts.indexOf('一段。') + 2);
  expect(texts.indexOf('又一段。')).toBe(texts.indexOf('一段。') + 3);
});

test('its line is as high as it is: a line of exactly 28 pt would cut it off', async () => {
  const { paragraphs } = await readDocx(await minutesDocx(withImage, { ...draftPaper, images }));
  const holder = paragraphs.find((one) => all(one, 'w:drawing').length > 0);
  expect(holder && all(holder, 'w:spacing')[0]?.attributes).toMatchObject({ 'w:line': '240', 'w:lineRule': 'auto' });
});

test('a small picture keeps its size, a high one stays on its page', () => {
  expect(shownSize({ width: 200, height: 100 })).toEqual({ width: 200, height: 100 });
  const high = shownSize({ width: 1000, height: 5000 });
  expect(high.height * 15).toBeLessThanOrEqual(16 * 560 + 15);
  expect(high.width / high.height).toBeCloseTo(0.2, 2);
  expect(shownSize({ width: 12_000, height: 1 })).toMatchObject({ height: 1 });
});

test('the same manuscript and images are the same bytes', async () => {
  const [one, other] = [await minutesDocx(withImage, { ...draftPaper, images }), await minutesDocx(withImage, { ...draftPaper, images })];
  expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
});

test('an image whose bytes are not to be had is named where it would stand', async () => {
  const { paragraphs, parts } = await readDocx(await minutesDocx(withImage, draftPaper));
  expect(paragraphs.map(textOf)).toContain('（图缺：图1 现场察看）');
  expect([...parts.keys()].some((name) => name.startsWith('word/media/'))).toBe(false);
});

test('in a cell, where none can stand, its caption is read', async () => {
  const body = [table([cell('一', { blocks: [image] })])];
  const { paragraphs } = await readDocx(await minutesDocx({ ...sample, body }, { ...draftPaper, images }));
  expect(paragraphs.map(textOf)).toContain('（图：图1 现场察看）');
});
