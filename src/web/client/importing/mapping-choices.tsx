import { Alert, Button, Details, Field, Label, Select } from '@digdir/designsystemet-react';
import { useId, useState } from 'react';
import type { Mapping, TableField } from '../../../exchange/table-events.js';
import { useTexts } from '../language/use-texts.js';
import styles from './import-page.module.css';

/** What a column can be, what is needed first. */
const FIELDS = [
  'title',
  'start',
  'end',
  'startTime',
  'endTime',
  'description',
  'kind',
  'phase',
  'category',
  'actor',
  'partners',
  'url',
  'id',
] as const satisfies readonly TableField[];

const NEEDED: readonly TableField[] = ['title', 'start'];

interface MappingChoicesProps {
  readonly columns: readonly string[];
  /** As far as the columns are known by their names, or were chosen before. */
  readonly mapping: Mapping;
  /** Whether the rows cannot be read before columns are chosen. */
  readonly isNeeded: boolean;
  readonly onMap: (mapping: Mapping) => void;
}

/** Which column of a table is which field of a task. */
export function MappingChoices({ columns, mapping, isNeeded, onMap }: MappingChoicesProps) {
  const { t } = useTexts();
  const [chosen, setChosen] = useState<Mapping>(mapping);
  const lacking = NEEDED.filter((field) => chosen[field] === undefined);
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
          {FIELDS.map((field) => (
            <ColumnChoice
              key={field}
              field={field}
              columns={columns}
              column={chosen[field]}
              onChoose={(column) => setChosen({ ...chosen, [field]: column })}
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

interface ColumnChoiceProps {
  readonly field: TableField;
  readonly columns: readonly string[];
  readonly column: string | undefined;
  readonly onChoose: (column: string | undefined) => void;
}

function ColumnChoice({ field, columns, column, onChoose }: ColumnChoiceProps) {
  const { t } = useTexts();
  const id = useId();
  const name = t(`column.${field}`);
  return (
    <Field data-size="sm">
      <Label htmlFor={id}>
        {NEEDED.includes(field) ? t('work.importing.needed', { field: name }) : name}
      </Label>
      <Select
        id={id}
        value={column ?? ''}
        onChange={(event) => onChoose(event.target.value === '' ? undefined : event.target.value)}
      >
        <Select.Option value="">{t('work.importing.no-column')}</Select.Option>
        {columns
          .filter((each) => each !== '')
          .map((each) => (
            <Select.Option key={each} value={each}>
              {each}
            </Select.Option>
          ))}
      </Select>
    </Field>
  );
}
