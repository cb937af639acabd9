/** A file of a skolerute, or a text, as it is sent. */
export interface SkoleruteFile {
  readonly name: string;
  readonly format: 'yaml' | 'csv' | 'ics' | 'text';
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
    content: base64Of(bytes),
    source: file.name,
  };
}

/** A text that was pasted, to send; `name` is what it is called in messages. */
export function pastedSkolerute(name: string, text: string, source: string): SkoleruteFile {
  return { name, format: 'text', content: base64Of(new TextEncoder().encode(text)), source };
}

function base64Of(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
