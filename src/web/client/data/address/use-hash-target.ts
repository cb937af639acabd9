import { useEffect } from 'react';

/** Goes to the part of the page that the address names, which a browser does only for what stands there from the start. */
export function useHashTarget(): void {
  useEffect(() => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    target?.scrollIntoView();
    target?.focus({ preventScroll: true });
  }, []);
}
