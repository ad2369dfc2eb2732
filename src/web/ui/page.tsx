import { Box, Container, Group, Stack, Text, Title } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { usePageTitle } from './page-title.ts';

type PageProps = {
  title: string;
  /** What stands in the browser's tab where it differs from the heading. */
  tab?: string;
  /** Where this page belongs, as links above the heading. */
  above?: ReactNode;
  /** One line below the heading. */
  below?: ReactNode;
  /** Buttons beside the heading, the main one last. */
  actions?: ReactNode;
  width?: 'narrow' | 'wide';
  children: ReactNode;
};

let isFirstPage = true;

/** A page: heading, actions, content. After a change of page the heading takes the focus, so that a screen reader says where it is. */
export function Page({ title, tab, above, below, actions, width = 'wide', children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const router = useRouter();
  usePageTitle(tab ?? title);

  useEffect(() => {
    if (isFirstPage) isFirstPage = false;
    else if (!router.state.location.hash) heading.current?.focus({ preventScroll: true });
  }, [router]);

  return (
    <Container size={width === 'narrow' ? 760 : 1240} px={{ base: 'md', sm: 'lg' }} py={{ base: 'md', sm: 'xl' }}>
      <Stack gap="lg">
        <Group justify="space-between" align="flex-end" gap="md">
          <Box miw={0} maw="100%">
            {above && (
              <Text size="sm" c="dimmed" component="div" mb={4}>
                {above}
              </Text>
            )}
            <Title order={1} ref={heading} tabIndex={-1}>
              {title}
            </Title>
            {below && (
              <Text c="dimmed" component="div" mt={4}>
                {below}
              </Text>
            )}
          </Box>
          {actions && <Group gap="xs">{actions}</Group>}
        </Group>
        {children}
      </Stack>
    </Container>
  );
}

/** What is to be read line by line on a page that is as wide as its neighbours, so that their tabs stay in one place. */
export const Column = ({ children }: { children: ReactNode }) => (
  <Box maw={760} miw={0}>
    {children}
  </Box>
);
