import { useMutation } from '@tanstack/react-query';
import { ApiProblem } from '../../../data/api/problem.js';

/**
 * Fetches a file and hands it to the browser's downloads: posters take a second to make, and may have to wait for
 * others, which a plain link would not say.
 */
export function useDownload() {
  const { mutate, isPending, isError, reset } = useMutation({ mutationFn: download });
  return { download: mutate, isMaking: isPending, hasFailed: isError, dismiss: reset };
}

const NAMED = /filename\*=UTF-8''([^;]+)/;

async function download(address: string): Promise<void> {
  const response = await fetch(address);
  if (!response.ok) throw new ApiProblem(response.status, response.statusText);
  const [, name] = NAMED.exec(response.headers.get('Content-Disposition') ?? '') ?? [];
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = name === undefined ? '' : decodeURIComponent(name);
  link.click();
  // The browser takes the file over in its own time.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
