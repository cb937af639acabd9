/** The school year of a day: `2026/2027` for a day from 1 August 2026 to 31 July 2027. */
export function schoolYearOfDay(day: string): string {
  return schoolYearFrom(Number(day.slice(0, 4)) - (day.slice(5) < '08-01' ? 1 : 0));
}

/** The school year after one. */
export function schoolYearAfter(schoolYear: string): string {
  return schoolYearFrom(Number(schoolYear.slice(0, 4)) + 1);
}

/** Whether a text is a school year that the service supports, such as `2026/2027`. */
export function isSchoolYear(text: string): boolean {
  const start = Number(text.slice(0, 4));
  return start >= 2000 && start <= 2100 && text === schoolYearFrom(start);
}

const schoolYearFrom = (start: number) => `${start}/${start + 1}`;
