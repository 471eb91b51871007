// Knows the way past the head of a page for those who use a keyboard; the page names its target `main`.
import { common } from '../words/zh/common.ts';
import look from './SkipLink.module.css';

export function SkipLink({ to = 'main' }: { readonly to?: string }) {
  return (
    <a
      className={look['skip']}
      href={`#${to}`}
      onClick={(event) => {
        // The address after # is an address of its own on some pages.
        event.preventDefault();
        document.getElementById(to)?.focus();
      }}
    >
      {common.skip}
    </a>
  );
}
