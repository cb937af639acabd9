import { Alert, Button, Checkbox, Paragraph, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { LANGUAGES } from '../../../language/text.js';
import type { Unit } from '../../../units/unit.js';
import { ApiProblem, presentState } from '../data/api/problem.js';
import type { Partner } from '../data/county/units.js';
import { LANGUAGE_NAMES } from '../data/language/i18n.js';
import { useTexts } from '../data/language/use-texts.js';
import { DialogActions, DialogForm, TitledDialog } from '../ui/dialog/titled-dialog.js';
import { Choice } from '../ui/field/choice.js';
import { PresentState } from './present-state.js';
import { RouteChoice } from './route-choice.js';
import { useSaveUnit } from './save-unit.js';
import styles from './unit-dialog.module.css';
import { fieldFlaws } from './unit-flaws.js';
import {
  CHOSEN_KINDS,
  type FieldName,
  type FormValues,
  NEW_UNIT,
  patchOf,
  rebased,
  valuesOf,
} from './unit-form.js';

interface UnitDialogProps {
  readonly county: string;
  /** Null to add a new one. */
  readonly unit: Unit | null;
  readonly partners: readonly Partner[];
  readonly onClose: () => void;
  readonly onDone: (message: string) => void;
}

/** Adds a unit or changes one; what somebody else has changed meanwhile is shown beside what was typed. */
export function UnitDialog({ county, unit, partners, onClose, onDone }: UnitDialogProps) {
  const { t } = useTexts();
  const save = useSaveUnit(county);
  const [base, setBase] = useState(unit);
  const [values, setValues] = useState<FormValues>(unit ? valuesOf(unit) : NEW_UNIT);
  const [conflict, setConflict] = useState<Unit | null>(null);
  const status = save.error instanceof ApiProblem ? save.error.status : 0;
  const flaws = fieldFlaws(save.error);
  const isCounty = unit?.kind === 'county';

  const set = <K extends FieldName>(name: K, value: FormValues[K]) =>
    setValues((before) => ({ ...before, [name]: value }));
  const submit = (close: () => void) => {
    if (save.isPending) return;
    if (base && Object.keys(patchOf(values, base)).length === 0) return close();
    setConflict(null);
    save.mutate(
      { unit: base, values },
      {
        onSuccess: ({ name }) => {
          onDone(t(base ? 'work.units.changed' : 'work.units.added', { name }));
          close();
        },
        onError: (error) => {
          const current = presentState<Unit>(error);
          if (!base || !current) return;
          setValues((typed) => rebased(typed, base, current));
          setBase(current);
          setConflict(current);
        },
      },
    );
  };
  const errorOf = (name: FieldName) => {
    const flaw = flaws.get(name);
    return flaw && t(`work.units.flaw.${flaw}`);
  };
  const text = (
    name: 'name' | 'organisationNumber' | 'municipality' | 'address',
    more: { description?: string; inputMode?: 'numeric' | 'email'; required?: boolean } = {},
  ) => (
    <Textfield
      label={t(`work.units.field.${name}`)}
      name={name}
      autoComplete="off"
      value={values[name]}
      onChange={(event) => set(name, event.target.value)}
      error={errorOf(name)}
      {...more}
    />
  );
  return (
    <TitledDialog
      title={unit ? t('work.units.edit-of', { name: unit.name }) : t('work.units.add')}
      className={styles.dialog}
      onClose={onClose}
    >
      {(close) => (
        <DialogForm error={save.error} onSubmit={() => submit(close)}>
          {conflict && (
            <PresentState
              unit={conflict}
              partners={partners}
              onTake={() => {
                setValues(valuesOf(conflict));
                setConflict(null);
              }}
            />
          )}
          {save.isError && flaws.size === 0 && status !== 412 && (
            <Alert data-color="danger" role="alert" tabIndex={-1} data-refusal>
              {t([401, 403, 404].includes(status) ? 'work.units.refused' : 'work.units.failed')}
            </Alert>
          )}
          {isCounty ? (
            <Paragraph>{t('work.units.county-help')}</Paragraph>
          ) : (
            <>
              {text('name', { required: true })}
              <Choice
                label={t('work.units.field.kind')}
                name="kind"
                value={values.kind}
                error={errorOf('kind')}
                options={CHOSEN_KINDS.map((kind) => ({ id: kind, name: t(`work.units.kind.${kind}`) }))}
                onChoose={(kind) => set('kind', kind)}
              />
            </>
          )}
          {text('organisationNumber', {
            description: t('work.units.organisation-number-help'),
            inputMode: 'numeric',
          })}
          {text('municipality')}
          {text('address', { description: t('work.units.address-help'), inputMode: 'email' })}
          <Choice
            label={t('work.units.field.language')}
            name="language"
            value={values.language}
            error={errorOf('language')}
            options={LANGUAGES.map((id) => ({ id, name: LANGUAGE_NAMES[id] }))}
            onChoose={(language) => set('language', language)}
          />
          {!isCounty && (
            <Choice
              label={t('work.units.field.partner')}
              name="partner"
              value={values.partner}
              error={errorOf('partner')}
              options={[{ id: '', name: t('work.units.none') }, ...partners]}
              onChoose={(partner) => set('partner', partner)}
            />
          )}
          {!isCounty && (
            <RouteChoice
              county={county}
              route={values.route}
              error={errorOf('route')}
              onChoose={(route) => set('route', route)}
            />
          )}
          {unit && !isCounty && (
            <Checkbox
              label={t('work.units.field.retired')}
              description={t('work.units.retired-help')}
              checked={values.retired}
              onChange={(event) => set('retired', event.target.checked)}
            />
          )}
          <DialogActions>
            <Button type="submit" loading={save.isPending}>
              {t('work.units.save')}
            </Button>
            <Button type="button" variant="secondary" onClick={close}>
              {t('work.units.cancel')}
            </Button>
          </DialogActions>
        </DialogForm>
      )}
    </TitledDialog>
  );
}
