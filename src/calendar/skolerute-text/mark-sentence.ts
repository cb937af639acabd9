import type { TextMark, TextRemark } from './part.js';

/** A mark or remark as an English sentence without its end, to be read after the number of the line. */
export function markSentence(mark: TextMark | TextRemark): string {
  switch (mark.code) {
    case 'no-part':
      return 'has a date of nothing that is known';
    case 'no-date':
      return 'names a part, but no date of it was found';
    case 'half-break':
      return 'gives one end of a break; the other was not found';
    case 'unclear':
      return 'is not clear';
    case 'either-or':
      return 'leaves a choice';
    case 'unusual':
      return `${mark.from === mark.to ? mark.from : `${mark.from} to ${mark.to}`} is unusual for this part`;
    case 'year-unclear':
      return 'may be of another school year';
    case 'other-weekday':
      return `${mark.date} is not a ${mark.weekday}`;
    case 'other-week':
      return `${mark.date} is not in week ${mark.week}`;
    case 'on-weekend':
      return `${mark.date} is on a weekend`;
    case 'pupils-off-unsaid':
      return `does not say whether pupils are off on ${mark.date}`;
    case 'contradicts':
      return `contradicts line ${mark.line}`;
    case 'other-sum':
      return `the publisher counts ${mark.published} pupil days; they add up to ${mark.counted}`;
    case 'other-year':
      return `is of ${mark.schoolYear}`;
    case 'not-of-pupils':
      return 'does not concern pupils at school';
    case 'public-holiday':
      return 'is a public holiday';
    case 'school-day':
      return 'is an ordinary school day';
    case 'summer':
      return 'is of the summer holiday';
    case 'in-break':
      return 'is in a break';
    case 'outside-terms':
      return 'is outside of the school terms';
    case 'said-before':
      return `says the same as line ${mark.line}`;
    case 'counts':
      return 'counts pupil days';
    default:
      return mark satisfies never;
  }
}
