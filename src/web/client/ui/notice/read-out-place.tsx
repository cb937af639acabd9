import { useReadOut } from './read-out.js';

/** Where messages are read out that appear together with their text; stands on every page from the first. */
export function ReadOutPlace() {
  return <output className="ds-sr-only">{useReadOut()}</output>;
}
