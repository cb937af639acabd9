import { Checkbox, Fieldset, Popover } from '@digdir/designsystemet-react';
import { ChevronDownIcon } from '@navikt/aksel-icons';
import styles from './filter-bar.module.css';

export interface Option {
  readonly id: string;
  readonly name: string;
}

interface FacetMenuProps {
  readonly label: string;
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  readonly onChoose: (values: readonly string[]) => void;
}

/** A button that opens the values of one facet, several of which can be chosen. */
export function FacetMenu({ label, options, chosen, onChoose }: FacetMenuProps) {
  const toggle = (id: string, isChosen: boolean) =>
    onChoose(isChosen ? [...chosen, id] : chosen.filter((each) => each !== id));
  return (
    <Popover.TriggerContext>
      <Popover.Trigger
        variant="secondary"
        data-size="sm"
        className={styles.facet}
        data-chosen={chosen.length > 0}
      >
        {label}
        {chosen.length > 0 && <span className={styles.count}>{chosen.length}</span>}
        <ChevronDownIcon aria-hidden />
      </Popover.Trigger>
      <Popover placement="bottom-start" className={styles.menu} data-size="sm">
        <Fieldset>
          <Fieldset.Legend>{label}</Fieldset.Legend>
          {options.map(({ id, name }) => (
            <Checkbox
              key={id}
              label={name}
              value={id}
              checked={chosen.includes(id)}
              onChange={(event) => toggle(id, event.target.checked)}
            />
          ))}
        </Fieldset>
      </Popover>
    </Popover.TriggerContext>
  );
}
