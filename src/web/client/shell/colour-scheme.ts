import { useState } from 'react';
import { keepChoice, keptChoice } from '../data/browser/kept-choice.js';

export const COLOUR_SCHEMES = ['auto', 'light', 'dark'] as const;

export type ColourScheme = (typeof COLOUR_SCHEMES)[number];

const KEPT_AS = 'colour-scheme';

const kept = (): ColourScheme => COLOUR_SCHEMES.find((scheme) => scheme === keptChoice(KEPT_AS)) ?? 'auto';

/** Shows the page in the colours last chosen here; those of the system when none were. Paper is light whatever was chosen. */
export function startColourScheme(): void {
  const { dataset } = document.documentElement;
  dataset.colorScheme = kept();
  addEventListener('beforeprint', () => {
    dataset.colorScheme = 'light';
  });
  addEventListener('afterprint', () => {
    dataset.colorScheme = kept();
  });
}

/** The colours that the page is shown in, and how to choose others. */
export function useColourScheme(): readonly [ColourScheme, (scheme: ColourScheme) => void] {
  const [scheme, setScheme] = useState(kept);
  return [
    scheme,
    (chosen) => {
      keepChoice(KEPT_AS, chosen);
      document.documentElement.dataset.colorScheme = chosen;
      setScheme(chosen);
    },
  ];
}
