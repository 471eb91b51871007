// Knows the mark over a guarded material: who looks at it and when, on screen and in print; not what lies below.
import { useId } from 'react';
import look from './materials.module.css';

/** Wide enough for the text twice, so that none of it is cut, and close enough that no part of a page is without; CSS pixels. */
const tileOf = (text: string) => ({ width: 2 * (text.length * 17 + 48), height: 200 });

/** Drawn, not a background: browsers leave backgrounds out when they print. */
export function Watermark({ text }: { readonly text: string }) {
  const id = useId();
  const tile = tileOf(text);
  return (
    <svg className={look['mark']} aria-hidden="true">
      <defs>
        <pattern id={id} width={tile.width} height={tile.height} patternUnits="userSpaceOnUse" patternTransform="rotate(-24)">
          <text x="12" y="60">
            {text}
          </text>
          <text x={tile.width / 2} y={tile.height - 40}>
            {text}
          </text>
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill={`url(#${id})`} />
    </svg>
  );
}
