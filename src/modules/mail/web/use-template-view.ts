import { useMediaQuery } from '@mantine/hooks';
import { useLayoutEffect, useRef, useState } from 'react';
import { useLanguage } from '../../../web/language.ts';
import { remember, remembered } from '../../../web/memory.ts';
import { type TemplateVariant, templateVariants } from './template-draft.ts';

const memoryKey = 'pforte.templates-side-by-side';

type Tab = 'words' | 'preview';

/**
 * What of a template is on screen. Usually one form of address with its preview beside it; all of them side by side for whoever wants that, which this
 * browser remembers. Where the preview has no room beside the words, both are tabs.
 */
export function useTemplateView() {
  const language = useLanguage();
  const isWide = useMediaQuery('(min-width: 1200px)', false, { getInitialValueInEffect: false });
  const [wantsAll, setWantsAll] = useState(() => remembered(memoryKey) === 'on');
  const [active, setActive] = useState<TemplateVariant>(language);
  const [tab, setTab] = useState<Tab>('words');
  const workbench = useRef<HTMLDivElement>(null);
  const places = useRef<Record<Tab, number>>({ words: 0, preview: 0 });
  const isSideBySide = wantsAll && isWide;

  // Each tab is found again where it was left, or from its beginning; whoever looks at the preview in between has not scrolled the words.
  useLayoutEffect(() => {
    const place = places.current[tab];
    if (place > 0) window.scrollTo({ top: place });
    else if ((workbench.current?.getBoundingClientRect().top ?? 0) < 0) workbench.current?.scrollIntoView({ block: 'start' });
  }, [tab]);

  const turnTo = (next: Tab) => {
    places.current[tab] = window.scrollY;
    setTab(next);
  };
  return {
    workbench,
    isWide,
    isSideBySide,
    isBeside: isWide && !isSideBySide,
    shown: isSideBySide ? templateVariants : [active],
    active,
    tab,
    turnTo,
    /** Whoever writes in a form of address sees how that one looks. */
    activate: setActive,
    choose: (value: TemplateVariant | 'all') => {
      if (value !== 'all') setActive(value);
      // In the preview the choice is whose mail is shown, not how the words stand.
      if (isSideBySide && tab === 'preview') return;
      setWantsAll(value === 'all');
      remember(memoryKey, value === 'all' ? 'on' : 'off');
    },
    /** Brings a form of address with its words to the person. */
    show: (variant: TemplateVariant) => {
      setActive(variant);
      if (tab !== 'words') turnTo('words');
    },
  };
}

export type TemplateViewState = ReturnType<typeof useTemplateView>;
