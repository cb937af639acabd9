import { LEVELS } from '../../../../../task/level.js';
import { capitalised } from '../../../data/cycle/knowledge.js';
import { useKnowledge } from '../../../data/cycle/queries.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { Choice } from '../../../ui/field/choice.js';
import { ManyChoice } from '../../../ui/field/many-choice.js';
import { Section } from '../../../ui/page/section.js';
import type { FormPart } from '../form/form-context.js';
import styles from './fields.module.css';

/** The task's place in the framework, how much it matters, and the measures it serves. */
export function PlaceFields({
  form,
  put,
  errorOf,
  cycleView,
}: FormPart<'phase' | 'category' | 'level' | 'measures'>) {
  const { t } = useTexts();
  const knowledge = useKnowledge().data;
  const { phases, categories } = cycleView.vocabulary;
  const known = knowledge ? [...knowledge.measures.values()] : cycleView.measures;
  return (
    <Section look="form" title={t('work.editing.section.place')}>
      <div className={styles.row}>
        <Choice
          label={t('work.editing.field.phase')}
          value={form.phase}
          options={phases}
          error={errorOf('phase')}
          onChoose={(phase) => put({ phase })}
        />
        <Choice
          label={t('work.editing.field.category')}
          value={form.category}
          options={categories}
          error={errorOf('category')}
          onChoose={(category) => put({ category })}
        />
        <Choice
          label={t('column.level')}
          value={form.level}
          options={LEVELS.map((id) => ({ id, name: t(`level.${id}`) }))}
          error={errorOf('level')}
          onChoose={(level) => put({ level })}
        />
      </div>
      <ManyChoice
        label={t('work.editing.field.measures')}
        searchLabel={t('work.editing.search-measures')}
        chosen={form.measures}
        options={known.map(({ id, name }) => ({ id, name: capitalised(name) }))}
        error={errorOf('measures')}
        onChoose={(chosen) => put({ measures: chosen })}
      />
    </Section>
  );
}
