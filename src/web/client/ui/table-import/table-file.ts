import { base64Of } from '../../data/api/base64.js';

/** A table as it is sent. */
export interface TableFile {
  readonly name: string;
  readonly format: 'csv' | 'xlsx';
  /** Its bytes as Base64. */
  readonly content: string;
}

/** Reads a file to be sent. */
export async function readTableFile(file: File): Promise<TableFile> {
  return {
    name: file.name,
    format: /\.xlsx$/i.test(file.name) ? 'xlsx' : 'csv',
    content: await base64Of(file),
  };
}
