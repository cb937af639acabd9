import { REMINDER_WAYS, type ReminderWay } from '../../../units/reminder-way.js';
import { useTexts } from '../data/language/use-texts.js';
import { Choice } from '../ui/field/choice.js';

interface ReminderWayFieldProps<Value extends ReminderWay | null> {
  readonly value: Value;
  /** The way of the person's unit, which they may leave it to; left out for a unit itself. */
  readonly unitsWay?: ReminderWay;
  readonly onChoose: (value: Value | ReminderWay) => void;
}

/** Chooses how somebody is reminded: by one mail a week, of each task for itself or, for a person, as their unit is. */
export function ReminderWayField<Value extends ReminderWay | null>({
  value,
  unitsWay,
  onChoose,
}: ReminderWayFieldProps<Value>) {
  const { t } = useTexts();
  const nameOf = (way: ReminderWay) => t(`work.administration.reminder-way.${way}`);
  const ways = REMINDER_WAYS.map((id) => ({ id: id as string, name: nameOf(id) }));
  const ofUnit =
    unitsWay === undefined
      ? []
      : [{ id: '', name: t('work.administration.reminder-way.as-unit', { way: nameOf(unitsWay) }) }];
  return (
    <Choice
      label={t('work.administration.reminder-way.label')}
      value={value ?? ''}
      options={[...ofUnit, ...ways]}
      onChoose={(chosen) => onChoose((chosen === '' ? null : chosen) as Value | ReminderWay)}
    />
  );
}
