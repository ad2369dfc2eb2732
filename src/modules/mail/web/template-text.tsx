import { Textarea } from '@mantine/core';
import { type ReactNode, useRef } from 'react';
import styles from './template-text.module.css';
import type { FieldWords } from './template-words.ts';

type TemplateTextProps = {
  /** Visible, or for those who do not see where it stands. */
  label: { shown: ReactNode } | { hidden: string };
  description?: string;
  /** As it is stored. */
  value: string;
  words: FieldWords;
  /** Characters of the stored text. */
  most: number;
  oneLine?: boolean;
  disabled: boolean;
  error: string | undefined;
  onChange: (value: string) => void;
};

/** A text of a mail to write in. Its fields are called as people call them and are marked, and so is what is no field. It grows with its words. */
export function TemplateText({ label, description, value, words, most, oneLine = false, disabled, error, onChange }: TemplateTextProps) {
  const place = useRef<HTMLTextAreaElement>(null);
  const shown = words.shown(value);

  const take = (typed: string, cursor: number) => {
    const asStored = (text: string) => words.stored(oneLine ? text.replace(/\s*\n\s*/g, ' ') : text);
    const stored = asStored(typed);
    onChange(stored);
    if (words.shown(stored) === typed) return;
    // What was typed is shown in other words now, and the cursor would jump to their end.
    const at = words.shown(asStored(typed.slice(0, cursor))).length;
    requestAnimationFrame(() => place.current?.setSelectionRange(at, at));
  };

  return (
    <Textarea
      ref={place}
      {...('shown' in label ? { label: label.shown } : { 'aria-label': label.hidden })}
      description={description}
      value={shown}
      readOnly={disabled}
      maxLength={most + shown.length - value.length}
      error={error && words.shown(error)}
      autosize
      minRows={1}
      onKeyDown={(event) => {
        if (oneLine && event.key === 'Enter') event.preventDefault();
      }}
      onChange={({ currentTarget }) => take(currentTarget.value, currentTarget.selectionStart)}
      classNames={{ input: styles.input }}
      inputContainer={(input) => (
        <div className={styles.place}>
          <div className={styles.marks} aria-hidden>
            {words.pieces(shown).map(({ kind, text }, index) =>
              kind === 'said' ? (
                text
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no name and no state
                <mark key={index} data-kind={kind}>
                  {text}
                </mark>
              ),
            )}
            {'\u200b'}
          </div>
          {input}
        </div>
      )}
    />
  );
}
