import { Checkbox, Fieldset, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { LANGUAGES, type Language } from '../../../../../language/text.js';
import type { Unit } from '../../../../../units/unit.js';
import { LeadTimeFields } from '../../../administration/lead-time-fields.js';
import { ReminderWayField } from '../../../administration/reminder-way-field.js';
import { pointedFields } from '../../../data/api/pointed-fields.js';
import { ApiProblem, presentState } from '../../../data/api/problem.js';
import type { Person } from '../../../data/county/people.js';
import { LANGUAGE_NAMES } from '../../../data/language/i18n.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { WorkDialog } from '../../../ui/dialog/work-dialog.js';
import { Choice } from '../../../ui/field/choice.js';
import type { Worker } from '../../../ui/page/guarded.js';
import { FollowFields } from './follow-fields.js';
import { useSavePerson } from './person-changes.js';
import { type PersonValues, patchOf, rebased, rolesIn, valuesOf } from './person-form.js';
import { PersonNotices } from './person-notices.js';

interface PersonDialogProps {
  readonly worker: Worker;
  /** Null to add a new one. */
  readonly person: Person | null;
  readonly units: readonly Unit[];
  readonly onClose: () => void;
  readonly onDone: (message: string) => void;
}

/** Adds or edits a person: name and address, role, and reminders. */
export function PersonDialog({ worker, person, units, onClose, onDone }: PersonDialogProps) {
  const { t } = useTexts();
  const save = useSavePerson(worker.county);
  const [base, setBase] = useState(person);
  const [values, setValues] = useState<PersonValues>(() => valuesOf(person, worker.unit));
  const [hasConflict, setHasConflict] = useState(false);
  const flawed = pointedFields(save.error);
  const isLast = save.error instanceof ApiProblem && save.error.status === 409;
  const set = (changed: Partial<PersonValues>) => setValues((before) => ({ ...before, ...changed }));
  const ownUnits = units.filter(
    ({ id, retired }) =>
      id === values.unitId || (!retired && (worker.role === 'county-coordinator' || id === worker.unit)),
  );
  const unit = units.find(({ id }) => id === values.unitId) ?? { id: values.unitId, county: worker.county };
  const unitsWay = ('reminders' in unit && unit.reminders) || 'weekly';
  const isEachTask = (values.reminders ?? unitsWay) === 'each-task';
  const roles = [...new Set([...rolesIn(unit, worker.role), values.role])];
  const submit = (close: () => void) => {
    if (base && Object.keys(patchOf(values, base)).length === 0) return close();
    setHasConflict(false);
    save.mutate(
      { person: base, values },
      {
        onSuccess: ({ name }) => {
          onDone(t(base ? 'work.people.changed' : 'work.people.added', { name }));
          close();
        },
        onError: (error) => {
          const current = presentState<Person>(error);
          if (!base || !current) return;
          setValues((typed) => rebased(typed, base, current));
          setBase(current);
          setHasConflict(true);
        },
      },
    );
  };
  const errorOf = (name: 'name' | 'address' | 'unitId' | 'role') => {
    if (name === 'role' && isLast) return t('work.people.flaw.last-coordinator');
    return flawed.has(name) ? t(`work.people.flaw.${name}`) : undefined;
  };
  const tick = (name: 'weeklyDigest' | 'monthlyOutlook' | 'attachesCalendar') => (
    <Checkbox
      label={t(`work.people.field.${name}`)}
      checked={values[name]}
      onChange={(event) => set({ [name]: event.target.checked })}
    />
  );
  return (
    <WorkDialog
      title={person ? t('work.people.edit-of', { name: person.name }) : t('work.people.add')}
      confirm={t('work.administration.save')}
      isPending={save.isPending}
      error={save.error}
      isErrorShown={flawed.size > 0 || hasConflict}
      onConfirm={submit}
      onClose={onClose}
    >
      <PersonNotices base={base} values={values} hasConflict={hasConflict} onChange={set} />
      <Textfield
        label={t('work.people.field.name')}
        autoComplete="off"
        value={values.name}
        onChange={(event) => set({ name: event.target.value })}
        error={errorOf('name')}
      />
      <Textfield
        label={t('work.people.field.address')}
        description={t('work.people.address-help')}
        inputMode="email"
        autoComplete="off"
        value={values.address}
        onChange={(event) => set({ address: event.target.value })}
        error={errorOf('address')}
      />
      <Choice
        label={t('work.people.field.unitId')}
        value={values.unitId}
        options={ownUnits}
        error={errorOf('unitId')}
        onChoose={(unitId) => {
          const chosen = units.find(({ id }) => id === unitId);
          const fits = chosen && rolesIn(chosen, worker.role).includes(values.role);
          set({ unitId, ...(!fits && { role: 'none' }) });
        }}
      />
      <Choice
        label={t('work.people.field.role')}
        value={values.role}
        options={roles.map((role) => ({ id: role, name: t(`work.people.role.${role}`) }))}
        error={errorOf('role')}
        onChoose={(role) => set({ role: role as PersonValues['role'] })}
      />
      <Choice
        label={t('work.people.field.language')}
        value={values.language}
        options={LANGUAGES.map((each) => ({ id: each, name: LANGUAGE_NAMES[each] }))}
        onChoose={(language) => set({ language: language as Language })}
      />
      <Fieldset>
        <Fieldset.Legend>{t('work.people.reminders')}</Fieldset.Legend>
        <ReminderWayField
          value={values.reminders}
          unitsWay={unitsWay}
          onChoose={(reminders) => set({ reminders })}
        />
        {isEachTask && tick('weeklyDigest')}
        {tick('monthlyOutlook')}
        {tick('attachesCalendar')}
      </Fieldset>
      {isEachTask && (
        <LeadTimeFields
          texts={values.leadTimes}
          flawed={flawed}
          description={t('work.people.lead-times-help')}
          onChange={(leadTimes) => set({ leadTimes })}
        />
      )}
      <FollowFields follows={values.follows} followed={values.followed} onChange={set} />
    </WorkDialog>
  );
}
