// Knows every way HTTP says no: its name, status and sentence; not when.
import type { ContentfulStatusCode } from 'hono/utils/http-status';

const problems = {
  Malformed: [400, '提交的内容有误，请检查后再试。'],
  WeakPassword: [400, '密码不符合要求。'],
  SignInRequired: [401, '请先登录。'],
  WrongAccountOrPassword: [401, '账号或密码不正确。'],
  AccountDisabled: [403, '该账号已停用，请联系管理员。'],
  GuardedMaterial: [403, '内部材料不能下载，请在平台上查看；不能在线查看的，请向会务工作人员索取。'],
  NotPermitted: [403, '您没有进行这项操作的权限。'],
  WrongOrigin: [403, '请求来源不被允许，请从本平台的网址打开。'],
  NotFound: [404, '没有找到所请求的内容。'],
  AccountTaken: [409, '该账号已存在，请换一个。'],
  LastAdmin: [409, '至少要保留一名可用的管理员。'],
  MeetingTaken: [409, '该会议编号已被使用。'],
  DraftChanged: [409, '草稿已被他人修改，请核对后重新保存。'],
  DraftedElsewhere: [409, '另一位秘书刚刚生成了初稿，请核对后再试。'],
  AlreadyConvened: [409, '会议已经发出通知，不能再改草稿。'],
  DocumentNotReady: [409, '这份文书现在还不能生成。'],
  NotConvened: [409, '会议尚未召集，请先发出会议通知。'],
  NotConcluded: [409, '会议尚未结束，散会之后才能导出卷宗。'],
  ArchiveRefused: [409, '卷宗没有导入。'],
  ConveningRefused: [409, '会议未能召集，请按提示修改草稿。'],
  MaterialIdTaken: [409, '该材料编号已对应另一份文件。'],
  TooManyPhrases: [409, '用语和模板已经太多，请先删去不用的。'],
  ImageIdTaken: [409, '该图片编号已对应另一张图片。'],
  TooManyImages: [409, '这份纪要的图片已经太多。'],
  WordIdTaken: [409, '该编号已对应另一段文字。'],
  VersionIdTaken: [409, '该编号已对应另一个版本。'],
  MinutesIssued: [409, '纪要已签发，不能再命名版本。'],
  RemarkIdTaken: [409, '该编号已对应另一条批注。'],
  RemarksClosed: [409, '纪要已签发或会议已取消，批注和修改建议只供查看。'],
  RemarkSettled: [409, '这一条已经由他人处理，请看最新的情况。'],
  NotMentionable: [409, '提到的人里有人现在不能阅读草稿，请去掉后再提交。'],
  TooManyRemarks: [409, '批注已达到上限，请先处理已有的批注。'],
  JottingIdTaken: [409, '该编号已对应另一条随记。'],
  JottingsClosed: [409, '纪要已签发或会议已取消，随记只供查看。'],
  JottingSettled: [409, '这一条已经办了或划去了，请看最新的情况。'],
  JottingChanged: [409, '这一条刚在另一台设备上改过，请看过再改。'],
  TooManyJottings: [409, '随记已达到上限（1000 条）。'],
  InviteExpired: [410, '邀请链接已失效，请向秘书索取新的链接或二维码。'],
  InviteOnAnotherDevice: [410, '邀请链接已在另一台设备上使用，请向秘书索取新的二维码。'],
  SetupLinkUsed: [410, '初始化链接已失效。'],
  TooSlow: [408, '请求没有按时传完，请检查网络后再试。'],
  TooLarge: [413, '提交的内容过大。'],
  HeadTooLarge: [431, '请求的地址或头部过长。'],
  UnsupportedType: [415, '这个文件不能用：它是空的、内容与文件名不符，或不是 PDF、图片、Word、Excel、PPT、纯文本。'],
  NoPicture: [415, '这张图片不能用：请选 PNG 或 JPEG 图片，每边不超过 12000 像素。'],
  TooManyTries: [429, '尝试过于频繁，请稍后再试。'],
  TooManyRequests: [429, '操作过于频繁，请稍候再试。'],
  Unforeseen: [500, '服务器出错了，请稍后再试。'],
  NotStored: [503, '暂时无法保存，请稍后再试。'],
  Busy: [503, '服务器正忙，已排队，会自动重试。'],
  NotReady: [503, '服务正在启动，请稍候。'],
  DiskIsFull: [503, '磁盘已满，暂时无法保存。腾出空间后会自动恢复。'],
  DiskRefuses: [503, '磁盘拒绝写入，暂时无法保存。请检查磁盘。'],
} as const satisfies Readonly<Record<string, readonly [ContentfulStatusCode, string]>>;

export type ProblemType = keyof typeof problems;

/** All there are, by name. */
export const declaredProblems: Readonly<Record<string, { readonly status: number } | undefined>> = Object.fromEntries(
  Object.entries(problems).map(([type, [status]]) => [type, { status }]),
);

/** Thrown in a route; becomes `{error: {type, message, …}}`. */
export class Problem extends Error {
  readonly type: ProblemType;
  readonly status: ContentfulStatusCode;
  readonly more: Readonly<Record<string, unknown>>;

  constructor(type: ProblemType, more: Readonly<Record<string, unknown>> = {}) {
    super(problems[type][1]);
    this.type = type;
    this.status = problems[type][0];
    this.more = more;
  }

  get body(): { readonly error: { readonly type: string; readonly message: string } } {
    return { error: { type: this.type, message: this.message, ...this.more } };
  }
}
