import type { IsoDate } from '../../../../../calendar/iso-date.js';
import type { CycleView } from '../../../../../cycle/view/cycle-view.js';
import { whenOf } from '../../../../../task/wording.js';
import { capitalised } from '../../../data/cycle/knowledge.js';
import { useKnowledge } from '../../../data/cycle/queries.js';
import { useTexts } from '../../../data/language/use-texts.js';
import type { Option } from '../../../ui/field/choice.js';
import { templateTitles, unitOptions } from './form-context.js';
import { ruleWords } from './rule-words.js';
import type { TaskField, TaskForm } from './task-form.js';

/** Gives what a form says in a field, as people read it. */
export function useTaskFieldWords(cycleView: CycleView): (field: TaskField, form: TaskForm) => string {
  const { t } = useTexts();
  const measures = useKnowledge().data?.measures;
  const titles = templateTitles(cycleView);
  const { phases, categories, actors, partners } = cycleView.vocabulary;
  const nameIn = (options: readonly Option[], id: string) =>
    options.find((option) => option.id === id)?.name ?? id;
  return (field, form) => {
    switch (field) {
      case 'title':
      case 'description':
      case 'reminders':
        return form[field];
      case 'kind':
        return t(`kind.${form.kind}`);
      case 'status':
        return t(`status.${form.status}`);
      case 'when':
        return form.when.by === 'rule'
          ? ruleWords(form.when.rule, t, (key) => titles.get(key) ?? key)
          : daysWords(form.when, t);
      case 'time':
        return [form.time.start, form.time.end].filter((time) => time !== '').join('–');
      case 'leeway':
        return (['before', 'after'] as const)
          .filter((side) => form.leeway[side] !== '')
          .map((side) => `${t(`work.editing.leeway-${side}`)}: ${form.leeway[side]}`)
          .join('\n');
      case 'actor':
        return nameIn(actors, form.actor);
      case 'unitId':
        return form.unitId === ''
          ? t('work.editing.every-unit')
          : nameIn(unitOptions(cycleView), form.unitId);
      case 'partners':
        return form.partners.map((id) => nameIn(partners, id)).join('\n');
      case 'phase':
        return nameIn(phases, form.phase);
      case 'category':
        return nameIn(categories, form.category);
      case 'measures':
        return form.measures.map((id) => capitalised(measures?.get(id)?.name ?? id)).join('\n');
      case 'checklist':
        return form.checklist
          .map(({ text, done }) => `${text} (${t(done ? 'ui.task.done' : 'ui.task.not-done')})`)
          .join('\n');
      case 'links':
        return form.links.map(({ title, url }) => `${title}: ${url}`).join('\n');
      default:
        return field satisfies never;
    }
  };
}

/** Days as they are written in a form: the end is empty for one day. */
export function daysWords(
  { start, end }: { readonly start: string; readonly end: string },
  t: Parameters<typeof whenOf>[1]['t'],
): string {
  if (start === '') return '';
  // What a date field gives is a date.
  const days = { start: start as IsoDate, end: (end === '' ? start : end) as IsoDate };
  return whenOf({ ...days, startTime: null, endTime: null }, { t });
}
