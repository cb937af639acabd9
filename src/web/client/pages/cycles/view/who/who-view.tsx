import { ToggleGroup } from '@digdir/designsystemet-react';
import { useMemo } from 'react';
import { useParameter } from '../../../../data/address/use-parameter.js';
import { useTexts } from '../../../../data/language/use-texts.js';
import { useToday } from '../../../../data/language/use-today.js';
import { Nothing } from '../../../../ui/page/states.js';
import type { ViewProps } from '../any-view/view-props.js';
import { readWhoKind, WHO_KINDS, whoRows } from './who-rows.js';
import { WhoTable } from './who-table.js';
import styles from './who-view.module.css';

/** Who does what when: actors, units or partners by the months of the school year. */
export default function WhoView({ cycleView, tasks }: ViewProps) {
  const { t } = useTexts();
  const today = useToday();
  const [asked, setAsked] = useParameter('rows');
  const kind = readWhoKind(asked, cycleView);
  const rows = useMemo(() => whoRows(kind, tasks, cycleView, t), [kind, tasks, cycleView, t]);
  const kinds = WHO_KINDS.filter((each) => each !== 'unit' || cycleView.units.length > 0);
  return (
    <div className={styles.view}>
      <ToggleGroup
        className={styles.rows}
        data-size="sm"
        data-toggle-group={t('ui.who.rows')}
        value={kind}
        onChange={setAsked}
      >
        {kinds.map((each) => (
          <ToggleGroup.Item key={each} value={each}>
            {t(`ui.who.by-${each}`)}
          </ToggleGroup.Item>
        ))}
      </ToggleGroup>
      {rows.length === 0 ? (
        <Nothing text="ui.who.none-of-rows" />
      ) : (
        <WhoTable key={kind} rows={rows} cycleView={cycleView} today={today} />
      )}
    </div>
  );
}
