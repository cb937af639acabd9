const LIGHT: Readonly<Record<string, string>> = {
  'series-1': '#0b5f8a',
  'series-2': '#0f766e',
  'series-3': '#5b3fa0',
  'series-4': '#9a2f7a',
  'series-5': '#b0452c',
  'series-6': '#8a6410',
  'series-7': '#4b5563',
  'series-8': '#3f6212',
  today: '#c8102e',
};
const DARK: Readonly<Record<string, string>> = {
  'series-1': '#6cb8e6',
  'series-2': '#5cc9bd',
  'series-3': '#b39df0',
  'series-4': '#ea8fcd',
  'series-5': '#f09a80',
  'series-6': '#dcb559',
  'series-7': '#aeb8c6',
  'series-8': '#a3c46a',
  today: '#ff6b7d',
};

/** Gives the colours of the wheel to the style sheets, as `--wheel-…`, for each colour scheme. */
export function adoptPalettes(): void {
  const declare = (palette: Readonly<Record<string, string>>) =>
    Object.entries(palette)
      .map(([colour, hex]) => `--wheel-${colour}:${hex};`)
      .join('');
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :root{${declare(LIGHT)}}
    @media (prefers-color-scheme: dark){[data-color-scheme="auto"]{${declare(DARK)}}}
    [data-color-scheme="dark"]{${declare(DARK)}}
  `);
  document.adoptedStyleSheets.push(sheet);
}
