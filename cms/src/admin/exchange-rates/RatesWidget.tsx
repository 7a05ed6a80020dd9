import { Flex, Typography } from '@strapi/design-system';
import { useFetchClient, Widget } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';

import type { RatesState } from '../../exchange-rates/admin-route';
import type words from '../../exchange-rates/words/en.json';

/** Says on the home page which rates there are, and how the last attempt to fetch some went. */
export function RatesWidget() {
  const [state, setState] = useState<RatesState | 'loading' | 'failed'>('loading');
  const { get } = useFetchClient();
  useEffect(() => {
    get<RatesState>('/exchange-rates/state').then(({ data }) => setState(data), () => setState('failed'));
  }, [get]);

  if (state === 'loading') return <Widget.Loading />;
  if (state === 'failed') return <Widget.Error />;
  return (
    <Flex direction="column" alignItems="start" gap={3}>
      <Newest newest={state.newest} />
      <Fetching address={state.address} attempt={state.attempt} />
    </Flex>
  );
}

function Newest({ newest }: Pick<RatesState, 'newest'>) {
  const { formatDate } = useIntl();
  const say = useSentences();
  if (!newest) return <Typography textColor="danger600">{say('exchange-rates.none')}</Typography>;
  const date = formatDate(newest.date, { dateStyle: 'long', timeZone: 'UTC' });
  return <Typography fontWeight="semiBold">{say('exchange-rates.newest', { date, publisher: newest.publisher })}</Typography>;
}

function Fetching({ address, attempt }: Pick<RatesState, 'address' | 'attempt'>) {
  const { formatDate, formatMessage } = useIntl();
  const say = useSentences();
  if (address === null) return <Typography textColor="neutral600">{say('exchange-rates.by-hand')}</Typography>;
  if (!attempt) return <Typography textColor="neutral600">{say('exchange-rates.not-tried', { address })}</Typography>;
  const { at, outcome, fault, missing } = attempt;
  const time = formatDate(at, { dateStyle: 'long', timeStyle: 'short' });
  return (
    <>
      <Typography textColor={fault ? 'danger600' : 'neutral600'}>{say(`exchange-rates.${outcome}`, { time, address })}</Typography>
      {fault && <Typography>{formatMessage({ id: `exchange-rates.fault.${fault.code}`, defaultMessage: fault.message }, fault.values)}</Typography>}
      {missing.length > 0 && <Typography>{say('exchange-rates.missing', { currencies: missing.join(', ') })}</Typography>}
    </>
  );
}

function useSentences() {
  const { formatMessage } = useIntl();
  return (id: keyof typeof words, values: Record<string, string> = {}) => formatMessage({ id }, values);
}
