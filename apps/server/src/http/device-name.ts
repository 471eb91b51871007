// Knows how a browser is named to people who look through their devices; a hint, never a proof.

/** `微信 · Android`, from the User-Agent header. */
export function deviceName(userAgent: string | undefined): string {
  if (!userAgent) return '未知设备';
  return `${first(browsers, userAgent) ?? '浏览器'} · ${first(systems, userAgent) ?? '其他系统'}`;
}

type Signs = readonly (readonly [string, string])[];

/** In order: the later ones also stand in the headers of the earlier. */
const browsers: Signs = [
  ['MicroMessenger', '微信'],
  ['DingTalk', '钉钉'],
  ['Edg', 'Edge'],
  ['Firefox', '火狐'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
];

const systems: Signs = [
  ['HarmonyOS', '鸿蒙'],
  ['Android', '安卓'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Mac OS', 'Mac'],
  ['Linux', 'Linux'],
];

const first = (signs: Signs, text: string): string | undefined => signs.find(([sign]) => text.includes(sign))?.[1];
