// Knows the words that tell somebody where they stand on the list, that their turn comes, and how they are told.
import type { Nearness } from '@xieshang/meeting';

const titles: Readonly<Record<Nearness, string>> = { next: '下一位是您', afterNext: '再下一位是您' };

export const nextWords = {
  cut: (minutes: number): string => `主持人已把发言时限改为 ${minutes} 分钟`,
  myPlace: '我的位次',
  placeReason: (reason: string): string => `您在这一位：${reason}。`,
  inList: '您在名单中',
  placeBefore: '第',
  placeAfter: '位',
  about: (minutes: number): string => `约 ${minutes} 分钟`,
  atLeast: (minutes: number): string => `至少 ${minutes} 分钟`,
  youAreNext: '下一位就是您，请准备',
  preparedPlace: '预约发言',

  region: '轮到提醒',
  titles,
  soon: '请准备，主持人随时请您发言。',
  afterBreak: '请准备，恢复开会后轮到您。',
  afterThem: (name: string): string => `请准备，${name}讲完就轮到您。`,
  afterTwo: (name: string): string => `${name}之后就是您，请准备。`,
  gotIt: '知道了',
  inTitle: (title: string, meeting: string): string => `【${title}】${meeting}`,

  how: '轮到时怎样提醒您',
  howMore: '轮到时怎样提醒您（可开启系统通知）',
  sound: '声音',
  vibration: '振动',
  notice: '系统通知',
  on: '开',
  off: '未开启，开启后看别的页面时也会弹出',
  mutedHere: '本机静音',
  notByRules: '本次会议不用',
  notHere: '这台设备不支持',
  allowed: '已开启，看别的页面时也会弹出',
  turnOn: '开启系统通知',
  denied: '已被浏览器拦下；可在浏览器的网站设置里改为允许',
  insecure: '普通网址（http）下浏览器不许弹出',
  stay: '请不要锁屏、不要离开本页，快轮到时屏幕会保持常亮。',
  tryIt: '试一下',
  tried: '这就是轮到您时的提醒。',
  tryTitle: '试一下：下一位是您',
} as const;
