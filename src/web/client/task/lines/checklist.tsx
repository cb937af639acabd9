import { CheckmarkCircleFillIcon, CircleIcon } from '@navikt/aksel-icons';
import type { ChecklistItem } from '../../../../task/task-parts.js';
import { useTexts } from '../../data/language/use-texts.js';
import { Section } from '../../ui/page/section.js';
import styles from './checklist.module.css';

/** The steps of a task, to read. */
export function Checklist({ items }: { readonly items: readonly ChecklistItem[] }) {
  const { t } = useTexts();
  const done = items.filter((item) => item.done).length;
  return (
    <Section
      title={t('ui.task.checklist')}
      aside={<span className={styles.count}>{t('ui.task.steps-done', { done, count: items.length })}</span>}
    >
      <ul className={styles.list}>
        {items.map((item) => (
          <li key={item.id} data-done={item.done}>
            {item.done ? <CheckmarkCircleFillIcon aria-hidden /> : <CircleIcon aria-hidden />}
            <span>
              {item.text}
              <span className="ds-sr-only"> ({t(item.done ? 'ui.task.done' : 'ui.task.not-done')})</span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
