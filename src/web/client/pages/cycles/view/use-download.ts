import { useMutation } from '@tanstack/react-query';
import { fetchFile } from '../../../data/api/fetch-file.js';

/**
 * Fetches a file and passes it to the browser's downloads: posters take a second to make and may have to wait for
 * others, which a plain link would not show.
 */
export function useDownload() {
  const { mutate, isPending, isError, reset } = useMutation({ mutationFn: download });
  return { download: mutate, isMaking: isPending, hasFailed: isError, dismiss: reset };
}

async function download(address: string): Promise<void> {
  const { name, content } = await fetchFile(address);
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser starts the download asynchronously.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
