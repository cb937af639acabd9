const FIRST_WEIGHTS = [3, 7, 6, 1, 8, 9, 4, 5, 2];
const SECOND_WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

/** What is added to the month of people who are made up for tests: by Nav, Norsk helsenett and Skatteetaten. Nav's is also that of H-numbers. */
const MONTHS_FROM = [80, 65, 40, 0];

const DAYS_OF_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The check digit that the weights give, or undefined where there is none (a remainder of 1). */
function checkDigit(digits: readonly number[], weights: readonly number[]): number | undefined {
  const sum = weights.reduce((total, weight, index) => total + weight * (digits[index] ?? 0), 0);
  const digit = (11 - (sum % 11)) % 11;
  return digit === 10 ? undefined : digit;
}

/**
 * Whether eleven digits are a fødselsnummer, a D-number (which adds 40 to the day), an H-number or that of a synthetic
 * person: the day exists and both check digits are right.
 */
export function isNationalIdentityNumber(eleven: string): boolean {
  const digits = [...eleven].map(Number);
  return (
    isDay(Number(eleven.slice(0, 2)), Number(eleven.slice(2, 4)), Number(eleven.slice(4, 6))) &&
    checkDigit(digits, FIRST_WEIGHTS) === digits[9] &&
    checkDigit(digits, SECOND_WEIGHTS) === digits[10]
  );
}

/** The number does not tell the century of a year on its own; in each that it can mean, 29 February comes every fourth year but 1900. */
function isDay(givenDay: number, givenMonth: number, year: number): boolean {
  const day = givenDay > 40 ? givenDay - 40 : givenDay;
  const month = givenMonth - (MONTHS_FROM.find((from) => givenMonth > from) ?? 0);
  const last = month === 2 && year % 4 !== 0 ? 28 : (DAYS_OF_MONTH[month - 1] ?? 0);
  return day >= 1 && day <= last;
}
