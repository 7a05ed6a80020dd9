import { CommandError, runAsCommand } from './run.ts';

await runAsCommand(async (strapi, { log }) => {
  const { failed, sentence }: { failed: boolean; sentence: string } = await strapi.service('api::exchange-rate.exchange-rate').fetchNow();
  if (failed) throw new CommandError(sentence);
  log(sentence);
});
