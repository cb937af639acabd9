import type { Translate } from '../../../../../language/translate.js';
import { dateInWords } from '../../../data/language/dates.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { ChangedMeanwhile } from '../../../ui/notice/changed-meanwhile.js';
import { partName } from './flaw-text.js';
import { BREAK_NAMES, DAY_LISTS, type SkoleruteValues } from './skolerute-form.js';

interface CorrectedMeanwhileProps {
  readonly from: SkoleruteValues;
  readonly to: SkoleruteValues;
  readonly onTake: () => void;
}

/** Says that the skolerute has been corrected since the form was opened, and shows the parts that differ. */
export function CorrectedMeanwhile({ from, to, onTake }: CorrectedMeanwhileProps) {
  const { t } = useTexts();
  const before = new Map(partsInWords(from, t));
  const changed = partsInWords(to, t).filter(([name, text]) => before.get(name) !== text);
  return (
    <ChangedMeanwhile
      title={t('work.skolerute.meanwhile')}
      help={t('work.skolerute.meanwhile-help')}
      current={changed}
      take={t('work.skolerute.take-current')}
      onTake={onTake}
    />
  );
}

/** The parts of a skolerute as pairs of name and value, in words. */
function partsInWords(values: SkoleruteValues, t: Translate): (readonly [string, string])[] {
  const { first, last, breaks, page, status } = values;
  const day = (date: string) => dateInWords(date, t);
  const orNone = (text: string) => (text === '' ? t('work.skolerute.none') : text);
  return [
    [partName('first-school-day', t), day(first)],
    ...BREAK_NAMES.map((name) => {
      const { from, to } = breaks[name];
      return [partName(name, t), t('date.period', { from: day(from), to: day(to) })] as const;
    }),
    [partName('last-school-day', t), day(last)],
    ...DAY_LISTS.map((name) => [partName(name, t), orNone(values[name].map(day).join(', '))] as const),
    [t('work.skolerute.source'), orNone(page)],
    [t('work.skolerute.status'), t(`work.skolerute.said.${status}`)],
  ];
}
