/** Tells of texts whether every word of a query stands in them, in any case; a query without words fits all. */
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
