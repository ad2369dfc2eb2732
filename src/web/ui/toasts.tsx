import { Notifications, useNotifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { bottomOf } from './toast-place.ts';
import styles from './toasts.module.css';

const lookMilliseconds = 100;
const headerHeight = 64;

/** What no message may cover: the main buttons of the page and of dialogs, and the bars at the bottom. */
const kept = '.mantine-Button-root[data-variant="filled"], [data-keep-clear]';

/** The messages in the corner. They give way to whatever is pressed next, also while the page moves below them. */
export function Toasts() {
  const isShown = useNotifications().notifications.length > 0;

  useEffect(() => {
    if (!isShown) return;
    const place = () => {
      const corner = document.querySelector(`.${styles.corner}[data-position="bottom-right"]`);
      if (!corner) return;
      const boxes = [...document.querySelectorAll(kept)].filter((element) => !corner.contains(element));
      const bottom = bottomOf(
        corner.getBoundingClientRect(),
        boxes.map((element) => element.getBoundingClientRect()),
        { height: window.innerHeight, ceiling: headerHeight },
      );
      document.documentElement.style.setProperty('--pf-toasts-bottom', `${bottom}px`);
    };
    place();
    const looking = setInterval(place, lookMilliseconds);
    return () => clearInterval(looking);
  }, [isShown]);

  return <Notifications position="bottom-right" limit={3} className={styles.corner ?? ''} />;
}
