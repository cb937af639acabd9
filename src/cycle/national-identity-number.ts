const FIRST_WEIGHTS = [3, 7, 6, 1, 8, 9, 4, 5, 2];
const SECOND_WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

/** The check digit that the weights give, or undefined where there is none (a remainder of 1). */
function checkDigit(digits: readonly number[], weights: readonly number[]): number | undefined {
  const sum = weights.reduce((total, weight, index) => total + weight * (digits[index] ?? 0), 0);
  const digit = (11 - (sum % 11)) % 11;
  return digit === 10 ? undefined : digit;
}

function isNationalIdentityNumber(text: string): boolean {
  const digits = [...text].map(Number);
  // A D-number adds 4 to the first digit of the day.
  const day = ((digits[0] ?? 0) >= 4 ? (digits[0] ?? 0) - 4 : (digits[0] ?? 0)) * 10 + (digits[1] ?? 0);
  return (
    day >= 1 &&
    day <= 31 &&
    checkDigit(digits, FIRST_WEIGHTS) === digits[9] &&
    checkDigit(digits, SECOND_WEIGHTS) === digits[10]
  );
}

/**
 * Whether a text holds a valid fødselsnummer or D-number: eleven digits, also written with a space, dot or hyphen
 * between date and number, whose day exists and whose two check digits are right.
 */
export function holdsNationalIdentityNumber(text: string): boolean {
  const candidates = text.matchAll(/(?<!\d)(\d{2})[ .]?(\d{2})[ .]?(\d{2})[ .-]?(\d{5})(?!\d)/g);
  return [...candidates].some((match) => isNationalIdentityNumber(match.slice(1).join('')));
}
