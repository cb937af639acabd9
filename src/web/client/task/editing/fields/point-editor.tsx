import { Fieldset, Textfield } from '@digdir/designsystemet-react';
import { ANCHORS, type Anchor, ROLLS } from '../../../../../calendar/anchors-and-rolls.js';
import { WEEKDAYS } from '../../../../../calendar/iso-date.js';
import type { CycleView } from '../../../../../cycle/view/cycle-view.js';
import type { Translate } from '../../../../../language/translate.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { Choice } from '../../../ui/field/choice.js';
import { templateTitles } from '../form/form-names.js';
import { LASTING, POINT_KINDS, type PointDraft } from '../form/rule-draft.js';
import { OffsetFields } from './offset-fields.js';
import styles from './rule-editor.module.css';

interface PointEditorProps {
  readonly label: string;
  readonly point: PointDraft;
  readonly cycleView: CycleView;
  readonly ownKey: string | null;
  readonly onChange: (point: PointDraft) => void;
}

/** One day of a rule: what it is counted by, and what becomes of it when it is no day to act on. */
export function PointEditor({ label, point, cycleView, ownKey, onChange }: PointEditorProps) {
  const { t } = useTexts();
  const put = (change: Partial<PointDraft>) => onChange({ ...point, ...change });
  return (
    <Fieldset className={styles.point}>
      <Fieldset.Legend data-size="sm">{label}</Fieldset.Legend>
      <div className={styles.parts}>
        <div className={styles.wide}>
          <Choice
            label={t('work.editing.rule-kind')}
            value={point.kind}
            options={POINT_KINDS.map((id) => ({ id, name: t(`work.editing.rule.${id}`) }))}
            onChoose={(kind) => put({ kind })}
          />
        </div>
        <KindFields point={point} put={put} cycleView={cycleView} ownKey={ownKey} />
        <div className={styles.wide}>
          <Choice
            label={t('work.editing.roll')}
            value={point.roll}
            options={ROLLS.map((id) => ({
              id,
              name:
                id === 'none'
                  ? t('work.editing.roll-none')
                  : t('work.editing.roll-to', { day: t(`roll.${id}`) }),
            }))}
            onChoose={(roll) => put({ roll })}
          />
        </div>
      </div>
    </Fieldset>
  );
}

interface KindFieldsProps extends Pick<PointEditorProps, 'point' | 'cycleView' | 'ownKey'> {
  readonly put: (change: Partial<PointDraft>) => void;
}

/** What a kind of rule is made of. */
function KindFields({ point, put, cycleView, ownKey }: KindFieldsProps) {
  const { t } = useTexts();
  const number = (field: 'dayOfMonth' | 'week') => (
    <Textfield
      label={t(`work.editing.rule-${field}`)}
      inputMode="numeric"
      autoComplete="off"
      value={point[field]}
      onChange={(event) => put({ [field]: event.target.value })}
    />
  );
  const month = (
    <Choice
      label={t('work.editing.rule-month')}
      value={point.month}
      options={MONTHS.map((id) => ({ id, name: t(`month.${id}`) }))}
      onChoose={(chosen) => put({ month: chosen })}
    />
  );
  const weekday = (
    <Choice
      label={t('work.editing.rule-weekday')}
      value={point.weekday}
      options={WEEKDAYS.map((id) => ({ id, name: t(`weekday.${id}`) }))}
      onChoose={(chosen) => put({ weekday: chosen })}
    />
  );
  switch (point.kind) {
    case 'fixed-day':
      return (
        <>
          {number('dayOfMonth')}
          {month}
        </>
      );
    case 'weekday-of-week':
      return (
        <>
          {weekday}
          {number('week')}
        </>
      );
    case 'nth-weekday':
      return (
        <>
          <Choice
            label={t('work.editing.rule-nth')}
            value={point.nth}
            options={NTH.map((id) => ({ id, name: t(`nth.${id}`) }))}
            onChoose={(nth) => put({ nth })}
          />
          {weekday}
          {month}
        </>
      );
    case 'anchor':
      return (
        <>
          <Choice
            label={t('work.editing.rule-anchor')}
            value={`${point.anchor} ${point.edge}`}
            options={placesOf(t)}
            onChoose={(place) => {
              const [anchor, edge] = place.split(' ') as [Anchor, PointDraft['edge']];
              put({ anchor, edge });
            }}
          />
          <OffsetFields point={point} put={put} />
        </>
      );
    case 'template':
      return (
        <>
          <div className={styles.wide}>
            <Choice
              label={t('work.editing.rule-template')}
              value={point.template}
              options={[{ id: '', name: t('work.editing.choose') }, ...tasksOf(cycleView, ownKey, point)]}
              onChoose={(template) => put({ template })}
            />
          </div>
          <Choice
            label={t('work.editing.rule-edge')}
            value={point.edge}
            options={(['start', 'end'] as const).map((id) => ({ id, name: t(`edge.${id}`) }))}
            onChoose={(edge) => put({ edge })}
          />
          <OffsetFields point={point} put={put} />
        </>
      );
    default:
      return point.kind satisfies never;
  }
}

const MONTHS = ['8', '9', '10', '11', '12', '1', '2', '3', '4', '5', '6', '7'];

const NTH = ['1', '2', '3', '4', '5', '-1', '-2', '-3'];

/** The places of the school year; of those that last both their first and their last day. */
function placesOf(t: Translate) {
  return ANCHORS.flatMap((anchor) => {
    const edges = LASTING.includes(anchor) ? (['start', 'end'] as const) : (['start'] as const);
    return edges.map((edge) => ({ id: `${anchor} ${edge}`, name: t(`anchor.${anchor}.${edge}`) }));
  });
}

/** The other tasks that a rule can count from, by title; one that is not in the cycle any more by its key. */
function tasksOf(cycleView: CycleView, ownKey: string | null, { template }: PointDraft) {
  const titles = templateTitles(cycleView);
  const known = [...titles]
    .filter(([key]) => key !== ownKey)
    .map(([id, name]) => ({ id, name }))
    .sort((a, b) => a.name.localeCompare(b.name, 'nb'));
  return template === '' || titles.has(template) ? known : [...known, { id: template, name: template }];
}
