import { type UseMutationOptions, type UseMutationResult, useMutation } from '@tanstack/react-query';
import { useReducer } from 'react';

/**
 * A mutation that is seen to be pending in the very event that asks for it. The library tells of it a turn of the event
 * loop later: a controlled box that is ticked by what is pending would be drawn without its tick first.
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
