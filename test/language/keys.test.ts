import { describe, expect, it } from 'vitest';
import { AUDIT_EVENTS } from '../../src/access/audit/audit-event.js';
import { ROLLS } from '../../src/calendar/anchors-and-rolls.js';
import { describeNoDate, describeReason } from '../../src/calendar/describe.js';
import { isoDate } from '../../src/calendar/iso-date.js';
import { labelOf } from '../../src/calendar/school-year-label.js';
import { SKOLERUTE_PARTS } from '../../src/calendar/skolerute.js';
import { TEXT_PARTS, type TextMark, type TextRemark } from '../../src/calendar/skolerute-text/part.js';
import { CHANGE_KINDS } from '../../src/cycle/history/change-in-words.js';
import { ACTIONS } from '../../src/cycle/history.js';
import { NOT_CARRIED_REASONS } from '../../src/cycle/lifecycle/rollover.js';
import { TIMINGS } from '../../src/cycle/view/my-task-kinds.js';
import { DATA_DIRECTORY } from '../../src/datafiles/data-directory.js';
import { FlawCollector } from '../../src/datafiles/flaw-collector.js';
import { readLocales } from '../../src/datafiles/locale-files.js';
import { OUTCOMES } from '../../src/exchange/import-plan.js';
import { TABLE_FIELDS } from '../../src/exchange/table-events.js';
import type { Translate } from '../../src/language/translate.js';
import type { Locale } from '../../src/language/translator.js';
import { GIVEN_ROLES } from '../../src/people/given-role.js';
import { SECTIONS } from '../../src/reminders/plan/owed-reminder.js';
import { PURPOSES } from '../../src/reminders/recipients/signed-link.js';
import { ROLES, TOKEN_SCOPES } from '../../src/routing/caller.js';
import { bodyProblem } from '../../src/routing/problem.js';
import type { AdjustmentFlaw } from '../../src/task/adjustment.js';
import type { EditFlaw } from '../../src/task/edit-flaw.js';
import { FIELD_NAMES } from '../../src/task/fields.js';
import { LEVELS } from '../../src/task/level.js';
import { LEVEL_REASONS } from '../../src/task/level-schema.js';
import { STATUSES } from '../../src/task/statuses.js';
import { BASES, KINDS } from '../../src/task/template.js';
import { UNIT_KINDS } from '../../src/units/unit.js';
import { VIEWS } from '../../src/web/client/data/address/views.js';
import { flawText } from '../../src/web/client/data/api/flaw-text.js';
import { ZOOM_KINDS } from '../../src/web/client/pages/cycles/view/any-view/zoom.js';
import { inWords } from '../../src/web/client/pages/start/skolerute/flaw-text.js';
import { textPartName } from '../../src/web/client/pages/start/skolerute/text-part-name.js';
import {
  BLANK_POINT,
  OFFSET_UNITS,
  POINT_KINDS,
  pointWords,
} from '../../src/web/client/task/editing/form/point-draft.js';
import { CONTENTS, LOOK_CHOICES } from '../../src/web/client/task/feed/feed-choices.js';
import { GROUPINGS } from '../../src/wheel/wheel-of-tasks.js';
import { askedTexts, textFlaws } from './asked-texts.js';
import { MONTHS, NO_DATE_REASONS, NTH, REASONS } from './reason-samples.js';

/** The texts of each language, as data/locales holds them. */
const locales = readLocales(DATA_DIRECTORY, new FlawCollector());
if (!locales) throw new Error('data/locales cannot be read');

const templateTitle = (key: string) => key;

/** Samples of a union of flaws: one of each code. A new code needs a line here. */
type Flaws<Flaw extends { readonly code: string }> = {
  readonly [Code in Flaw['code']]: Extract<Flaw, { code: Code }>;
};

const day = isoDate('2027-03-01');

const EDIT_FLAWS: Flaws<EditFlaw> = {
  'date-and-rule': { code: 'date-and-rule', field: 'rule' },
  'no-date': { code: 'no-date', field: 'start' },
  'outside-school-year': { code: 'outside-school-year', field: 'start', date: day },
  'end-before-start': { code: 'end-before-start', field: 'end', start: day, end: day },
  'end-time-before-start': { code: 'end-time-before-start', field: 'endTime' },
  'end-time-without-start': { code: 'end-time-without-start', field: 'endTime' },
  'skipped-time': { code: 'skipped-time', field: 'startTime', date: day },
  'unknown-unit': { code: 'unknown-unit', field: 'unitId', id: '39-skole' },
  'rule-repeats': { code: 'rule-repeats', field: 'rule' },
  'rule-of-itself': { code: 'rule-of-itself', field: 'rule' },
  'rule-without-date': {
    code: 'rule-without-date',
    field: 'rule',
    reason: { kind: 'reference-has-no-date', template: 'skolestart' },
  },
  'unknown-partner': { code: 'unknown-partner', field: 'partners', id: 'nav' },
  'unknown-measure': { code: 'unknown-measure', field: 'measures', id: 'ov1-trivsel' },
  'cooperation-without-partner': { code: 'cooperation-without-partner', field: 'partners' },
};

const ADJUSTMENT_FLAWS: Flaws<AdjustmentFlaw> = {
  'no-leeway': { code: 'no-leeway', field: 'start' },
  'outside-window': { code: 'outside-window', field: 'start', window: { from: day, to: day } },
  'outside-school-year': { code: 'outside-school-year', field: 'start', date: day },
  'end-before-start': { code: 'end-before-start', field: 'end', start: day, end: day },
  'skipped-time': { code: 'skipped-time', field: 'start', date: day },
  'unknown-step': { code: 'unknown-step', field: 'ticked', id: 'a' },
};

const TEXT_MARKS: Flaws<TextMark> = {
  'no-part': { code: 'no-part' },
  'no-date': { code: 'no-date' },
  'half-break': { code: 'half-break' },
  unclear: { code: 'unclear' },
  'either-or': { code: 'either-or' },
  unusual: { code: 'unusual', from: day, to: day },
  'year-unclear': { code: 'year-unclear' },
  'other-weekday': { code: 'other-weekday', date: day, weekday: 'tue' },
  'other-week': { code: 'other-week', week: 40, date: day },
  'on-weekend': { code: 'on-weekend', date: day },
  'pupils-off-unsaid': { code: 'pupils-off-unsaid', date: day },
  contradicts: { code: 'contradicts', line: 3 },
  'other-sum': { code: 'other-sum', published: 190, counted: 189 },
};

const TEXT_REMARKS: Flaws<TextRemark> = {
  'other-year': { code: 'other-year', schoolYear: labelOf(2027) },
  'not-of-pupils': { code: 'not-of-pupils' },
  'public-holiday': { code: 'public-holiday' },
  'school-day': { code: 'school-day' },
  summer: { code: 'summer' },
  'in-break': { code: 'in-break' },
  'outside-terms': { code: 'outside-terms' },
  'said-before': { code: 'said-before', line: 3 },
  counts: { code: 'counts' },
};

/** Each flaw as the page says it, from what the API answers. */
const sayFlaws = (flaws: Readonly<Record<string, EditFlaw | AdjustmentFlaw>>) => (t: Translate) =>
  Object.values(flaws).map((flaw) => flawText(bodyProblem(flaw, ''), t, templateTitle));

/**
 * What asks for texts by the members of a union. Where a function words the union, it is called with samples of each
 * member; where the key is made of a member's name, the row makes the keys. A new union needs a row here.
 */
const ASKING: Readonly<Record<string, (t: Translate) => unknown>> = {
  'the reasons of a date': (t) =>
    REASONS.map((reason) => describeReason(reason, { t, templateTitle, language: 'nb' })),
  'the reasons why a rule has no date': (t) =>
    NO_DATE_REASONS.map((reason) => describeNoDate(reason, { t, templateTitle })),
  'the kinds of rule in the form': (t) => POINT_KINDS.map((kind) => t(`work.editing.rule.${kind}`)),
  'a rule in words': (t) =>
    POINT_KINDS.flatMap((kind) =>
      (['none', 'before', 'after'] as const).flatMap((shift) =>
        OFFSET_UNITS.flatMap((unit) =>
          ROLLS.map((roll) => pointWords({ ...BLANK_POINT, kind, shift, unit, roll }, t, templateTitle)),
        ),
      ),
    ),
  'the choices of a rule': (t) => [
    OFFSET_UNITS.map((unit) => t(`work.editing.unit-${unit}`)),
    (['none', 'before', 'after'] as const).map((shift) => t(`work.editing.shift-${shift}`)),
    MONTHS.map((month) => t(`month.${month}`)),
    NTH.map((nth) => t(`nth.${nth}`)),
  ],
  'what is wrong with a change of a task': sayFlaws(EDIT_FLAWS),
  'what is wrong with a unit’s own view': sayFlaws(ADJUSTMENT_FLAWS),
  'the fields of tasks': (t) => Object.values(FIELD_NAMES).map((key) => t(key)),
  'statuses, kinds and bases': (t) => [
    STATUSES.map((status) => t(`status.${status}`)),
    KINDS.map((kind) => [t(`kind.${kind}`), t(`summary.${kind}`, { title: '' })]),
    BASES.map((basis) => t(`basis.${basis}`)),
  ],
  'levels and their reasons': (t) =>
    LEVELS.map((level) => [
      t(`level.${level}`),
      LEVEL_REASONS[level].map((reason) => t(`level-reason.${reason}`)),
    ]),
  'the choices of a feed': (t) => [
    CONTENTS.map((content) => t(`subscribe.contents.${content}`)),
    LOOK_CHOICES.map((choice) => t(`subscribe.choice.${choice}`)),
    LEVELS.map((level) => t(`filter.level-${level}`)),
  ],
  'what people do to a cycle': (t) =>
    ACTIONS.map((action) => [t(`work.history.kind.${action}`), t(`work.history.did.${action}`, { who: '' })]),
  // What is only changed has no mark of its own.
  'what becomes of an entry': (t) =>
    CHANGE_KINDS.filter((kind) => kind !== 'changed').map((kind) => t(`change.kind.${kind}`)),
  'parts of a cycle’s and a unit’s life': (t) => [
    UNIT_KINDS.map((kind) => [t(`work.units.kind.${kind}`), t(`work.units.group.${kind}`)]),
    SKOLERUTE_PARTS.map((part) => [t(`part.${part}`), t(`work.skolerute.part.${part}`)]),
    TIMINGS.map((due) => t(`work.mine.group.${due}`)),
  ],
  'a skolerute as a text': (t) => [
    TEXT_PARTS.map((part) => textPartName(part, t)),
    Object.values(TEXT_MARKS).map(({ code, ...values }) =>
      t(`work.skolerute.text.mark.${code}`, inWords(values, t)),
    ),
    Object.values(TEXT_REMARKS).map(({ code, ...values }) =>
      t(`work.skolerute.text.remark.${code}`, inWords(values, t)),
    ),
  ],
  'who may do what': (t) => [
    ROLES.map((role) => t(`role.${role}`)),
    GIVEN_ROLES.map((role) => t(`work.people.role.${role}`)),
    TOKEN_SCOPES.map((scope) => t(`work.tokens.scope.${scope}`)),
    AUDIT_EVENTS.map((event) => t(`work.audit.events.${event}`)),
  ],
  'what is said in mails': (t) => [
    SECTIONS.filter((section) => section !== 'weekly').map((section) => t(`mail.section-${section}`)),
    ['this', 'next', 'later'].map((week) => t(`mail.week-${week}`, { week: 48 })),
    PURPOSES.map((purpose) => t(`mail.link-do-${purpose}`)),
  ],
  'tables that are read': (t) => [
    TABLE_FIELDS.map((field) => t(`column.${field}`)),
    OUTCOMES.map((outcome) => [
      t(`work.importing.outcome-${outcome}`),
      t(`work.importing.count-${outcome}`, { count: 2 }),
    ]),
  ],
  'the ways to look at a cycle': (t) => [
    VIEWS.map((view) => t(`ui.view.${view}`)),
    GROUPINGS.map((grouping) => t(`wheel.by-${grouping}`)),
    ZOOM_KINDS.map((zoom) => t(`wheel.zoom-${zoom}`)),
  ],
  'why a task is not carried into the next year': (t) =>
    NOT_CARRIED_REASONS.map((reason) => t(`work.rework.reason.${reason}`)),
};

describe('every text that can be asked for', () => {
  it.each(Object.entries(ASKING))('is there in each language, with its values: %s', (_name, say) => {
    const asked = askedTexts(say);
    expect(asked.length).toBeGreaterThan(0);
    expect(textFlaws(asked, locales)).toEqual([]);
  });

  it.each(Object.entries({ ...EDIT_FLAWS, ...ADJUSTMENT_FLAWS }))(
    'says what is wrong and not only that something is: %s',
    (code, flaw) => {
      expect(askedTexts(sayFlaws({ [code]: flaw }))).toContainEqual(
        expect.objectContaining({ key: `work.flaw.${code}` }),
      );
    },
  );
});

describe('the check of asked texts', () => {
  const texts = { reason: { given: '{{date}}', counted_one: 'one {{count}}', counted_other: '{{count}}' } };
  const alike = (locale: Locale) => ({ nb: texts, nn: texts, en: locale });

  it('names a text that one language has not', () => {
    const asked = askedTexts((t) => [t('reason.given', { date: '' }), t('reason.counted', { count: 2 })]);
    expect(textFlaws(asked, alike(texts))).toEqual([]);
    expect(textFlaws(asked, alike({ reason: { given: '{{date}}', counted_one: 'one' } }))).toEqual([
      'en: reason.counted_other is missing',
    ]);
    expect(textFlaws(asked, alike({}))).toContain('en: reason.given is missing');
  });

  it('names a value that a text has and nobody gives', () => {
    const asked = askedTexts((t) => t('reason.given', { day: '' }));
    expect(textFlaws(asked, alike({ reason: { given: 'a day' } }))).toEqual([
      'nb: reason.given is not given {{date}}',
      'nn: reason.given is not given {{date}}',
    ]);
  });
});
