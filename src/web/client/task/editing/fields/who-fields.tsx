import { useTexts } from '../../../data/language/use-texts.js';
import { Choice } from '../../../ui/field/choice.js';
import { ManyChoice } from '../../../ui/field/many-choice.js';
import { Section } from '../../../ui/page/section.js';
import type { FormPart } from '../form/form-context.js';
import { unitOptions } from '../form/form-names.js';
import styles from './fields.module.css';

/** Who is responsible for a task, and with whom. */
export function WhoFields({ form, put, errorOf, cycleView }: FormPart<'actor' | 'unitId' | 'partners'>) {
  const { t } = useTexts();
  const { actors, partners } = cycleView.vocabulary;
  return (
    <Section look="form" title={t('work.editing.section.who')}>
      <div className={styles.row}>
        <Choice
          label={t('work.editing.field.actor')}
          value={form.actor}
          options={actors}
          error={errorOf('actor')}
          onChoose={(actor) => put({ actor })}
        />
        <Choice
          label={t('work.editing.field.unitId')}
          value={form.unitId}
          options={[{ id: '', name: t('work.editing.every-unit') }, ...unitOptions(cycleView)]}
          error={errorOf('unitId')}
          onChoose={(unitId) => put({ unitId })}
        />
      </div>
      <ManyChoice
        label={t('work.editing.field.partners')}
        searchLabel={t('work.editing.search-partners')}
        chosen={form.partners}
        options={partners}
        error={errorOf('partners')}
        onChoose={(chosen) => put({ partners: chosen })}
      />
    </Section>
  );
}
