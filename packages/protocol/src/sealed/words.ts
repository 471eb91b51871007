// Knows the characters that a tag's words are made of; not the bits behind them.

/**
 * 32 × 64 = 2,048 words of two characters. Each character stands with how it is said, so that a test holds them apart by ear: no two in
 * one place sound alike, even to those who do not tell zh from z, ch from c, sh from s, n from l, or a final ng from n.
 * The order is the format: it never changes.
 */
export const firstSounds = words(`
  红hong 白bai 青qing 黄huang 黑hei 蓝lan 绿lü 紫zi 金jin 大da 小xiao 高gao 长chang 老lao 新xin 好hao
  早zao 春chun 夏xia 秋qiu 冬dong 西xi 北bei 远yuan 深shen 暖nuan 明ming 平ping 快kuai 香xiang 古gu 飞fei`);

export const secondSounds = words(`
  山shan 水shui 云yun 月yue 风feng 雨yu 雪xue 花hua 草cao 树shu 木mu 松song 梅mei 荷he 菊ju 马ma
  牛niu 羊yang 兔tu 虎hu 龙long 猴hou 鸟niao 雀que 鸽ge 鹰ying 鹿lu 桥qiao 门men 灯deng 车che 船chuan
  笔bi 纸zhi 墨mo 琴qin 棋qi 剑jian 鼓gu 钟zhong 笛di 杯bei 碗wan 盘pan 果guo 桃tao 梨li 星xing
  瓜gua 豆dou 麦mai 米mi 糖tang 茶cha 酒jiu 饼bing 舟zhou 海hai 泉quan 溪xi 岛dao 沙sha 田tian 园yuan`);

export const firstCharacters = firstSounds.map(({ character }) => character);
export const secondCharacters = secondSounds.map(({ character }) => character);

function words(text: string): readonly { readonly character: string; readonly sound: string }[] {
  return text
    .trim()
    .split(/\s+/)
    .map((word) => ({ character: word.slice(0, 1), sound: word.slice(1) }));
}
