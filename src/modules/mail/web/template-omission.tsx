import { IconEyeOff } from '@tabler/icons-react';
import styles from './template.module.css';

/** That the person of the preview does not get to see a part of the mail, and why. */
export function TemplateOmission({ detail }: { detail: string | undefined }) {
  if (!detail) return null;
  return (
    <p className={styles.omission}>
      <IconEyeOff size={15} aria-hidden />
      <span>{detail}</span>
    </p>
  );
}
