// Knows how the head of the log stands on paper, beside the page number of the last page: as digits and as a square. Not what they are good for.
import { FrameAnchorType, FrameWrap, HeightRule, ImageRun, type IParagraphOptions, LineRuleType, Paragraph } from 'docx';
import qrcode from 'qrcode-generator';
import { scanned, shortHead, type Printed } from './evidence/printed.ts';
import { margins, millimetre, paperHeight, textWidth } from './page.ts';
import { runs } from './text.ts';

/** Below the 版心, between the places of the page numbers: nothing of the text moves for it. */
const top = Math.round(paperHeight - margins.bottom + 4 * millimetre);
const side = Math.round(17 * millimetre);
const words = { width: 3900, line: 250, size: 17 } as const;
const gap = Math.round(2 * millimetre);
const left = Math.round(margins.left + (textWidth - side - gap - words.width) / 2);

const placed = (x: number, y: number, width: number, height: number, options: IParagraphOptions): Paragraph =>
  new Paragraph({
    style: 'PageNumber',
    ...options,
    frame: {
      type: 'absolute',
      position: { x, y },
      width,
      height,
      rule: HeightRule.EXACT,
      wrap: FrameWrap.AROUND,
      anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
    },
  });

/** Pixels a module; the picture is scaled to its place. */
const moduleSize = 4;

function square(text: string): Uint8Array {
  const code = qrcode(0, 'M');
  code.addData(text, 'Alphanumeric');
  code.make();
  const [, base64 = ''] = code.createDataURL(moduleSize, 2 * moduleSize).split(',');
  return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
}

/** Twips as pixels at 96 to the inch, which is how pictures are measured. */
const pixels = (twips: number): number => Math.round(twips / 15);

/** To stand before the 版记, on whose page it then is. Nothing on a draft. */
export function proof(printed: Printed | null): Paragraph[] {
  if (printed === null) return [];
  const lines = `存证　${shortHead(printed)}\n密钥　${printed.fingerprint}\n第${printed.seq}号记录，用存证包核对`;
  const picture = new ImageRun({
    type: 'gif',
    data: square(scanned(printed)),
    transformation: { width: pixels(side), height: pixels(side) },
    altText: { id: '1', name: '存证', title: '存证', description: scanned(printed) },
  });
  const height = 3 * words.line;
  return [
    placed(left, top, side, side, { children: [picture] }),
    placed(left + side + gap, top + Math.round((side - height) / 2), words.width, height, {
      spacing: { line: words.line, lineRule: LineRuleType.EXACT },
      children: runs(lines, { face: 'song', size: words.size }),
    }),
  ];
}
