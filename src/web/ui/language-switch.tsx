import { SegmentedControl } from '@mantine/core';
import { setLanguage, useLanguage, usePhrases } from '../language.ts';
import { shellPhrases } from '../phrases.ts';
import { refresh } from '../query.ts';

/** German or English before anybody is signed in. */
export function LanguageSwitch() {
  const t = usePhrases(shellPhrases);
  const language = useLanguage();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('language')}
      value={language}
      onChange={(value) => {
        setLanguage(value === 'de' ? 'de' : 'en');
        refresh();
      }}
      data={[
        { value: 'de', label: 'Deutsch' },
        { value: 'en', label: 'English' },
      ]}
    />
  );
}
