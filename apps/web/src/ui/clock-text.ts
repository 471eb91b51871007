// Knows minutes and seconds as a clock shows them; no language.

/** `02:41`, `1:02:41`; `+00:40` is time over. A second is shown until it has wholly gone, as on any countdown. */
export function clockText(ms: number): string {
  const over = ms < 0;
  const seconds = over ? Math.floor(-ms / 1000) : Math.ceil(ms / 1000);
  const two = (n: number) => String(n).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`;
  return `${over && seconds > 0 ? '+' : ''}${hours > 0 ? `${hours}:${rest}` : rest}`;
}
