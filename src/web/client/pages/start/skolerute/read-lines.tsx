import { Checkbox, Heading, Paragraph, Tag } from '@digdir/designsystemet-react';
import type { Translate } from '../../../../../language/translate.js';
import type { ReadFile } from '../../../data/county/skolerute.js';
import { dateInWords } from '../../../data/language/dates.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { WideTable } from '../../../ui/list/wide-table.js';
import { inWords } from './flaw-text.js';
import styles from './read-lines.module.css';
import { textPartName } from './text-part-name.js';

type ReadLine = ReadFile['lines'][number];

interface ReadLinesProps {
  readonly lines: readonly ReadLine[];
  /** Whether what is marked has been looked at. */
  readonly isLookedAt: boolean;
  readonly onLook: (isLookedAt: boolean) => void;
}

/** The lines of a pasted text, each beside what was understood of it, and marks on what was not. */
export function ReadLines({ lines, isLookedAt, onLook }: ReadLinesProps) {
  const { t } = useTexts();
  const count = markedLines(lines);
  const heading = t('work.skolerute.text.lines');
  const columns = (['line', 'words', 'understood'] as const).map((id) => ({
    id,
    label: t(`work.skolerute.text.${id}`),
  }));
  return (
    <>
      <Heading level={3} data-size="2xs">
        {heading}
      </Heading>
      <Paragraph role="status">
        {count > 0 ? t('work.skolerute.text.marked', { count }) : t('work.skolerute.text.all-understood')}
      </Paragraph>
      <WideTable name={heading} className={styles.lines} columns={columns}>
        <tbody>
          {lines
            .filter(({ text }) => text.trim() !== '')
            .map((line) => (
              <tr key={line.line} data-marked={line.marks.length > 0}>
                <td>{line.line}</td>
                <td className={styles.text}>{line.text}</td>
                <td>
                  <Understood line={line} />
                </td>
              </tr>
            ))}
        </tbody>
      </WideTable>
      {count > 0 && (
        <Checkbox
          label={t('work.skolerute.text.looked')}
          checked={isLookedAt}
          onChange={(event) => onLook(event.target.checked)}
        />
      )}
    </>
  );
}

/** How many lines are to be looked at. */
export function markedLines(lines: readonly ReadLine[]): number {
  return lines.filter(({ marks }) => marks.length > 0).length;
}

function Understood({ line: { found, marks, remarks } }: { readonly line: ReadLine }) {
  const { t } = useTexts();
  return (
    <ul className={styles.notes}>
      {found.map((part) => (
        <li key={`${part.part} ${part.from}`}>{partInWords(part, t)}</li>
      ))}
      {marks.map(({ code, values, what }) => (
        <li key={what}>
          <Tag data-size="sm" data-color="warning">
            {t('work.skolerute.text.to-check')}
          </Tag>{' '}
          {t(`work.skolerute.text.mark.${code}`, inWords(values, t))}
        </li>
      ))}
      {remarks.map(({ code, values, what }) => (
        <li key={what}>
          <Tag data-size="sm" data-color="neutral">
            {t('work.skolerute.text.left-alone')}
          </Tag>{' '}
          {t(`work.skolerute.text.remark.${code}`, inWords(values, t))}
        </li>
      ))}
    </ul>
  );
}

/** "Høstferie: mandag 5. oktober 2026 til fredag 9. oktober 2026". */
function partInWords({ part, from, to }: ReadLine['found'][number], t: Translate): string {
  const days = { part: textPartName(part, t), from: dateInWords(from, t), to: dateInWords(to, t) };
  return from === to
    ? t('work.skolerute.text.day', { part: days.part, date: days.from })
    : t('work.skolerute.text.period', days);
}
