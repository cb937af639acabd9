import { Field, Input, Label, Select } from '@digdir/designsystemet-react';
import { LEVELS, type Level } from '../../../../../../../task/level.js';
import { STATUSES } from '../../../../../../../task/statuses.js';
import type { Status } from '../../../../../../../task/task-parts.js';
import { useTexts } from '../../../../../data/language/use-texts.js';
import type { BulkAction, BulkValues } from './bulk-actions.js';
import styles from './bulk-bar.module.css';

interface BulkFieldsProps {
  readonly action: BulkAction;
  readonly values: BulkValues;
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly onChange: (more: Partial<BulkValues>) => void;
}

/** The fields of a bulk action: how far to move, whom to assign to, or which level or status to set. */
export function BulkFields({ action, values, units, onChange }: BulkFieldsProps) {
  const { t } = useTexts();
  if (action === 'move') {
    return (
      <>
        <Field data-size="sm" className={styles.days}>
          <Label>{t('work.bulk.days')}</Label>
          <Input
            type="number"
            min={1}
            max={190}
            value={values.days}
            onChange={({ target }) => onChange({ days: target.value })}
          />
        </Field>
        <Choice
          label={t('work.bulk.direction')}
          value={values.direction}
          options={(['later', 'earlier'] as const).map((id) => ({ id, name: t(`work.bulk.${id}`) }))}
          onChoose={(direction) => onChange({ direction: direction as BulkValues['direction'] })}
        />
      </>
    );
  }
  if (action === 'assign') {
    return (
      <Choice
        label={t('work.bulk.unit')}
        value={values.unitId}
        options={[{ id: '', name: t('work.bulk.every-unit') }, ...units]}
        onChoose={(unitId) => onChange({ unitId })}
      />
    );
  }
  if (action === 'level') {
    return (
      <Choice
        label={t('work.bulk.level')}
        value={values.level}
        options={LEVELS.map((id) => ({ id, name: t(`level.${id}`) }))}
        onChoose={(level) => onChange({ level: level as Level })}
      />
    );
  }
  return (
    <Choice
      label={t('work.bulk.status')}
      value={values.status}
      options={STATUSES.map((id) => ({ id, name: t(`status.${id}`) }))}
      onChoose={(status) => onChange({ status: status as Status })}
    />
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: BulkFieldsProps['units'];
  readonly onChoose: (value: string) => void;
}

function Choice({ label, value, options, onChoose }: ChoiceProps) {
  return (
    <Field data-size="sm">
      <Label>{label}</Label>
      <Select value={value} onChange={({ target }) => onChoose(target.value)}>
        {options.map(({ id, name }) => (
          <Select.Option key={id} value={id}>
            {name}
          </Select.Option>
        ))}
      </Select>
    </Field>
  );
}
