/** A table as it is sent. */
export interface TableFile {
  readonly name: string;
  readonly format: 'csv' | 'xlsx';
  /** Its bytes as Base64. */
  readonly content: string;
}

/** Reads a file to be sent. */
export async function readTableFile(file: File): Promise<TableFile> {
  const address = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
  return {
    name: file.name,
    format: /\.xlsx$/i.test(file.name) ? 'xlsx' : 'csv',
    content: address.slice(address.indexOf(',') + 1),
  };
}
