import { ActionIcon, TextInput, type TextInputProps } from '@mantine/core';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';
import { usePhrases } from '../language.ts';
import { shellPhrases } from '../phrases.ts';

type PasswordFieldProps = Omit<TextInputProps, 'type' | 'rightSection' | 'autoComplete'> & {
  autoComplete: 'current-password' | 'new-password' | 'off';
};

/** A password that can be shown; pasting and password managers are welcome. */
export function PasswordField(props: PasswordFieldProps) {
  const t = usePhrases(shellPhrases);
  const [isShown, setShown] = useState(false);
  const Icon = isShown ? IconEyeOff : IconEye;
  return (
    <TextInput
      {...props}
      type={isShown ? 'text' : 'password'}
      spellCheck={false}
      autoCapitalize="off"
      rightSection={
        <ActionIcon
          variant="subtle"
          color="gray"
          c="inherit"
          aria-label={isShown ? t('hidePassword') : t('showPassword')}
          aria-pressed={isShown}
          onClick={() => setShown(!isShown)}
        >
          <Icon size={18} aria-hidden />
        </ActionIcon>
      }
    />
  );
}
