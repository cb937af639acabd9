/** Returns a test of whether texts contain every word of a query, in upper or lower case; a query without words matches everything. */
export function searchWords(query: string): (text: string) => boolean {
  const words = query
    .toLocaleLowerCase('nb')
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return () => true;
  return (text) => {
    const lower = text.toLocaleLowerCase('nb');
    return words.every((word) => lower.includes(word));
  };
}
