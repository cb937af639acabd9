import { useTexts } from '../../../data/language/use-texts.js';
import type { AdjustmentField, AdjustmentForm } from './adjustment-form.js';
import { daysWords } from './task-form.js';

/** Returns the value of a field of an adjustment's form, in words. */
export function useAdjustmentFieldWords(): (field: AdjustmentField, form: AdjustmentForm) => string {
  const { t } = useTexts();
  return (field, { own, status, hidden }) => {
    switch (field) {
      case 'own':
        return daysWords(own, t);
      case 'status':
        return status ? t(`status.${status}`) : '';
      case 'hidden':
        return hidden.is ? hidden.reason : t('work.editing.not-hidden');
      default:
        return field satisfies never;
    }
  };
}
