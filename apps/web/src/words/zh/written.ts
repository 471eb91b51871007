// Knows the words under which written speeches are read.
export const writtenWords = {
  title: '书面发言',
  count: (n: number): string => `${n} 篇`,
  find: '查找书面发言',
  findBy: '姓名、界别、题目或内容',
  found: (n: number, of: number): string => `${of} 篇中找到 ${n} 篇`,
  noneFound: '没有找到，换一个词试试。',
  more: (rest: number): string => `再看下面 ${rest} 篇`,
  noTopic: '（未写题目）',
  mine: '我提交的',
  to: (departments: string): string => ` → ${departments}`,
} as const;
