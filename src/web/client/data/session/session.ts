import {
  hashKey,
  type UseQueryResult,
  useMutation,
  useMutationState,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { chooseActingUnit } from '../api/acting-unit.js';
import { type Answer, call } from '../api/call.js';
import { ApiProblem } from '../api/problem.js';
import { forgetUnsaved } from '../browser/kept-unsaved.js';
import { readerKeys } from '../keys/reader-keys.js';
import { useTexts } from '../language/use-texts.js';

/** The reader's session, and the ways to sign in. */
export type Session = Answer<'GET /api/session'>;

/** The storage name of what a person keeps in the browser; null when not signed in. */
export function personOf({ personId, name }: Pick<Session, 'personId' | 'name'>): string | null {
  return personId ?? name;
}

/** The reader's session. */
export function useSession(): UseQueryResult<Session> {
  const { language } = useTexts();
  return useQuery({
    queryKey: readerKeys.session(language),
    queryFn: async () => {
      try {
        return await call('GET /api/session', { language });
      } catch (error) {
        // The last chosen unit is no longer one of the reader's.
        if (!(error instanceof ApiProblem) || error.status !== 403) throw error;
        chooseActingUnit(null);
        return call('GET /api/session', { language });
      }
    },
  });
}

/**
 * Acts for another of the reader's units. The session there is fetched first, so that nothing on the page requests on
 * behalf of the new unit what only the old one could see.
 */
export function useChooseActingUnit() {
  const { language } = useTexts();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (unit: string) => {
      await queries.cancelQueries({ queryKey: readerKeys.anySession });
      return call('GET /api/session', { language, actingUnit: unit });
    },
    onSuccess: (session, unit) => {
      chooseActingUnit(unit);
      queries.setQueryData(readerKeys.session(language), session);
    },
    onError: () => queries.invalidateQueries({ queryKey: readerKeys.anySession }),
  });
}

/** Fetches again what the page shows when the reader has come to speak for another unit, and the page knows it. */
export function useRefreshWithUnit({ unit }: Pick<Session, 'unit'>): void {
  const { language } = useTexts();
  const queries = useQueryClient();
  const spokenFor = useRef(unit);
  useEffect(() => {
    if (spokenFor.current === unit) return;
    spokenFor.current = unit;
    const session = hashKey(readerKeys.session(language));
    void queries.invalidateQueries({ predicate: ({ queryHash }) => queryHash !== session });
  }, [unit, language, queries]);
}

/** Requests a one-time link by email. */
export function useMailLink() {
  const { language } = useTexts();
  return useMutation({
    mutationFn: (address: string) => call('POST /api/sign-in/mail', { body: { address }, language }),
  });
}

/** Signs in with a one-time link, which is then used up. */
export function useOneTimeLink() {
  const { language } = useTexts();
  return useMutation({
    mutationFn: (token: string) => call('POST /api/sign-in/link', { body: { token }, language }),
    onSuccess: () => location.assign('/'),
  });
}

/** Redirects to the sign-in provider, which redirects back. */
export function useProvider() {
  const { language } = useTexts();
  return useMutation({
    mutationFn: () => call('POST /api/sign-in/provider', { language }),
    onSuccess: ({ url }) => location.assign(url),
  });
}

/** Ends the session, forgets what was typed and not saved, and loads the page afresh. */
export function useSignOut() {
  const { language } = useTexts();
  return useMutation({
    mutationKey: readerKeys.signOut,
    mutationFn: () => call('POST /api/sign-out', { language }),
    onSuccess: () => {
      chooseActingUnit(null);
      forgetUnsaved();
      location.assign('/');
    },
  });
}

/** Why the session could not be ended when that was last tried; undefined when it has not been. */
export function useSignOutError(): Error | undefined {
  const errors = useMutationState({
    filters: { mutationKey: readerKeys.signOut, status: 'error' },
    select: ({ state }) => state.error as Error,
  });
  return errors.at(-1);
}

/**
 * Whether the reader is signing out, or has signed out and the page is about to be left: no part of the page may fetch
 * anything then, since the service knows of the end before the page does.
 */
export function useIsSigningOut(): boolean {
  const ending = useMutationState({
    filters: { mutationKey: readerKeys.signOut, predicate: ({ state }) => state.status !== 'error' },
  });
  return ending.length > 0;
}

/** Which text of `ui.sign-in` tells of a failure: the network, too many tries, a fault of the service, or what is particular to the way. */
export function signInFailure(error: Error, particular: string): string {
  const status = error instanceof ApiProblem ? error.status : 500;
  if (status === 0) return 'offline';
  if (status === 429) return 'too-many';
  return status >= 500 ? 'failed' : particular;
}
