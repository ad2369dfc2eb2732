import { keepPreviousData, QueryClient, queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import type { Route } from '../platform/http/contract.ts';
import { type AnswerOf, type ArgumentsOf, api, hasStatus, type ProblemError } from './api.ts';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: 10_000,
      // Only what may pass by itself is tried again; a „no“ of the server stays a „no“.
      retry: (failures, error) => failures < 2 && hasStatus(error, 0, 502, 503, 504),
      retryDelay: (attempt) => 500 * 2 ** attempt,
    },
    mutations: { networkMode: 'always' },
  },
});

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: ProblemError;
  }
}

type Keyed = { params?: unknown; query?: unknown };

/** A read as query options; the key is the route's path with its parameters and query. */
export function reading<R extends Route>(route: R, ...[call]: ArgumentsOf<R>) {
  const { params = {}, query = {} } = (call ?? {}) as Keyed;
  return queryOptions({
    queryKey: [route.path, params, query],
    queryFn: ({ signal }): Promise<AnswerOf<R>> => api(route, ...([{ ...call, signal }] as unknown as ArgumentsOf<R>)),
  });
}

export const useRead = <R extends Route>(route: R, ...call: ArgumentsOf<R>) => useQuery(reading(route, ...call));

/** Reads anew what somebody is about to decide on: a number from a moment ago is not shown as that of now. */
export function useReadNow<R extends Route>(route: R, ...call: ArgumentsOf<R>): AnswerOf<R> | undefined {
  const { data, isFetching } = useQuery({ ...reading(route, ...call), refetchOnMount: 'always' });
  return isFetching ? undefined : data;
}

/** Reads a page of a list; the page before stays on screen until the next is there, so that nothing jumps. */
export const useReadList = <R extends Route>(route: R, ...call: ArgumentsOf<R>) =>
  useQuery({ ...reading(route, ...call), placeholderData: keepPreviousData });

/** After a change everything on screen is read again: a contact is also part of lists, counts and the overview. */
export const refresh = (): Promise<void> => queryClient.invalidateQueries();

/** A change: runs `change`, then reads everything on screen again. */
export function useChange<Input, Result>(change: (input: Input) => Promise<Result>, onDone?: (result: Result, input: Input) => unknown) {
  return useMutation<Result, ProblemError, Input>({
    mutationFn: change,
    onSuccess: async (result, input) => {
      await onDone?.(result, input);
      await refresh();
    },
  });
}
