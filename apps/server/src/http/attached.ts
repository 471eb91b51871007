// Knows the headers of a file that is brought rather than shown; not the file.

/** `name`: as people call it. `plain`: for what reads only ASCII. */
export const attached = (type: string, name: string, plain: string) => ({
  'content-type': type,
  'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`,
  'cache-control': 'no-store',
});
