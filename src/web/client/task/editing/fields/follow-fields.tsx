import { Textfield } from '@digdir/designsystemet-react';
import { useTexts } from '../../../data/language/use-texts.js';
import { Section } from '../../../ui/page/section.js';
import type { FormPart } from '../form/form-context.js';
import { ChecklistEditor } from './checklist-editor.js';
import { LinksEditor } from './links-editor.js';

/** The fields for following up a task: reminders, steps and links. */
export function FollowFields({ form, put, errorOf }: FormPart<'reminders' | 'checklist' | 'links'>) {
  const { t } = useTexts();
  return (
    <Section look="form" title={t('work.editing.section.follow')}>
      <Textfield
        label={t('work.editing.field.reminders')}
        description={t('work.editing.reminders-help')}
        autoComplete="off"
        value={form.reminders}
        onChange={(event) => put({ reminders: event.target.value })}
        error={errorOf('reminders') && t('work.editing.reminders-flaw')}
      />
      <ChecklistEditor
        items={form.checklist}
        onChange={(items) => put({ checklist: items })}
        error={errorOf('checklist')}
      />
      <LinksEditor links={form.links} onChange={(links) => put({ links })} error={errorOf('links')} />
    </Section>
  );
}
