import { citations } from './citations';
import { countries, currencyCodes, knownLocales, languages, timeZones } from './codes';
import { figure } from './figures';
import { links } from './links';
import { ascending, notInFuture } from './order';
import { moderated, sourced } from './reviews';
import { allowedNodes, headingLevels, onlyLists } from './rich-text';
import { letters } from './script';
import { holidayList, rateTable } from './shapes';
import type { DocumentRule, NodeRule } from './subject';

/** What holds for every document. */
export const documentRules: DocumentRule[] = [allowedNodes, headingLevels, links, citations, letters];

/** What holds for every document and every part. */
export const everyNode: NodeRule[] = [knownLocales('sourceLocale', 'hiddenIn')];

/** What holds for one kind of document or part. */
export const nodeRules: Record<string, NodeRule[]> = {
  'api::accreditation.accreditation': [ascending('validFrom', 'validTo'), notInFuture('checkedOn')],
  'api::article.article': [ascending('reviewedOn', 'reviewDueOn'), notInFuture('reviewedOn', 'changedOn'), onlyLists('keyTakeaways')],
  'api::clinic.clinic': [countries('country'), languages('languagesSpoken')],
  'api::cost-entry.cost-entry': [countries('country'), currencyCodes('currency'), ascending('amountFrom', 'amountTo'), notInFuture('asOf')],
  'api::exchange-rate.exchange-rate': [currencyCodes('base'), rateTable, notInFuture('date')],
  'api::review.review': [countries('country'), notInFuture('treatedOn', 'verifiedOn'), moderated],
  'api::safety-notice.safety-notice': [notInFuture('issuedOn')],
  'api::site.site': [currencyCodes('referenceCurrency'), timeZones('timeZone'), holidayList],
  'api::source.source': [languages('titleLanguage'), notInFuture('accessedOn')],
  'api::treatment.treatment': [ascending('stayDaysFrom', 'stayDaysTo'), onlyLists('questions')],
  'block.list': [onlyLists('items')],
  'evidence.claim': [sourced],
  'shared.figure': [figure],
  'shared.step': [ascending('daysFrom', 'daysTo')],
};
