// Knows what kinds of speech and points of order are called; not how a speech reads.
import type { OrderMatter, SpeechKind } from '@xieshang/meeting';

const kinds: Readonly<Record<SpeechKind, string>> = {
  briefing: '情况通报',
  keynoteSpeech: '重点发言',
  openFloorSpeech: '自由发言',
  followUpQuestion: '追问',
  interjection: '插话',
  departmentResponse: '部门回应',
  pointOfOrder: '程序性发言',
  writtenSpeech: '书面发言',
};

const matters: Readonly<Record<OrderMatter, string>> = {
  proceedings: '会议程序',
  voting: '表决程序',
  time: '发言时间',
  conduct: '会场秩序',
};

/** 自由发言; 程序性发言（发言时间） where it is said what it is about. */
export const speechKindText = (kind: SpeechKind, matter?: OrderMatter | null): string =>
  matter ? `${kinds[kind]}（${matters[matter]}）` : kinds[kind];

/** Q19. What a point of order is about. */
export const orderMatterText = (matter: OrderMatter): string => matters[matter];

/** What somebody of the office did in the speaker's place (代操作). */
export const actedForText = (officer: string, kind: SpeechKind): string => `由${officer}代为${kind === 'writtenSpeech' ? '提交' : '登记'}`;
