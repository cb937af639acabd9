import { useTexts } from '../data/language/use-texts.js';

/** The language to mark texts of the knowledge base with, which are in bokmål, where the page is in another. */
export function useSeedLang(): 'nb' | undefined {
  const { language } = useTexts();
  return language === 'nb' ? undefined : 'nb';
}
