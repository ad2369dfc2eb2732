import type { Problem } from '../../platform/http/contract.ts';

/** Fields that were left empty, as the server would report them: name and sentence of each, in the order of the form. `undefined`: none is. */
export function missingProblem(missing: readonly (readonly [name: string, sentence: string])[]): Problem | undefined {
  const errors = missing.map(([name, detail]) => ({ pointer: `/${name}`, code: 'field.required', detail }));
  const [first] = errors;
  return first && { type: 'about:blank', title: first.detail, status: 422, code: 'request.invalid', detail: first.detail, errors };
}
