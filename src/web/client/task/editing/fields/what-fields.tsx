import { Field, Label, Textarea, Textfield, ValidationMessage } from '@digdir/designsystemet-react';
import { useTexts } from '../../../data/language/use-texts.js';
import { Choice } from '../../../ui/field/choice.js';
import { Section } from '../../../ui/page/section.js';
import type { FormPart } from '../form/form-context.js';
import { REMINDERS } from '../form/task-form.js';
import styles from './fields.module.css';

const KINDS = ['deadline', 'activity', 'cooperation'] as const;

export const STATUS_ORDER = ['planned', 'started', 'done', 'cancelled'] as const;

/** What a task is: title, description, kind and status. */
export function WhatFields({
  form,
  put,
  errorOf,
}: FormPart<'title' | 'description' | 'kind' | 'status' | 'reminders'>) {
  const { t } = useTexts();
  const error = errorOf('description');
  return (
    <Section look="form" title={t('work.editing.section.what')}>
      <Textfield
        label={t('work.editing.field.title')}
        autoComplete="off"
        required
        value={form.title}
        onChange={(event) => put({ title: event.target.value })}
        error={errorOf('title')}
      />
      <Field>
        <Label>{t('work.editing.field.description')}</Label>
        <Textarea
          rows={4}
          value={form.description}
          aria-invalid={error !== undefined}
          onChange={(event) => put({ description: event.target.value })}
        />
        {error !== undefined && <ValidationMessage>{error}</ValidationMessage>}
      </Field>
      <div className={styles.row}>
        <Choice
          label={t('work.editing.field.kind')}
          value={form.kind}
          options={KINDS.map((id) => ({ id, name: t(`kind.${id}`) }))}
          error={errorOf('kind')}
          onChoose={(kind) => {
            // Only replaces the defaults of the kind, not lead times that somebody has chosen.
            const isGiven = form.reminders === REMINDERS[form.kind];
            put({ kind, ...(isGiven && { reminders: REMINDERS[kind] }) });
          }}
        />
        <StatusChoice status={form.status} onChoose={(status) => put({ status })} />
      </div>
    </Section>
  );
}

interface StatusChoiceProps {
  readonly status: (typeof STATUS_ORDER)[number];
  readonly onChoose: (status: (typeof STATUS_ORDER)[number]) => void;
}

/** The status of a task. */
export function StatusChoice({ status, onChoose }: StatusChoiceProps) {
  const { t } = useTexts();
  return (
    <Choice
      label={t('work.editing.field.status')}
      value={status}
      options={STATUS_ORDER.map((id) => ({ id, name: t(`status.${id}`) }))}
      onChoose={onChoose}
    />
  );
}
