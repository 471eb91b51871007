// Knows the words of 密级 and of the page on which guarded materials are read.
import type { Secrecy } from '@xieshang/meeting';

const levels: Readonly<Record<Secrecy, string>> = { internal: '内部', secret: '秘密' };

export const secrecyWords = {
  label: '密级',
  open: '公开',
  levels,
  hint: '内部以上的材料只能在线查看，页面加盖查看人姓名和时间；委员不能下载，请用 PDF 或图片。',
  back: '返回会议',
  download: '下载（办公室）',
  print: '打印',
  loading: '正在打开材料…',
  unreadable: '材料没有打开',
  notShown: '这种格式不能在页面上显示',
  notShownHint: '请下载后查看，注意保管。',
  brokenPdf: '这份 PDF 打不开，可能已经损坏。',
  /** What is drawn over each page. */
  mark: (name: string, time: string) => `${name}　${time}`,
  page: (n: number, of: number) => `第 ${n} 页，共 ${of} 页`,
};
