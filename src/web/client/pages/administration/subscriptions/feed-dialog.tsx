import { Checkbox, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { LANGUAGES, type Language } from '../../../../../language/text.js';
import type { Unit } from '../../../../../units/unit.js';
import { pointedFields } from '../../../data/api/pointed-fields.js';
import { LANGUAGE_NAMES } from '../../../data/language/i18n.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { ContentChoice } from '../../../task/feed/content-choice.js';
import { LOOK_CHOICES } from '../../../task/feed/feed-choices.js';
import { LookFields } from '../../../task/feed/look-fields.js';
import { FacetMenu } from '../../../task/filter/facet-menu.js';
import { WorkDialog } from '../../../ui/dialog/work-dialog.js';
import { Choice } from '../../../ui/field/choice.js';
import { Toolbar } from '../../../ui/list/toolbar.js';
import type { Worker } from '../../../ui/page/guarded.js';
import { defaultInWords } from './default-in-words.js';
import { contentOf, FACETS, type FeedValues, FORMS, valuesOf, withFacet, withUnit } from './feed-form.js';
import { type Feed, useChangeFeed } from './feeds.js';
import { useFacetOptions } from './use-facet-options.js';

interface FeedDialogProps {
  readonly worker: Worker;
  /** Null to create a new one. */
  readonly feed: Feed | null;
  readonly units: readonly Unit[];
  readonly onClose: () => void;
  readonly onDone: (feed: Feed) => void;
}

/** Creates or edits a feed: its name, what it shows, and how. */
export function FeedDialog({ worker, feed, units, onClose, onDone }: FeedDialogProps) {
  const { t, language } = useTexts();
  const isCounty = worker.role === 'county-coordinator';
  const change = useChangeFeed(worker.county);
  const optionsOf = useFacetOptions();
  const [values, setValues] = useState<FeedValues>(() =>
    valuesOf(feed, isCounty ? null : worker.unit, language),
  );
  const set = (changed: Partial<FeedValues>) => setValues((before) => ({ ...before, ...changed }));
  const flawed = pointedFields(change.error);
  const { filter } = values;
  const seen = units.filter(
    ({ id, kind, retired }) =>
      kind !== 'county' && (id === filter.unit || (!retired && (isCounty || id === worker.unit))),
  );
  return (
    <WorkDialog
      title={feed ? t('work.subscriptions.edit-of', { name: feed.name }) : t('work.subscriptions.add')}
      confirm={t('work.administration.save')}
      isPending={change.isPending}
      error={change.error}
      isErrorShown={flawed.has('name')}
      onConfirm={(close) =>
        change.mutate(
          feed
            ? { kind: 'change', feed, patch: contentOf(values) }
            : { kind: 'make', feed: contentOf(values) },
          {
            onSuccess: (saved) => {
              onDone(saved);
              close();
            },
          },
        )
      }
      onClose={onClose}
    >
      <Textfield
        label={t('work.subscriptions.name')}
        description={feed ? undefined : t('work.subscriptions.name-help')}
        autoComplete="off"
        value={values.name}
        onChange={(event) => set({ name: event.target.value })}
        error={flawed.has('name') ? t('work.subscriptions.name-flaw') : undefined}
      />
      <Choice
        label={t('work.subscriptions.unit')}
        value={filter.unit ?? ''}
        options={[{ id: '', name: t('work.subscriptions.common') }, ...seen]}
        onChoose={(unit) => set({ filter: withUnit(filter, unit) })}
      />
      <ContentChoice
        filter={filter}
        byDefault={t('work.subscriptions.default', { what: defaultInWords(filter, t) })}
        onFilter={(chosen) => set({ filter: chosen })}
      />
      {filter.unit !== undefined && (
        <Checkbox
          label={t('work.subscriptions.responsible-only')}
          checked={filter.responsibleOnly ?? false}
          onChange={(event) => set({ filter: { ...filter, responsibleOnly: event.target.checked } })}
        />
      )}
      <Toolbar>
        {FACETS.map((facet) => (
          <FacetMenu
            key={facet}
            label={t(`work.subscriptions.facet.${facet}`)}
            options={optionsOf(facet)}
            chosen={filter[facet] ?? []}
            onChoose={(chosen) => set({ filter: withFacet(filter, facet, chosen) })}
          />
        ))}
      </Toolbar>
      <Choice
        label={t('work.subscriptions.language')}
        value={values.language}
        options={LANGUAGES.map((each) => ({ id: each, name: LANGUAGE_NAMES[each] }))}
        onChoose={(chosen) => set({ language: chosen as Language })}
      />
      <Choice
        label={t('work.subscriptions.form')}
        value={values.form}
        options={FORMS.map((form) => ({ id: form, name: t(`work.subscriptions.${form}`) }))}
        onChoose={(form) => set({ form: form as FeedValues['form'] })}
      />
      <LookFields
        values={values}
        offered={LOOK_CHOICES.filter((choice) => choice !== 'bars' || values.form === 'events')}
        onChoose={set}
      />
      <Checkbox
        label={t('work.subscriptions.alarms')}
        checked={values.alarms}
        onChange={(event) => set({ alarms: event.target.checked })}
      />
    </WorkDialog>
  );
}
