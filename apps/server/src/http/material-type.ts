// Knows which files may be handed in, by what they begin with; a name or a header alone proves nothing.

export interface FileType {
  readonly mime: string;
  /** Shown in the page; everything else is downloaded. */
  readonly inline: boolean;
}

const office = 'application/vnd.openxmlformats-officedocument';

/** By the ending of the name: what the bytes must look like, and what the file is then called. */
const types: Readonly<Record<string, FileType & { readonly looks: (bytes: Uint8Array) => boolean }>> = {
  pdf: { mime: 'application/pdf', inline: true, looks: starts('%PDF-') },
  png: { mime: 'image/png', inline: true, looks: starts('\x89PNG\r\n\x1a\n') },
  jpg: { mime: 'image/jpeg', inline: true, looks: starts('\xff\xd8\xff') },
  jpeg: { mime: 'image/jpeg', inline: true, looks: starts('\xff\xd8\xff') },
  docx: { mime: `${office}.wordprocessingml.document`, inline: false, looks: zipWith('word/') },
  xlsx: { mime: `${office}.spreadsheetml.sheet`, inline: false, looks: zipWith('xl/') },
  pptx: { mime: `${office}.presentationml.presentation`, inline: false, looks: zipWith('ppt/') },
  doc: { mime: 'application/msword', inline: false, looks: ole },
  xls: { mime: 'application/vnd.ms-excel', inline: false, looks: ole },
  ppt: { mime: 'application/vnd.ms-powerpoint', inline: false, looks: ole },
  txt: { mime: 'text/plain', inline: true, looks: plainText },
};

/** The type of an allowed file whose bytes agree with its name; null otherwise. */
export function fileType(name: string, bytes: Uint8Array): FileType | null {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const type = Object.hasOwn(types, ending) ? types[ending] : undefined;
  return type?.looks(bytes) ? { mime: type.mime, inline: type.inline } : null;
}

export const isInline = (mime: string): boolean => Object.values(types).some((type) => type.mime === mime && type.inline);

function starts(latin1: string): (bytes: Uint8Array) => boolean {
  const wanted = Buffer.from(latin1, 'latin1');
  return (bytes) => wanted.equals(bytes.subarray(0, wanted.length));
}

/** Office files are zips; the names of their parts lie unpacked in the archive. */
function zipWith(part: string): (bytes: Uint8Array) => boolean {
  const isZip = starts('PK\x03\x04');
  return (bytes) => isZip(bytes) && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(part);
}

function ole(bytes: Uint8Array): boolean {
  return starts('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')(bytes);
}

function plainText(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
