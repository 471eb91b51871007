// Knows which floods there are; pours none.
export const floods = ['none', 'meeting', 'minutes', 'http', 'pile'] as const;
export type Flood = (typeof floods)[number];

export const floodWords: Readonly<Record<Flood, string>> = {
  none: '平静时',
  meeting: '一人不停地向会议发合法命令',
  minutes: '一人不停地向纪要灌入每批两万次修改',
  http: '64 个连接不停地请求页面、接口和错误的登录',
  pile: '一人把请求两千个一堆地发来',
};
