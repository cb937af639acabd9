/** RFC 6266: a file name in ASCII for old clients and one in UTF-8. */
export function contentDisposition(fileName: string, type: 'inline' | 'attachment'): string {
  const ascii = fileName
    .replace(/[æÆ]/g, 'ae')
    .replace(/[øØ]/g, 'o')
    .replace(/[åÅ]/g, 'a')
    .replace(/[^\w.-]/g, '-');
  return `${type}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(fileName)}`;
}
