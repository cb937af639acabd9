import { Textfield } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { ANCHORS, type Anchor } from '../../../../../calendar/anchors-and-rolls.js';
import { WEEKDAYS } from '../../../../../calendar/iso-date.js';
import type { PointKind } from '../../../../../calendar/point-rules.js';
import type { CycleView } from '../../../../../cycle/view/cycle-view.js';
import type { Translate } from '../../../../../language/translate.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { Choice } from '../../../ui/field/choice.js';
import { templateTitles } from '../form/form-names.js';
import { LASTING, type PointDraft } from '../form/point-draft.js';
import { OffsetFields } from './offset-fields.js';
import styles from './rule-editor.module.css';

interface PointFieldsProps {
  readonly point: PointDraft;
  readonly put: (change: Partial<PointDraft>) => void;
  readonly cycleView: CycleView;
  /** The key of the task being dated, which its own rule cannot count from. */
  readonly ownKey: string | null;
}

/** The fields of each kind of rule. */
const FIELDS: Readonly<Record<PointKind, (props: PointFieldsProps) => ReactNode>> = {
  'fixed-day': (props) => (
    <>
      <NumberField {...props} field="dayOfMonth" />
      <MonthField {...props} />
    </>
  ),
  'weekday-of-week': (props) => (
    <>
      <WeekdayField {...props} />
      <NumberField {...props} field="week" />
    </>
  ),
  'nth-weekday': (props) => (
    <>
      <NthField {...props} />
      <WeekdayField {...props} />
      <MonthField {...props} />
    </>
  ),
  anchor: (props) => (
    <>
      <PlaceField {...props} />
      <OffsetFields {...props} />
    </>
  ),
  template: (props) => (
    <>
      <TemplateField {...props} />
      <EdgeField {...props} />
      <OffsetFields {...props} />
    </>
  ),
};

/** The fields of a one-day rule, by its kind. */
export function PointFields(props: PointFieldsProps) {
  return FIELDS[props.point.kind](props);
}

function NumberField({ point, put, field }: PointFieldsProps & { readonly field: 'dayOfMonth' | 'week' }) {
  const { t } = useTexts();
  return (
    <Textfield
      label={t(`work.editing.rule-${field}`)}
      inputMode="numeric"
      autoComplete="off"
      value={point[field]}
      onChange={(event) => put({ [field]: event.target.value })}
    />
  );
}

const MONTHS = ['8', '9', '10', '11', '12', '1', '2', '3', '4', '5', '6', '7'];

function MonthField({ point, put }: PointFieldsProps) {
  const { t } = useTexts();
  return (
    <Choice
      label={t('work.editing.rule-month')}
      value={point.month}
      options={MONTHS.map((id) => ({ id, name: t(`month.${id}`) }))}
      onChoose={(month) => put({ month })}
    />
  );
}

function WeekdayField({ point, put }: PointFieldsProps) {
  const { t } = useTexts();
  return (
    <Choice
      label={t('work.editing.rule-weekday')}
      value={point.weekday}
      options={WEEKDAYS.map((id) => ({ id, name: t(`weekday.${id}`) }))}
      onChoose={(weekday) => put({ weekday })}
    />
  );
}

const NTH = ['1', '2', '3', '4', '5', '-1', '-2', '-3'];

function NthField({ point, put }: PointFieldsProps) {
  const { t } = useTexts();
  return (
    <Choice
      label={t('work.editing.rule-nth')}
      value={point.nth}
      options={NTH.map((id) => ({ id, name: t(`nth.${id}`) }))}
      onChoose={(nth) => put({ nth })}
    />
  );
}

function PlaceField({ point, put }: PointFieldsProps) {
  const { t } = useTexts();
  return (
    <Choice
      label={t('work.editing.rule-anchor')}
      value={`${point.anchor} ${point.edge}`}
      options={placesOf(t)}
      onChoose={(place) => {
        const [anchor, edge] = place.split(' ') as [Anchor, PointDraft['edge']];
        put({ anchor, edge });
      }}
    />
  );
}

/** The anchors of the school year; for those that last, both their first and their last day. */
function placesOf(t: Translate) {
  return ANCHORS.flatMap((anchor) => {
    const edges = LASTING.includes(anchor) ? (['start', 'end'] as const) : (['start'] as const);
    return edges.map((edge) => ({ id: `${anchor} ${edge}`, name: t(`anchor.${anchor}.${edge}`) }));
  });
}

function TemplateField({ point, put, cycleView, ownKey }: PointFieldsProps) {
  const { t } = useTexts();
  return (
    <div className={styles.wide}>
      <Choice
        label={t('work.editing.rule-template')}
        value={point.template}
        options={[{ id: '', name: t('work.editing.choose') }, ...tasksOf(cycleView, ownKey, point)]}
        onChoose={(template) => put({ template })}
      />
    </div>
  );
}

/** The other tasks that a rule can count from, by title; one that is no longer in the cycle by its key. */
function tasksOf(cycleView: CycleView, ownKey: string | null, { template }: PointDraft) {
  const titles = templateTitles(cycleView);
  const known = [...titles]
    .filter(([key]) => key !== ownKey)
    .map(([id, name]) => ({ id, name }))
    .sort((a, b) => a.name.localeCompare(b.name, 'nb'));
  return template === '' || titles.has(template) ? known : [...known, { id: template, name: template }];
}

function EdgeField({ point, put }: PointFieldsProps) {
  const { t } = useTexts();
  return (
    <Choice
      label={t('work.editing.rule-edge')}
      value={point.edge}
      options={(['start', 'end'] as const).map((id) => ({ id, name: t(`edge.${id}`) }))}
      onChoose={(edge) => put({ edge })}
    />
  );
}
