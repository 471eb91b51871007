// Knows the parts that minutes have by the practice; not what is written in them.

/** Parts with a heading of their own, in order: 协商情况 · 形成的主要建议 · 部门回应情况 · 有关要求. */
export const headedSections = ['course', 'recommendations', 'responses', 'requirements'] as const;
export type HeadedSection = (typeof headedSections)[number];

/** `opening` stands before the first of them (导语), `closing` at the very end (出席、请假、列席). */
export type Section = 'opening' | HeadedSection | 'closing';

export const isHeadedSection = (value: unknown): value is HeadedSection => headedSections.some((one) => one === value);
