import { problemOf } from '../../../web/api.ts';

/** What the server said about the only field of a form. */
export const sentenceOf = (failure: unknown): string => {
  const { errors, detail } = problemOf(failure);
  return errors?.[0]?.detail ?? detail;
};
