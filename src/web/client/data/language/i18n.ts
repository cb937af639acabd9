import type { QueryClient } from '@tanstack/react-query';
import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { LANGUAGES, type Language } from '../../../../language/text.js';
import { keepChoice, keptChoice } from '../browser/kept-choice.js';

const KEPT_AS = 'language';

const LOCALES = {
  nb: () => import('../../../../../data/locales/nb.yaml'),
  nn: () => import('../../../../../data/locales/nn.yaml'),
  en: () => import('../../../../../data/locales/en.yaml'),
} as const satisfies Record<Language, unknown>;

/** The name of each language in that language. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  nb: 'Bokmål',
  nn: 'Nynorsk',
  en: 'English',
};

const isLanguage = (text: string | null): text is Language => LANGUAGES.includes(text as Language);

/** The language in the address, else the one last chosen in this browser, else the server's choice. */
function firstLanguage(): Language {
  const asked = new URLSearchParams(location.search).get('language');
  const kept = keptChoice(KEPT_AS);
  const served = document.documentElement.lang;
  return [asked, kept, served].find(isLanguage) ?? 'nb';
}

/**
 * The texts for those who work, by the path of their file (`…/workbench/<section>.<language>.yaml`): those of what they
 * meet on every page, and those of pages of their own. Of each, a section by which it is known whether they are there.
 */
const WORK = {
  everywhere: {
    section: 'menu',
    files: {
      nb: () => import('./work-nb.js'),
      nn: () => import('./work-nn.js'),
      en: () => import('./work-en.js'),
    },
  },
  pages: {
    section: 'people',
    files: {
      nb: () => import('./work-pages-nb.js'),
      nn: () => import('./work-pages-nn.js'),
      en: () => import('./work-pages-en.js'),
    },
  },
} as const satisfies Record<string, { readonly section: string; readonly files: Record<Language, unknown> }>;

type WorkTexts = keyof typeof WORK;

/** What has been shown that is for those who work, so that its texts go along with the language. */
const shownWork = new Set<WorkTexts>();

async function load(i18n: i18n, language: Language): Promise<void> {
  if (!i18n.hasResourceBundle(language, 'translation')) {
    const { default: texts } = await LOCALES[language]();
    i18n.addResourceBundle(language, 'translation', texts);
  }
  await Promise.all([...shownWork].map((part) => loadWork(i18n, language, part)));
}

async function loadWork(i18n: i18n, language: Language, part: WorkTexts): Promise<void> {
  const { section, files } = WORK[part];
  if (i18n.exists(`work.${section}`, { lng: language, returnObjects: true })) return;
  const { default: texts } = await files[language]();
  const sections = Object.entries(texts).map(
    ([path, words]) => [/([\w-]+)\.\w+\.yaml$/.exec(path)?.[1], words] as const,
  );
  i18n.addResourceBundle(language, 'translation', { work: Object.fromEntries(sections) }, true);
}

function withTexts<T>(part: () => Promise<T>, ...texts: readonly WorkTexts[]): () => Promise<T> {
  return async () => {
    for (const each of texts) shownWork.add(each);
    const [loaded] = await Promise.all([part(), load(i18next, i18next.language as Language)]);
    return loaded;
  };
}

/** Fetches a part of the page that those who work meet everywhere, together with its texts. */
export function withWorkTexts<T>(part: () => Promise<T>): () => Promise<T> {
  return withTexts(part, 'everywhere');
}

/** Fetches a page, or a part of one, that is for those who work, together with all texts for them. */
export function withWorkPageTexts<T>(part: () => Promise<T>): () => Promise<T> {
  return withTexts(part, 'everywhere', 'pages');
}

/** Loads the texts of the page in the reader's language. */
export async function startLanguage(): Promise<void> {
  const language = firstLanguage();
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: {},
    interpolation: { escapeValue: false },
    react: { useSuspense: false, bindI18nStore: 'added' },
  });
  await load(i18next, language);
  document.documentElement.lang = language;
}

/**
 * Switches the language of the page, here and on the next visit. What has been fetched is shown in the old language
 * until it arrives in the new one: a page that waited for it would be unmounted, with everything typed in it.
 */
export async function changeLanguage(language: Language, queries: QueryClient): Promise<void> {
  await load(i18next, language);
  carryOver(queries, i18next.language, language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  keepChoice(KEPT_AS, language);
}

/** Copies what was fetched in one language to the keys of another, marked for an immediate refetch. */
function carryOver(queries: QueryClient, from: string, to: string): void {
  for (const { queryKey, state } of queries.getQueryCache().findAll()) {
    const key = queryKey.map((part) => (part === from ? to : part));
    if (state.data === undefined || queries.getQueryData(key) !== undefined) continue;
    queries.setQueryData(key, state.data, { updatedAt: 1 });
    // Also where it is held to be good for good.
    queries.getQueryCache().find({ queryKey: key, exact: true })?.invalidate();
  }
}
