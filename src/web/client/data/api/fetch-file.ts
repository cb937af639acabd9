import { ApiProblem } from './problem.js';

/** A file from the service; the name is empty when the service gives none. */
export interface FetchedFile {
  readonly name: string;
  readonly content: Blob;
}

const NAMED = /filename\*=UTF-8''([^;]+)/;

/** Fetches a file that the service generates; throws ApiProblem when it does not return one. */
export async function fetchFile(address: string): Promise<FetchedFile> {
  const response = await fetch(address);
  if (!response.ok) throw new ApiProblem(response.status, response.statusText);
  const [, name] = NAMED.exec(response.headers.get('Content-Disposition') ?? '') ?? [];
  return { name: name === undefined ? '' : decodeURIComponent(name), content: await response.blob() };
}
