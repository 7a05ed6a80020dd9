import { linked, visibleTexts } from './blanks';
import { citations } from './citations';
import { countries, currencyCodes, knownLocales, languages, onlyEuro, timeZones } from './codes';
import { figure } from './figures';
import { openingHours } from './hours';
import { linkedParts } from './linked-parts';
import { links } from './links';
import { ascending, notInFuture } from './order';
import { moderated } from './reviews';
import { allowedNodes, headingLevels, onlyLists } from './rich-text';
import { holidayList, rateTable } from './shapes';
import { labelled } from './shares';
import { ownSlug } from './slugs';
import type { DocumentRule, NodeRule } from './subject';
import { translated } from './translated';

/** What holds for every document. */
export const documentRules: DocumentRule[] = [allowedNodes, headingLevels, links, citations, translated, linkedParts, ownSlug];

/** What holds for every document and every part. */
export const everyNode: NodeRule[] = [knownLocales('sourceLocale', 'hiddenIn'), visibleTexts];

/** What holds for one kind of document or part. */
export const nodeRules: Record<string, NodeRule[]> = {
  'api::accreditation.accreditation': [ascending('validFrom', 'validTo'), notInFuture('checkedOn')],
  'api::article.article': [ascending('reviewedOn', 'reviewDueOn'), notInFuture('reviewedOn', 'changedOn'), onlyLists('keyTakeaways')],
  'api::clinic.clinic': [countries('country'), languages('languagesSpoken')],
  'api::cost-entry.cost-entry': [
    countries('country'),
    currencyCodes('currency'),
    ascending('amountFrom', 'amountTo'),
    notInFuture('asOf'),
    linked('treatment', words => words.linked.noTreatment),
    linked('source', words => words.linked.noSourceOfPrice),
  ],
  'api::exchange-rate.exchange-rate': [onlyEuro('base'), rateTable, notInFuture('date')],
  'api::review.review': [countries('country'), notInFuture('treatedOn', 'verifiedOn'), moderated],
  'api::safety-notice.safety-notice': [notInFuture('issuedOn')],
  'api::site.site': [currencyCodes('referenceCurrency'), timeZones('timeZone'), openingHours, holidayList],
  'api::source.source': [languages('titleLanguage'), notInFuture('accessedOn')],
  'api::treatment.treatment': [ascending('stayDaysFrom', 'stayDaysTo'), onlyLists('questions')],
  'block.list': [onlyLists('items')],
  'evidence.claim': [
    linked('source', words => words.linked.noSourceOfClaim),
    labelled('percent', 'percentLabel'),
    labelled('comparisonPercent', 'comparisonLabel'),
  ],
  'shared.figure': [figure],
  'shared.step': [ascending('daysFrom', 'daysTo')],
};
