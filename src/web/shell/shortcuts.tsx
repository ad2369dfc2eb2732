import { Kbd, Modal, Stack, Switch } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { usePhrases } from '../language.ts';
import { remember, remembered } from '../memory.ts';
import { shellPhrases } from '../phrases.ts';
import { createStore, useStore } from '../store.ts';
import styles from './shell.module.css';

const memoryKey = 'pforte.single-keys';
const singleKeysStore = createStore(remembered(memoryKey) !== 'off');

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.closest('input:not([type=checkbox]), textarea, select, [role=combobox], [role=menu], [role=dialog]') !== null);

/** Moves the focus by rows: the row's own link takes it, so that Enter opens the row as any link. */
function moveRow(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
  const current = rows.findIndex((row) => row.contains(document.activeElement));
  const next = current < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.min(Math.max(current + step, 0), rows.length - 1);
  rows[next]?.querySelector<HTMLElement>('[data-row-link]')?.focus();
}

const actions: Record<string, () => void> = {
  j: () => moveRow(1),
  k: () => moveRow(-1),
  x: () => document.activeElement?.closest('[data-row]')?.querySelector<HTMLElement>('[data-row-check]')?.click(),
  '/': () => document.querySelector<HTMLElement>('[data-list-search]')?.focus(),
};

/** Keys for people who work in lists all day, and the help that names them. Single keys can be switched off (WCAG 2.1.4). */
export function Shortcuts() {
  const t = usePhrases(shellPhrases);
  const navigate = useNavigate();
  const [isHelpOpen, setHelpOpen] = useState(false);
  const singleKeys = useStore(singleKeysStore);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return;
      if (event.key === '?') return setHelpOpen(true);
      if (!singleKeysStore.get()) return;
      if (event.key === 'n') {
        const button = document.querySelector<HTMLElement>('[data-new]');
        if (!button) return;
        event.preventDefault();
        return button.click();
      }
      const action = actions[event.key];
      if (!action) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of page closes the help
  useEffect(() => setHelpOpen(false), [navigate]);

  const keys: [string[], string][] = [
    [[t('shortcutCtrl'), 'K'], t('shortcutPalette')],
    [[t('shortcutCtrl'), 'S'], t('shortcutSave')],
    [['/'], t('shortcutSearch')],
    [['n'], t('shortcutNew')],
    [['j'], t('shortcutDown')],
    [['k'], t('shortcutUp')],
    [['x'], t('shortcutSelect')],
    [[t('shortcutEnter')], t('shortcutOpen')],
    [['?'], t('shortcutHelp')],
  ];

  return (
    <Modal opened={isHelpOpen} onClose={() => setHelpOpen(false)} title={t('shortcuts')} closeButtonProps={{ 'aria-label': t('close') }}>
      <Stack>
        <dl className={styles.keys}>
          {keys.map(([combination, meaning]) => (
            <div key={meaning} style={{ display: 'contents' }}>
              <dt>
                {combination.map((key) => (
                  <Kbd key={key} mr={4}>
                    {key}
                  </Kbd>
                ))}
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
        <Switch
          label={t('singleKeys')}
          description={t('singleKeysWhy')}
          checked={singleKeys}
          onChange={(event) => {
            singleKeysStore.set(event.currentTarget.checked);
            remember(memoryKey, event.currentTarget.checked ? 'on' : 'off');
          }}
        />
      </Stack>
    </Modal>
  );
}
