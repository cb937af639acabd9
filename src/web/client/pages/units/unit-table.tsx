import { Tag } from '@digdir/designsystemet-react';
import type { Unit } from '../../../../units/unit.js';
import type { Partner } from '../../data/county/units.js';
import { useTexts } from '../../data/language/use-texts.js';
import { RowAction } from '../../ui/list/row-action.js';
import { WideTable } from '../../ui/list/wide-table.js';
import { grouped, KINDS } from '../../units/unit-form.js';
import styles from './unit-table.module.css';

interface UnitTableProps {
  readonly units: readonly Unit[];
  readonly partners: readonly Partner[];
  readonly onEdit: (unit: Unit) => void;
}

const COLUMNS = ['kind', 'organisationNumber', 'municipality', 'address', 'partner'] as const;

/** The units of a county, grouped by kind. */
export function UnitTable({ units, partners, onEdit }: UnitTableProps) {
  const { t } = useTexts();
  const groups = KINDS.map((kind) => ({ kind, ofKind: units.filter((unit) => unit.kind === kind) }));
  return (
    <WideTable
      name={t('work.units.title')}
      className={styles.units}
      columns={[
        ...(['name', ...COLUMNS] as const).map((id) => ({ id, label: t(`work.units.field.${id}`) })),
        { id: 'edit', label: t('work.units.edit') },
      ]}
    >
      {groups.map(
        ({ kind, ofKind }) =>
          ofKind.length > 0 && (
            <tbody key={kind}>
              <tr className={styles.group}>
                <th scope="rowgroup" colSpan={COLUMNS.length + 2}>
                  {t(`work.units.group.${kind}`)} <span className={styles.count}>{ofKind.length}</span>
                </th>
              </tr>
              {ofKind.map((unit) => (
                <tr key={unit.id} data-retired={unit.retired}>
                  <th scope="row">
                    {unit.name}{' '}
                    {unit.retired && (
                      <Tag data-color="neutral" data-size="sm">
                        {t('work.units.retired-tag')}
                      </Tag>
                    )}
                  </th>
                  <td>{t(`work.units.kind.${unit.kind}`)}</td>
                  <td className={styles.number}>{grouped(unit.organisationNumber)}</td>
                  <td>{unit.municipality}</td>
                  <td>{unit.address}</td>
                  <td>{partners.find(({ id }) => id === unit.partner)?.name ?? unit.partner}</td>
                  <td>
                    <RowAction
                      label={t('work.units.edit-of', { name: unit.name })}
                      onAct={() => onEdit(unit)}
                    >
                      {t('work.units.edit')}
                    </RowAction>
                  </td>
                </tr>
              ))}
            </tbody>
          ),
      )}
    </WideTable>
  );
}
