import { readFileSync } from 'node:fs';

const SEED = readFileSync(
  new URL('../../data/framework/kunnskapsgrunnlaget-2015.txt', import.meta.url),
  'utf8',
);

/** Letters and digits only: line breaks, hyphenation and spacing of the extracted PDF fall away. */
export const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();

/** The text of a section, from its heading in the body (not the table of contents) to the next one. */
export function section(heading: string, next: string): string {
  const body = SEED.indexOf('1. Rammeverket', SEED.indexOf('5. Vedlegg'));
  const start = SEED.indexOf(heading, body);
  const end = SEED.indexOf(next, start + heading.length);
  if (body < 0 || start < 0 || end < 0) throw new Error(`the seed has no section from ${heading} to ${next}`);
  return SEED.slice(start, end);
}

export const PHASE_SECTIONS: Readonly<Record<string, string>> = {
  '2.1': section('2.1.', '2.2.'),
  '2.2': section('2.2.', '2.3.'),
  '2.3': section('2.3.', '2.4.'),
  '2.4': section('2.4.', '2.5.'),
  '2.5': section('2.5.', '2.6.'),
  '2.6': section('2.6.', '2.7.'),
  '2.7': section('2.7.', '3. Fire ulike'),
};

export const CATEGORY_SECTIONS: Readonly<Record<string, string>> = {
  '3.1': section('3.1. Tiltak', '3.2. Tiltak'),
  '3.2': section('3.2. Tiltak', '3.3. Tiltak'),
  '3.3': section('3.3. Tiltak', '3.4. Konkrete'),
  '3.4': section('3.4. Konkrete', '4. Oversikt over innsendte'),
};

export const MEASURE_SECTIONS: Readonly<Record<string, string>> = {
  '4.1': section('4.1. Tiltak', '4.2. Tiltak'),
  '4.2': section('4.2. Tiltak', '4.3. Tiltak'),
  '4.3': section('4.3. Tiltak', '1 Innsendt februar'),
  '4.4': section('4.4. Tiltak', '5. Vedlegg'),
};

export const DESCRIPTION_SECTION = SEED.slice(SEED.lastIndexOf('Mal på tiltaksbeskrivelse'));

/** What follows each bullet sign of a section, to its end; bullets with nothing behind them are left out. */
export function bullets(text: string, sign = '•'): string[] {
  return text
    .split(sign)
    .slice(1)
    .filter((rest) => letters(rest.split('\n')[0] ?? '') !== '')
    .map(letters);
}

/** The web addresses of a text, in order, each as often as it stands. */
export function addresses(text: string): string[] {
  return [...text.matchAll(/^\s*(https?:\/\/\S+)\s*$/gm)].map(([, url]) => url as string);
}

export const ALL_ADDRESSES = addresses(SEED);
