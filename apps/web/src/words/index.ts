// The door to all words, for an English file to be held against; pages import their own file, so that they load no other.
export * from './errors.ts';
export * from './refusals.ts';
export * from './zh/accounts.ts';
export * from './zh/amendments.ts';
export * from './zh/common.ts';
export * from './zh/department.ts';
export * from './zh/frame.ts';
export * from './zh/hall.ts';
export * from './zh/me.ts';
export * from './zh/meetings.ts';
export * from './zh/member.ts';
export * from './zh/minutes-editor.ts';
export * from './zh/minutes.ts';
export * from './zh/office-roll.ts';
export * from './zh/office-vote.ts';
export * from './zh/office.ts';
export * from './zh/prepare.ts';
export * from './zh/roles.ts';
export * from './zh/sheet.ts';
export * from './zh/room.ts';
export * from './zh/sign-in.ts';

type All = typeof import('./index.ts');
/** What another language has to offer: the same names, texts and functions. */
export type Words = { readonly [Name in keyof All as Name extends `${string}Words` | 'common' ? Name : never]: All[Name] };
