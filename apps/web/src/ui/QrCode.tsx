// Knows a text as a square to be scanned; not what it leads to. Loaded only where one is shown.
import qrcode from 'qrcode-generator';

/** `label` is for those who don't see it. The quiet zone of four modules is part of the picture. */
export function QrCode({ text, label, size = 220 }: { readonly text: string; readonly label: string; readonly size?: number }) {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  const dark: string[] = [];
  for (let row = 0; row < count; row += 1) {
    for (let column = 0; column < count; column += 1) if (code.isDark(row, column)) dark.push(`M${column + 4} ${row + 4}h1v1h-1z`);
  }
  return (
    <svg role="img" aria-label={label} width={size} height={size} viewBox={`0 0 ${count + 8} ${count + 8}`} shapeRendering="crispEdges">
      <rect width="100%" height="100%" fill="#fff" />
      <path d={dark.join('')} fill="#1d2126" />
    </svg>
  );
}
