import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../../language/text.js';
import type { Translate } from '../../../../language/translate.js';

/** The texts of the page in the reader's language; the same function until the language changes. */
export function useTexts(): { readonly t: Translate; readonly language: Language } {
  const { t, i18n } = useTranslation();
  const language = i18n.language as Language;
  return useMemo(() => ({ t: (key, values) => t(key, { ...values }), language }), [t, language]);
}

/** The `lang` of knowledge-base texts, which are in bokmål, when the page is in another language. */
export function useSeedLang(): 'nb' | undefined {
  const { language } = useTexts();
  return language === 'nb' ? undefined : 'nb';
}
