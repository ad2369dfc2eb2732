import { Stack } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { ErrorSummary } from './error-summary.tsx';
import { SaveBar } from './save-bar.tsx';
import { StaleNotice } from './stale-notice.tsx';
import { UnsavedGuard } from './unsaved-guard.tsx';
import { type DraftOf, fieldId } from './use-draft.ts';
import type { Stored } from './use-saving.ts';

type Fields = Record<string, unknown>;
type FormProps<F extends Fields> = {
  draft: DraftOf<F>;
  saving: { isBusy: boolean; submit: () => void; stale: Stored<F> | undefined; keepMine: () => void; dropMine: () => void };
  /** What is to be saved is tried first. Until it is stored, leaving would still lose it. */
  isChecking?: boolean;
  labels: Partial<Record<keyof F & string, string>>;
  show?: (name: string, value: unknown) => string;
  verb?: string;
  /** A form for something new: its button is always there, at the end of the form. */
  isNew?: boolean;
  /** Leads back without saving; asks first where something was typed. */
  onCancel?: () => void;
  children: ReactNode;
};

/** A form with its own save bar: errors in a summary and at the fields, Strg/⌘ S, nothing lost on leaving or on a failed save. */
export function Form<F extends Fields>({
  draft,
  saving,
  isChecking = false,
  labels,
  show,
  verb,
  isNew = false,
  onCancel,
  children,
}: FormProps<F>) {
  const form = useRef<HTMLFormElement>(null);

  // An address can name a field, to lead somebody there who has to fill it in.
  useEffect(() => {
    const { hash } = window.location;
    if (hash.startsWith(`#${fieldId('')}`)) document.getElementById(hash.slice(1))?.focus();
  }, []);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      form.current?.requestSubmit();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isNew || draft.isDirty) saving.submit();
      }}
    >
      <Stack gap="md">
        <ErrorSummary problem={draft.problem} labels={labels as Record<string, string>} />
        {saving.stale && (
          <StaleNotice
            base={draft.base}
            fresh={saving.stale.fields}
            labels={labels as Record<string, string>}
            {...(show && { show })}
            onKeep={saving.keepMine}
            onDrop={saving.dropMine}
          />
        )}
        {children}
        {(isNew || draft.isDirty) && (
          <SaveBar
            isDirty={draft.isDirty}
            isBusy={saving.isBusy || isChecking}
            isNew={isNew}
            onCancel={onCancel}
            {...(verb && { verb })}
            {...(!isNew && { onDiscard: draft.discard })}
          />
        )}
      </Stack>
      <UnsavedGuard when={draft.isDirty && !saving.isBusy} />
    </form>
  );
}
