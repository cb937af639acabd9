import { Paragraph } from '@digdir/designsystemet-react';
import type { Unit } from '../../../units/unit.js';
import type { Partner } from '../data/county/units.js';
import { LANGUAGE_NAMES } from '../data/language/i18n.js';
import { useTexts } from '../data/language/use-texts.js';
import { ChangedMeanwhile } from '../ui/notice/changed-meanwhile.js';
import { FIELDS, type FieldName } from './unit-form.js';

interface PresentStateProps {
  readonly unit: Unit;
  readonly partners: readonly Partner[];
  readonly onTake: () => void;
}

/** Says that somebody has changed the unit meanwhile, and how it is now. */
export function PresentState({ unit, partners, onTake }: PresentStateProps) {
  const { t } = useTexts();
  const shown = (field: FieldName): string | null => {
    if (field === 'kind') return t(`work.units.kind.${unit.kind}`);
    if (field === 'language') return LANGUAGE_NAMES[unit.language];
    if (field === 'partner') return partners.find(({ id }) => id === unit.partner)?.name ?? unit.partner;
    return field === 'retired' ? null : unit[field];
  };
  return (
    <ChangedMeanwhile
      isAnswer
      title={t('work.units.conflict')}
      help={t('work.units.conflict-help')}
      current={FIELDS.filter((field) => field !== 'retired').map((field) => [
        t(`work.units.field.${field}`),
        shown(field) ?? t('work.units.none'),
      ])}
      take={t('work.units.take-current')}
      onTake={onTake}
    >
      {unit.retired && <Paragraph>{t('work.units.retired-tag')}</Paragraph>}
      <Paragraph>{t('work.units.conflict-end')}</Paragraph>
    </ChangedMeanwhile>
  );
}
