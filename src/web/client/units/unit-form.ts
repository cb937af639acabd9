import type { Unit, UnitPatch } from '../../../units/unit.js';

/** The kinds in the order in which they are shown. */
export const KINDS = [
  'county',
  'school',
  'follow-up-service',
  'municipality',
  'partner',
] as const satisfies readonly Unit['kind'][];

/** The kinds that a unit can be given: a county has its own unit from the start. */
export const CHOSEN_KINDS = ['school', 'follow-up-service', 'municipality', 'partner'] as const;

export type ChosenKind = (typeof CHOSEN_KINDS)[number];

/** The fields of the form, in their order. */
export const FIELDS = [
  'name',
  'kind',
  'organisationNumber',
  'municipality',
  'address',
  'language',
  'partner',
  'route',
  'retired',
] as const;

export type FieldName = (typeof FIELDS)[number];

/** What stands in the form; an empty text is none. */
export interface FormValues {
  readonly name: string;
  readonly kind: Unit['kind'];
  readonly organisationNumber: string;
  readonly municipality: string;
  readonly address: string;
  readonly language: Unit['language'];
  readonly partner: string;
  readonly route: string;
  readonly retired: boolean;
}

export const NEW_UNIT: FormValues = {
  name: '',
  kind: 'school',
  organisationNumber: '',
  municipality: '',
  address: '',
  language: 'nb',
  partner: '',
  route: '',
  retired: false,
};

/** The form of a unit as it is. */
export function valuesOf(unit: Unit): FormValues {
  return {
    name: unit.name,
    kind: unit.kind,
    organisationNumber: unit.organisationNumber ?? '',
    municipality: unit.municipality ?? '',
    address: unit.address ?? '',
    language: unit.language,
    partner: unit.partner ?? '',
    route: unit.route ?? '',
    retired: unit.retired,
  };
}

/** What is sent of a form, the texts without the spaces around them. */
export function contentOf(values: FormValues) {
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim());
  return {
    name: values.name.trim(),
    kind: values.kind,
    organisationNumber: orNull(values.organisationNumber),
    municipality: orNull(values.municipality),
    address: orNull(values.address),
    language: values.language,
    partner: orNull(values.partner),
    route: orNull(values.route),
  };
}

/** What of a form differs from the unit that it began with. */
export function patchOf(values: FormValues, unit: Unit): UnitPatch {
  const sent: Record<FieldName, unknown> = { ...contentOf(values), retired: values.retired };
  return Object.fromEntries(
    FIELDS.flatMap((name) => (sent[name] === unit[name] ? [] : [[name, sent[name]]])),
  );
}

/** The form rebased on somebody else's change: edited fields keep what was typed, the others are updated. */
export function rebased(values: FormValues, before: Unit, current: Unit): FormValues {
  const [then, now] = [valuesOf(before), valuesOf(current)];
  const untouched = FIELDS.filter((name) => values[name] === then[name]);
  return { ...values, ...Object.fromEntries(untouched.map((name) => [name, now[name]])) };
}

/** `999 999 999`: as people write an organisation number. */
export function grouped(number: string | null): string {
  return number?.replace(/(\d{3})(?=\d)/g, '$1\u00A0') ?? '';
}
