import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useEffect, useRef } from 'react';
import type { Unit } from '../../../units/unit.js';
import { LANGUAGE_NAMES } from '../language/i18n.js';
import { useTexts } from '../language/use-texts.js';
import styles from './unit-dialog.module.css';
import { FIELDS, type FieldName } from './unit-form.js';
import type { Partner } from './units.js';

interface PresentStateProps {
  readonly unit: Unit;
  readonly partners: readonly Partner[];
  readonly onTake: () => void;
}

/** Says that somebody has changed the unit meanwhile, and how it is now. */
export function PresentState({ unit, partners, onTake }: PresentStateProps) {
  const { t } = useTexts();
  const alert = useRef<HTMLDivElement>(null);
  useEffect(() => alert.current?.focus(), []);
  const shown = (field: FieldName): string | null => {
    if (field === 'kind') return t(`work.units.kind.${unit.kind}`);
    if (field === 'language') return LANGUAGE_NAMES[unit.language];
    if (field === 'partner') return partners.find(({ id }) => id === unit.partner)?.name ?? unit.partner;
    return field === 'retired' ? null : unit[field];
  };
  return (
    <Alert ref={alert} data-color="warning" role="alert" tabIndex={-1}>
      <Heading level={3} data-size="2xs">
        {t('work.units.conflict')}
      </Heading>
      <Paragraph>{t('work.units.conflict-help')}</Paragraph>
      <dl className={styles.present}>
        {FIELDS.filter((field) => field !== 'retired').map((field) => (
          <div key={field}>
            <dt>{t(`work.units.field.${field}`)}</dt>
            <dd>{shown(field) ?? t('work.units.none')}</dd>
          </div>
        ))}
      </dl>
      {unit.retired && <Paragraph>{t('work.units.retired-tag')}</Paragraph>}
      <Paragraph>{t('work.units.conflict-end')}</Paragraph>
      <Button type="button" variant="secondary" data-size="sm" onClick={onTake}>
        {t('work.units.take-current')}
      </Button>
    </Alert>
  );
}
