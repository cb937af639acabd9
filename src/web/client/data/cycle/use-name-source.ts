import { useMemo } from 'react';
import type { NameSource } from './names.js';

/** What a cycle's names are taken from: the same as long as no name is another, whatever becomes of its tasks. */
export function useNameSource({ vocabulary, units, county }: NameSource): NameSource {
  return useMemo(() => ({ vocabulary, units, county }), [vocabulary, units, county]);
}
