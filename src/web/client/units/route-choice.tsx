import { inLanguage } from '../../../language/text.js';
import { schoolYearAfter, schoolYearOfDay } from '../data/county/school-years.js';
import { useSchoolYear } from '../data/county/skolerute.js';
import { useTexts } from '../data/language/use-texts.js';
import { useToday } from '../data/language/use-today.js';
import { Choice } from '../ui/field/choice.js';

interface RouteChoiceProps {
  readonly county: string;
  /** The key of the route; empty for the county's own. */
  readonly route: string;
  readonly error: string | undefined;
  readonly onChoose: (route: string) => void;
}

/** Which route of the county's skolerute a unit follows; nothing where there is only one. */
export function RouteChoice({ county, route, error, onChoose }: RouteChoiceProps) {
  const { t, language } = useTexts();
  const present = schoolYearOfDay(useToday());
  const years = [useSchoolYear(county, present), useSchoolYear(county, schoolYearAfter(present))];
  const routes = Object.assign({}, ...years.map(({ data }) => data?.routes ?? {})) as Record<
    string,
    { readonly name: { readonly nb: string } }
  >;
  if (Object.keys(routes).length === 0) return null;
  return (
    <Choice
      label={t('work.units.field.route')}
      name="route"
      value={route}
      error={error}
      options={[
        { id: '', name: t('work.units.county-route') },
        ...Object.entries(routes).map(([id, { name }]) => ({ id, name: inLanguage(name, language) })),
      ]}
      onChoose={onChoose}
    />
  );
}
