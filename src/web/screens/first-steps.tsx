import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { portalContract } from '../../modules/portal/contract.ts';
import { usePhrases } from '../language.ts';
import { useMe } from '../me.ts';
import { useRead } from '../query.ts';
import { LinkButton } from '../ui/link.tsx';
import { Section } from '../ui/section.tsx';
import styles from './first-steps.module.css';
import { overviewPhrases } from './phrases.ts';

/** The way of the first customer into their portal, one step at a time. */
export function FirstSteps({ hasCompany }: { hasCompany: boolean }) {
  const t = usePhrases(overviewPhrases);
  const { administrator } = useMe();
  const portal = useRead(portalContract.listPortals).data?.items.find(({ isDefault }) => isDefault);
  return (
    <Section title={t('startTitle')} note={t('startNote')} id="first-steps">
      <ol className={styles.steps}>
        <Step
          title={t('startCompany')}
          why={t('startCompanyWhy')}
          isDone={hasCompany}
          action={
            !hasCompany && (
              <LinkButton to="/customers/new" data-new>
                {t('startCompany')}
              </LinkButton>
            )
          }
        />
        <Step
          title={t('startContact')}
          why={t('startContactWhy')}
          action={
            <LinkButton to="/contacts/new" variant={hasCompany ? 'filled' : 'default'} {...(hasCompany && { 'data-new': true })}>
              {t('startContact')}
            </LinkButton>
          }
        />
        <Step
          title={t('startMail')}
          why={t('startMailWhy')}
          action={
            <LinkButton to={administrator ? '/settings/mail/test-mailbox' : '/settings/mail'} variant="default">
              {t('startMail')}
            </LinkButton>
          }
        />
        {portal?.allowed.includes('edit') && (
          <Step
            title={t('startSupport')}
            why={t('startSupportWhy', { portal: portal.name })}
            isDone={Boolean(portal.supportContact)}
            action={
              !portal.supportContact && (
                <LinkButton to="/portals/$portalId/design" params={{ portalId: portal.id }} hash="field-supportContact" variant="default">
                  {t('startSupport')}
                </LinkButton>
              )
            }
          />
        )}
        <Step
          title={t('startPortal')}
          why={t('startPortalWhy')}
          action={
            <LinkButton to="/portals" variant="default">
              {t('startPortal')}
            </LinkButton>
          }
        />
      </ol>
    </Section>
  );
}

function Step({ title, why, action, isDone = false }: { title: string; why: string; action: ReactNode; isDone?: boolean }) {
  const t = usePhrases(overviewPhrases);
  return (
    <li className={styles.step} data-done={isDone || undefined}>
      <div className={styles.words}>
        <strong>
          {title}
          {isDone && (
            <span className={styles.done}>
              <IconCheck size={16} aria-hidden /> {t('done')}
            </span>
          )}
        </strong>
        <p>{why}</p>
      </div>
      {action}
    </li>
  );
}
