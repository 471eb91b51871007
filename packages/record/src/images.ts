// Knows how an image of the text stands in Word: as wide as it is, at most as wide as the 版心, its caption below; not where its bytes come from.
import { AlignmentType, ImageRun, LineRuleType, Paragraph } from 'docx';
import type { ImageBlock } from './lines.ts';
import { character, line, size, textWidth } from './page.ts';
import { printable, runs } from './text.ts';

/** The bytes of each image by its `sha256`. */
export type ImageBytes = ReadonlyMap<string, Uint8Array>;

/** Twips in a pixel: 96 of them are an inch. */
const pixel = 15;
/** Of the 22 lines of a page an image leaves some for its caption and the text. */
const highest = 16 * line;

/** px, in the proportions of the picture. */
export function shownSize({ width, height }: Pick<ImageBlock, 'width' | 'height'>): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, textWidth / (width * pixel), highest / (height * pixel));
  return { width: Math.max(1, Math.floor(width * scale)), height: Math.max(1, Math.floor(height * scale)) };
}

const centred = { alignment: AlignmentType.CENTER, indent: { firstLine: 0, firstLineChars: 0 } } as const;

/** Drawings of a document have numbers of their own; counted by the library they would go on from one document to the next. */
const firstNumber = 1000;

/** `nth`, from 0, among the images of the text. Where the bytes are not to be had, the caption says what is missing. */
export function imageWithCaption(image: ImageBlock, images: ImageBytes, nth: number): Paragraph[] {
  const data = images.get(image.sha256);
  const caption = printable(image.caption);
  if (!data) return [new Paragraph({ style: 'Body', ...centred, children: runs(`（图缺：${caption}）`) })];
  const picture = new ImageRun({
    type: image.mime === 'image/png' ? 'png' : 'jpg',
    data,
    transformation: shownSize(image),
    altText: { id: String(firstNumber + nth), name: image.image, title: '', description: caption },
  });
  // Lines of exactly 28 pt would cut it off.
  const spacing = { before: character / 2, after: 0, line: 240, lineRule: LineRuleType.AUTO } as const;
  const keepNext = caption !== '';
  return [
    new Paragraph({ style: 'Body', ...centred, spacing, keepNext, children: [picture] }),
    ...(keepNext ? [new Paragraph({ style: 'Body', ...centred, children: runs(caption, { face: 'kai', size: size.small }) })] : []),
  ];
}
