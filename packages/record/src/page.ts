// Knows the measures of an official A4 page (GB/T 9704-2012) in twips (1/20 pt); not what is written on it.
import { DocumentGridType, type ISectionPropertiesOptions } from 'docx';

/** Twips in a millimetre, for measures the standard gives in millimetres. */
export const millimetre = 1440 / 25.4;

/** 版心: 156 mm wide, 225 mm high. */
export const textWidth = 8844;
/** One character of 3号 (16 pt). */
export const character = 320;
/** One line: 28 pt exactly, 22 of them fill the 版心. */
export const line = 560;
/** 28 characters of 16 pt are wider than the 版心 by 6 pt; −0.25 pt a character brings them in. */
export const tightening = -5;
/** 纪要标志 begins 35 mm below the top of the 版心. */
export const markTop = 1984;

/** Sizes in half-points, as Word counts them. */
export const size = { title: 44, body: 32, small: 28, table: 24, dense: 21 } as const;

export const paperHeight = 16838;
export const margins = { top: 2098, left: 1588, right: 1474, bottom: 1984 } as const;

export const section: ISectionPropertiesOptions = {
  page: {
    size: { width: 11906, height: paperHeight },
    // The footer's lower edge: the page number then stands 7 mm below the 版心.
    margin: { ...margins, header: 851, footer: 1304, gutter: 0 },
  },
  grid: { type: DocumentGridType.LINES, linePitch: 579 },
};
