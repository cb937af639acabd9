import { type UseMutationOptions, type UseMutationResult, useMutation } from '@tanstack/react-query';
import { useReducer } from 'react';

/**
 * A mutation that is pending in the very event that starts it. The library reports it one turn of the event loop later,
 * so that a controlled checkbox ticked by what is pending would first be rendered without its tick.
 */
export function useMutationDrawnAtOnce<Data, Variables>(
  options: UseMutationOptions<Data, Error, Variables>,
): UseMutationResult<Data, Error, Variables> {
  const mutation = useMutation(options);
  const [, draw] = useReducer((times: number) => times + 1, 0);
  return {
    ...mutation,
    mutate: (...asked) => {
      mutation.mutate(...asked);
      draw();
    },
  };
}
