import { Anchor } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';

/** A link to a page of the console whose address came from the server; only own paths are followed. */
export function RemedyLink({ path, label }: { path: string; label: string }) {
  const router = useRouter();
  if (!/^\/(?![/\\])/.test(path)) return <span>{label}</span>;
  return (
    <Anchor
      inherit
      underline="always"
      href={`/console${path}`}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        router.history.push(`/console${path}`);
      }}
    >
      {label}
    </Anchor>
  );
}
