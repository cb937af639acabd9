/** A choice that the reader's browser keeps under a name; null when none is kept, or where storage is forbidden, as in some frames. */
export function keptChoice(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Keeps a choice, or forgets it; where storage is forbidden it lasts as long as the page. */
export function keepChoice(name: string, choice: string | null): void {
  try {
    if (choice === null) localStorage.removeItem(name);
    else localStorage.setItem(name, choice);
  } catch {
    // The choice has been made all the same.
  }
}
