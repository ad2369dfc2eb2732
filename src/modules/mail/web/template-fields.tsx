import { Button, Menu, Text } from '@mantine/core';
import { IconBraces } from '@tabler/icons-react';
import { usePhrases } from '../../../web/language.ts';
import type { TemplateView } from '../contract.ts';
import type { TemplateVariant } from './template-draft.ts';
import { templatePhrases } from './template-phrases.ts';

export type TextPlace = HTMLTextAreaElement;

/** Whether a field can be put there. */
export const isTextPlace = (element: EventTarget): element is TextPlace => element instanceof HTMLTextAreaElement && !element.readOnly;

/** Puts a field where the cursor was, as if it had been typed there. */
export function insertAtCursor(place: TextPlace, word: string): void {
  const { selectionStart, selectionEnd, value } = place;
  place.setRangeText(`{${word}}`, selectionStart ?? value.length, selectionEnd ?? value.length, 'end');
  place.dispatchEvent(new Event('input', { bubbles: true }));
  place.focus();
}

type FieldMenuProps = { fields: TemplateView['fields']; variant: TemplateVariant; disabled: boolean; onPick: (word: string) => void };

/** What the template may name; a pick goes to the cursor. */
export function FieldMenu({ fields, variant, disabled, onPick }: FieldMenuProps) {
  const t = usePhrases(templatePhrases);
  return (
    <Menu returnFocus={false} position="bottom-start">
      <Menu.Target>
        <Button
          size="xs"
          variant="default"
          disabled={disabled}
          leftSection={<IconBraces size={15} aria-hidden />}
          aria-label={t('insertFieldIn', { variant: t(variant) })}
        >
          {t('insertField')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
        {fields.map(
          ({
            name,
            label,
            always,
            inText: {
              [variant]: { shown, sample },
            },
          }) => (
            <Menu.Item key={name} onClick={() => onPick(shown)}>
              {label}
              <Text size="xs" c="dimmed" maw={280} truncate>
                {shown === label ? sample : `{${shown}} · ${sample}`}
              </Text>
              {!always && (
                <Text size="xs" c="dimmed">
                  {t('maybe')}
                </Text>
              )}
            </Menu.Item>
          ),
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
