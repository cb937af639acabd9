import { useEffect } from 'react';

/** Scrolls to the part of the page that the address names; the browser only does so for what is there at load. */
export function useHashTarget(): void {
  useEffect(() => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    target?.scrollIntoView();
    target?.focus({ preventScroll: true });
  }, []);
}
