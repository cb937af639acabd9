import type { FieldInWords } from '../../../../cycle/history/change-in-words.js';
import { useTexts } from '../../data/language/use-texts.js';
import styles from './field-changes.module.css';

/** The changed fields of a task, before and after. */
export function FieldChanges({ fields }: { readonly fields: readonly FieldInWords[] }) {
  const { t } = useTexts();
  if (fields.length === 0) return null;
  return (
    <dl className={styles.fields}>
      {fields.map(({ field, name, before, after }) => (
        <div key={field}>
          <dt>{name}</dt>
          <dd>
            {before !== null && (
              <>
                <span className="ds-sr-only">{t('work.history.before')} </span>
                <del>{before}</del>
              </>
            )}
            {before !== null && after !== null && <span aria-hidden> → </span>}
            {after !== null && (
              <>
                {before !== null && <span className="ds-sr-only"> {t('work.history.after')} </span>}
                <ins>{after}</ins>
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
