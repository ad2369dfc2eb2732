import { useEffect, useRef } from 'react';
import type { Problem } from '../../platform/http/contract.ts';
import { usePhrases } from '../language.ts';
import { shellPhrases } from '../phrases.ts';
import { Notice } from './notice.tsx';
import { fieldId, fieldOf } from './use-draft.ts';

function focusField(name: string): void {
  const field = document.getElementById(fieldId(name));
  const target = field?.matches('input, textarea, select, button')
    ? field
    : field?.querySelector<HTMLElement>('input, textarea, select, button');
  target?.focus();
}

type ErrorSummaryProps = { problem: Problem | undefined; title?: string; labels?: Partial<Record<string, string>> };

/**
 * What the server refused, in one place, with a way to each field. Takes the focus when it appears, not when it grows shorter because somebody is
 * mending a field: that would take the field away from under their fingers.
 */
export function ErrorSummary({ problem, title, labels = {} }: ErrorSummaryProps) {
  const t = usePhrases(shellPhrases);
  const box = useRef<HTMLDivElement>(null);

  const before = useRef<Problem>(undefined);

  useEffect(() => {
    const known = before.current?.errors ?? [];
    const isShorter = before.current !== undefined && (problem?.errors ?? []).every((error) => known.includes(error));
    before.current = problem;
    if (problem && !isShorter) box.current?.focus();
  }, [problem]);

  if (!problem) return null;
  const errors = problem.errors ?? [];
  return (
    <div ref={box} tabIndex={-1}>
      <Notice tone="bad" role="alert" title={title ?? t('summaryTitle')}>
        {!errors.every(({ detail }) => detail === problem.detail) || errors.length === 0 ? <p>{problem.detail}</p> : null}
        {errors.length > 0 && (
          <ul>
            {errors.map((error) => (
              <li key={`${error.pointer} ${error.code}`}>
                <a
                  href={`#${fieldId(fieldOf(error.pointer))}`}
                  onClick={(event) => {
                    event.preventDefault();
                    focusField(fieldOf(error.pointer));
                  }}
                >
                  {labels[fieldOf(error.pointer)] ? `${labels[fieldOf(error.pointer)]}: ${error.detail}` : error.detail}
                </a>
              </li>
            ))}
          </ul>
        )}
      </Notice>
    </div>
  );
}
