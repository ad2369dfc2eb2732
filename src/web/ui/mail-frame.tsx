import { useMemo, useRef, useState } from 'react';
import { styleNonce } from '../nonce.ts';
import { mailDocument } from './mail-document.ts';
import styles from './mail-frame.module.css';

type MailFrameProps = { html: string; title: string; width?: 'desktop' | 'phone'; scheme?: 'light' | 'dark'; links?: 'open' | 'dead' };

/** A mail as it looks, in a frame that runs no scripts and cannot reach the console. It is as high as the mail. */
export function MailFrame({ html, title, width = 'desktop', scheme = 'light', links = 'dead' }: MailFrameProps) {
  const source = useMemo(() => mailDocument(html, { nonce: styleNonce(), links, scheme }), [html, links, scheme]);
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(0);

  const measure = () => {
    const body = frame.current?.contentDocument?.body;
    if (!body) return;
    const { marginTop, marginBottom } = getComputedStyle(body);
    setHeight(Math.min(Math.ceil(body.scrollHeight + Number.parseFloat(marginTop) + Number.parseFloat(marginBottom)), 3_000));
  };

  return (
    <div className={styles.ground}>
      <iframe
        ref={frame}
        key={width}
        className={styles.frame}
        data-width={width}
        data-scheme={scheme}
        title={title}
        srcDoc={source}
        sandbox={links === 'open' ? 'allow-same-origin allow-popups allow-popups-to-escape-sandbox' : 'allow-same-origin'}
        style={{ height }}
        onLoad={measure}
      />
    </div>
  );
}
