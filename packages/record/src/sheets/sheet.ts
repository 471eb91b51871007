// Knows what an official document says, part by part, before it is set on paper or on a screen; nothing of Word or HTML.

/** 会议通知 · 签到表 · 修改意见办理表 · 表决票与计票单 · 表决单 · 选票 · 选举结果报告单 · 发言摘编 · 协商报告 */
export const sheetKinds = ['notice', 'roll', 'amendments', 'ballot', 'votes', 'slips', 'elections', 'speeches', 'report'] as const;
export type SheetKind = (typeof sheetKinds)[number];

export interface Column {
  readonly name: string;
  /** Twips; those of a table add up to the 版心, 8844. */
  readonly width: number;
  /** Read from the left; else centred. */
  readonly left?: true;
}

/** A line of a table; `band` names those below it, over the whole width. */
export type Row = { readonly cells: readonly string[] } | { readonly band: string };

export type SheetBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  /** `label`: its first words, in 黑体. */
  | { readonly kind: 'text'; readonly label?: string; readonly text: string }
  /** Centred below the title, or one line of what a form is about. */
  | { readonly kind: 'about'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly columns: readonly Column[];
      readonly rows: readonly Row[];
      /** Names of the columns above them, repeated on every page. */
      readonly head: boolean;
      /** Twips; of rows that are written in by hand. */
      readonly rowHeight?: number;
      /** 五号, for a form that is signed: it stands on one page with its places to sign. */
      readonly dense?: true;
    }
  /** Places to sign by hand, side by side. */
  | { readonly kind: 'signatures'; readonly labels: readonly string[] };

/** The text, or an attachment: on a page of its own. */
export interface Part {
  /** 附件1; null of the text, and of each form of several. */
  readonly label: string | null;
  readonly title: string;
  readonly blocks: readonly SheetBlock[];
}

/** 版头 of a document that goes out under the committee's name. */
export interface Head {
  /** 发文机关标志 */
  readonly mark: string;
  /** 发文字号, as far as it is known. */
  readonly number: string;
  /** 上行文: the number on the left, 签发人 on the right. */
  readonly signer: boolean;
}

export interface Signed {
  readonly issuer: string;
  readonly date: string;
}

export interface Sheet {
  readonly v: 1;
  readonly kind: SheetKind;
  /** Under which it is kept as a file, without the ending. */
  readonly name: string;
  /** Epoch ms: the time the file bears, so that the same sheet is the same bytes. */
  readonly at: number;
  /** Null of forms. */
  readonly head: Head | null;
  /** 主送 */
  readonly addressee: string | null;
  readonly parts: readonly Part[];
  /** 署名 and 成文日期; room for the seal is left, none is drawn. */
  readonly signed: Signed | null;
  /** 附注, without its brackets. */
  readonly note: string | null;
  /** 版记; `copyTo` empty for none. */
  readonly colophon: (Signed & { readonly copyTo: string }) | null;
}

export const cells = (...texts: readonly string[]): Row => ({ cells: texts });
