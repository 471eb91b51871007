// Knows how a part of a page comes after the page, and that a page stands without it; not which parts do.
import { lazy, Suspense, type ComponentType } from 'react';

const Nothing = (): null => null;

/** Shows nothing until it is there, and where the network does not bring it: only for what one can do without. */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const Part = lazy<ComponentType<Props>>(() =>
    load().then(
      (part) => ({ default: part }),
      () => ({ default: Nothing }),
    ),
  );
  return (props) => (
    <Suspense>
      <Part {...props} />
    </Suspense>
  );
}
