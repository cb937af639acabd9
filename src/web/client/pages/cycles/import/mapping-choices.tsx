import { Alert, Button, Details } from '@digdir/designsystemet-react';
import { useState } from 'react';
import {
  type Mapping,
  NEEDED_FIELDS,
  TABLE_FIELDS,
  type TableField,
} from '../../../../../exchange/table-events.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { Choice } from '../../../ui/field/choice.js';
import styles from './import-page.module.css';

interface MappingChoicesProps {
  readonly columns: readonly string[];
  /** The mapping so far: columns recognised by their names, or chosen before. */
  readonly mapping: Mapping;
  /** Whether columns must be chosen before the rows can be read. */
  readonly isNeeded: boolean;
  readonly onMap: (mapping: Mapping) => void;
}

/** Which column of a table is which field of a task. */
export function MappingChoices({ columns, mapping, isNeeded, onMap }: MappingChoicesProps) {
  const { t } = useTexts();
  const [chosen, setChosen] = useState<Mapping>(mapping);
  const options = [
    { id: '', name: t('work.importing.no-column') },
    ...columns.filter((column) => column !== '').map((column) => ({ id: column, name: column })),
  ];
  const nameOf = (field: TableField) => {
    const name = t(`column.${field}`);
    return (NEEDED_FIELDS as readonly TableField[]).includes(field)
      ? t('work.importing.needed', { field: name })
      : name;
  };
  const lacking = NEEDED_FIELDS.filter((field) => chosen[field] === undefined);
  return (
    <Details defaultOpen={isNeeded} data-color="neutral">
      <Details.Summary>{t('work.importing.mapping')}</Details.Summary>
      <Details.Content className={styles.mapping}>
        {isNeeded && (
          <Alert data-color="info" data-size="sm">
            {t('work.importing.mapping-needed')}
          </Alert>
        )}
        <div className={styles.fields}>
          {TABLE_FIELDS.map((field) => (
            <Choice
              key={field}
              isSmall
              label={nameOf(field)}
              value={chosen[field] ?? ''}
              options={options}
              onChoose={(column) => setChosen({ ...chosen, [field]: column === '' ? undefined : column })}
            />
          ))}
        </div>
        <Button
          variant="secondary"
          className={styles.confirm}
          disabled={lacking.length > 0}
          onClick={() => onMap(chosen)}
        >
          {t('work.importing.map')}
        </Button>
      </Details.Content>
    </Details>
  );
}
