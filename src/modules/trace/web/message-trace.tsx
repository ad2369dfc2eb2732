import { useQuery } from '@tanstack/react-query';
import { usePhrases } from '../../../web/language.ts';
import { reading } from '../../../web/query.ts';
import { Loaded } from '../../../web/ui/loaded.tsx';
import { Section } from '../../../web/ui/section.tsx';
import { traceContract } from '../contract.ts';
import { tracePhrases } from './phrases.ts';
import { pollingOf } from './polling.ts';
import { TraceLine } from './trace-line.tsx';

/** What has become of one mail. */
export function MessageTrace({ messageId }: { messageId: string }) {
  const t = usePhrases(tracePhrases);
  const trace = useQuery({
    ...reading(traceContract.getMessageTrace, { params: { messageId } }),
    refetchInterval: ({ state }) => pollingOf(state.data && [state.data]),
  });
  return (
    <Section title={t('traceOfOne')} note={t('traceNote')} id="trace">
      <Loaded query={trace} lines={4}>
        {({ items }) => <TraceLine items={items} />}
      </Loaded>
    </Section>
  );
}
