/** A choice stored in the browser under a name; null when there is none, or where storage is blocked, as in some frames. */
export function keptChoice(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Stores a choice, or removes it; where storage is blocked it lasts as long as the page. */
export function keepChoice(name: string, choice: string | null): void {
  try {
    if (choice === null) localStorage.removeItem(name);
    else localStorage.setItem(name, choice);
  } catch {
    // The choice has been made all the same.
  }
}
