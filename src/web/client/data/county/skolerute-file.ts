/** A file of a skolerute as it is sent. */
export interface SkoleruteFile {
  readonly name: string;
  readonly format: 'yaml' | 'csv' | 'ics';
  /** Its bytes as Base64. */
  readonly content: string;
  readonly source: string;
}

/** Reads a file to send; its name decides the format, and is given as the source. */
export async function readSkoleruteFile(file: File): Promise<SkoleruteFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const ending = /\.(\w+)$/.exec(file.name)?.[1]?.toLowerCase();
  return {
    name: file.name,
    format: ending === 'ics' ? 'ics' : ending === 'yaml' || ending === 'yml' ? 'yaml' : 'csv',
    content: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')),
    source: file.name,
  };
}
