import { useTranslation } from 'react-i18next';
import type { Language } from '../../../language/text.js';
import type { Translate } from '../../../language/translator.js';

/** The texts of the page in the reader's language. */
export function useTexts(): { readonly t: Translate; readonly language: Language } {
  const { t, i18n } = useTranslation();
  return { t: (key, values) => t(key, { ...values }), language: i18n.language as Language };
}
