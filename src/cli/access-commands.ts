import { z } from 'zod';
import { ArshjulError } from '../errors/arshjul-error.js';
import type { Output } from './output.js';

/** What the commands about access ask of the service's parts. */
export interface AccessWork {
  /** A one-time link for a coordinator of the configured county; without an address, for the first one. */
  readonly signInLink: (
    person: { readonly address: string; readonly name: string } | undefined,
  ) => Promise<string>;
  /** Adds the made-up units to the configured county; returns how many were added. */
  readonly addExampleUnits: () => Promise<number>;
}

export interface SignInLinkOptions {
  readonly address?: string;
  readonly name?: string;
}

/** `arshjul sign-in-link`: prints a one-time link that signs in a coordinator of the county. */
export async function signInLinkCommand(
  { address, name }: SignInLinkOptions,
  { signInLink }: AccessWork,
  output: Output,
): Promise<void> {
  if (address === undefined && name !== undefined) throw unusable('--name', name, 'needs --address');
  if (address !== undefined && !z.email().safeParse(address).success)
    throw unusable('--address', address, 'is not an e-mail address');
  const person = address === undefined ? undefined : { address, name: name ?? address };
  output.out(`${await signInLink(person)}\n`);
  output.err('valid once, for 15 minutes\n');
}

/** `arshjul example-units`: adds made-up schools and offices, each marked as an example in its name. */
export async function exampleUnitsCommand({ addExampleUnits }: AccessWork, output: Output): Promise<void> {
  output.err(`${await addExampleUnits()} units added, each with “(eksempel)” in its name\n`);
}

const unusable = (name: string, given: string, what: string) =>
  new ArshjulError({ code: 'invalid-argument', name, given, what });
