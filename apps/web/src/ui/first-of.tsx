// Knows a list too long to be drawn at once: its first ones, and the way to more; not what is in it.
import { useState } from 'react';
import { common } from '../words/zh/common.ts';
import { Button } from './Button.tsx';

export interface FirstOf<Item> {
  readonly shown: readonly Item[];
  /** How many are not shown. */
  readonly rest: number;
  readonly more: () => void;
}

/** `step` at first, and as many more at each press. */
export function useFirstOf<Item>(list: readonly Item[], step: number): FirstOf<Item> {
  const [steps, setSteps] = useState(1);
  const shown = list.slice(0, step * steps);
  return { shown, rest: list.length - shown.length, more: () => setSteps(steps + 1) };
}

interface MoreOfProps {
  readonly first: FirstOf<unknown>;
  /** How the rest is counted; people unless told. */
  readonly say?: (rest: number) => string;
}

/** Nothing while all are shown. */
export function MoreOf({ first: { rest, more }, say = common.more }: MoreOfProps) {
  if (rest === 0) return null;
  return (
    <Button size="small" kind="quiet" wide onClick={more}>
      {say(rest)}
    </Button>
  );
}
