import type { Translate } from '../language/translate.js';
import type { WheelWords } from './model.js';

/** The words of a wheel in one language. */
export function wheelWords(t: Translate, description: string): WheelWords {
  return {
    months: Array.from({ length: 12 }, (_, index) => t(`month.${index + 1}`)),
    week: t('wheel.week'),
    today: t('wheel.today'),
    hidden: (count) => t('wheel.hidden', { count }),
    deadline: t('kind.deadline'),
    activity: t('kind.activity'),
    cooperation: t('kind.cooperation'),
    done: t('status.done'),
    cancelled: t('status.cancelled'),
    provisional: t('wheel.provisional'),
    description,
  };
}
