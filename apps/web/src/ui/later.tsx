// Knows how a part of a page comes after the page, and that it is asked for again when the network did not bring it; not which parts do.
import { lazy, Suspense, type ComponentType, type ReactNode } from 'react';

/** The last try is made more than an hour after the first. */
const most = 12;

/** The builder takes a style sheet that stands in the page for loaded: one that failed is taken away. */
const withoutFailedSheet = ({ target }: Event): void => {
  if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') target.remove();
};

const backOnLine = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    const goOn = (): void => {
      clearTimeout(timer);
      removeEventListener('online', goOn);
      resolve();
    };
    const timer = setTimeout(goOn, ms);
    addEventListener('online', goOn);
  });

/** Older browsers keep a failure under the address it had: the same file under another is fetched. */
function elsewhere<Module>(error: unknown, tries: number): Promise<Module> {
  const [address] = /\S+\.js/.exec(String(error)) ?? [];
  if (address === undefined) throw error;
  return import(/* @vite-ignore */ `${address}?${tries}`) as Promise<Module>;
}

/** Asks again more and more seldom, and at once when the browser says that the network is back; after the last try it fails. */
export async function brought<Module>(load: () => Promise<Module>): Promise<Module> {
  addEventListener('error', withoutFailedSheet, true);
  for (let tries = 0; ; tries += 1) {
    try {
      return await load().catch((error: unknown) => elsewhere<Module>(error, tries));
    } catch (error) {
      if (tries === most) throw error;
      await backOnLine(1000 * 2 ** tries);
    }
  }
}

const Nothing = (): null => null;

/**
 * Shows nothing until it is there, and where the network never brings it: only for what one can do without.
 * With `meanwhile` that is shown until it is there; where it never comes the page is broken.
 */
export function later<Module, Props extends object>(
  load: () => Promise<Module>,
  part: (module: Module) => ComponentType<Props>,
  meanwhile?: ReactNode,
): ComponentType<Props> {
  const Part = lazy<ComponentType<Props>>(() =>
    brought(load).then(
      (module) => ({ default: part(module) }),
      (error: unknown) => {
        if (meanwhile) throw error;
        return { default: Nothing };
      },
    ),
  );
  return (props) => (
    <Suspense fallback={meanwhile}>
      <Part {...props} />
    </Suspense>
  );
}
