import { Field, Label, Select } from '@digdir/designsystemet-react';
import { useId } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { Cycle } from '../../../cycle/cycle.js';
import { useCycles } from '../api/queries.js';
import { useTexts } from '../language/use-texts.js';
import { type View, viewPath } from './views.js';

/** The choice among a county's published school years; nothing where there is one only. */
export function CycleChoice({ cycle, view }: { readonly cycle: Cycle; readonly view: View }) {
  const { t } = useTexts();
  const id = useId();
  const search = useSearch();
  const [, navigate] = useLocation();
  const years = useCycles().data?.filter(({ county }) => county === cycle.county) ?? [];
  if (years.length < 2) return null;
  return (
    <Field>
      <Label htmlFor={id} className="ds-sr-only">
        {t('ui.school-year')}
      </Label>
      <Select
        id={id}
        width="auto"
        value={cycle.id}
        onChange={(event) =>
          navigate(`${viewPath(event.target.value, view)}${search === '' ? '' : `?${search}`}`)
        }
      >
        {years.map(({ id: each, schoolYear }) => (
          <Select.Option key={each} value={each}>
            {schoolYear}
          </Select.Option>
        ))}
      </Select>
    </Field>
  );
}
