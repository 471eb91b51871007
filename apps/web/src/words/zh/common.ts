// Knows the words that stand on every page; no meeting word.
export const common = {
  product: '协商厅',
  cancel: '取消',
  close: '关闭',
  gotIt: '知道了',
  show: '显示',
  hide: '隐藏',
  loading: '正在打开…',
  failed: '没有打开',
  retry: '再试一次',
  largeText: '大字',
  skip: '跳到正文',
  back: '返回',
  save: '保存',
  more: (rest: number) => `还有 ${rest} 人，继续显示`,
};
