const languages = new Intl.DisplayNames('en', { type: 'language' });
const scripts = new Intl.DisplayNames('en', { type: 'script' });

/** The words of a passage that is at fault, where the field has others too. */
const passage = (quote: string | null): string => (quote === null ? 'This' : `“${quote}”`);

/** What the CMS says to editors in English, by the rule that says it. */
export const en = {
  quoted: (text: string) => `“${text}”`,

  refusal: {
    faults: (count: number) => `${count} things must be mended first.`,
    numbered: (field: string, number: number) => `${field} ${number}`,
    andMore: (count: number) => `; and ${count} more`,
    wrongForm: (description: string) => `This is not in the right form. ${description}`,
    /** What Strapi's own check of the schema says, in English. */
    byStrapi: (message: string) => message,
  },

  citedSource: {
    cannotBeRenamed: (key: string, places: string) => `“${key}” is cited and cannot have another key. Take it out there first: ${places}.`,
    cannotBeDeleted: (key: string, places: string) => `“${key}” is cited and cannot be deleted. Take it out there first: ${places}.`,
  },

  citations: {
    unknown: (key: string) => `No source has the key “${key}”. Add the source, or correct the citation.`,
    hidden: (text: string, why: string) => `“${text}”: ${why}`,
    notHere: 'citations are not shown here. Say it in a text, and cite the source there.',
    notInOwnWords: 'a patient’s own words cite nothing. Take the citation out.',
    notInLink: 'a citation cannot stand in a link. Put it after the link.',
    inPieces: (text: string) => `“${text}” is in pieces: its formatting changes halfway. Write it anew, in one go.`,
    malformed: (text: string) => `“${text}” is not a citation. Write [@key], or [@one; @two] for several sources.`,
  },

  codes: {
    country: (code: string) => `“${code}” is not a country. Use its two-letter code after ISO 3166, such as TR for Turkey.`,
    currency: (code: string) => `“${code}” is not a currency. Use its three-letter code after ISO 4217, such as EUR.`,
    onlyEuro: (code: string) => `Rates are given for one euro, as the European Central Bank publishes them: the base is EUR, not “${code}”.`,
    language: (codes: string) => `No language has the code “${codes}”. Use codes after ISO 639, such as en, ru, tr.`,
    timeZone: (name: string) => `“${name}” is not a time zone. Use a name such as Europe/Istanbul.`,
    locale: (codes: string, known: string) => `The site has no locale “${codes}”. It has: ${known}.`,
  },

  figure: {
    noPicture: 'The picture is missing. Choose one, or remove the figure.',
    noDescription: 'Describe the picture for those who cannot see it, or mark it as decorative.',
    needlessDescription: 'A decorative picture has no description. Remove the description, or the mark.',
    titleAsDescription: 'This is the title of the page. Say what the picture shows.',
  },

  linked: {
    noTreatment: 'Say what this is the price of: choose the treatment.',
    noSourceOfPrice: 'A price needs its source. Choose where it was published.',
    noSourceOfClaim: 'A claim needs its source. Choose one, or say it in a text block without figures.',
    noClinics: 'The cards show no clinic. Choose some, or remove the block.',
    noPrices: 'The table shows no prices. Choose the treatment, or remove the block.',
    noStory: 'The block tells no story. Choose a review, or remove the block.',
  },

  links: {
    malformed: (href: string) => `“${href}” is not a link that the site can show. Use a path such as /articles/slug, an address with https://, mailto: or tel:.`,
    noPage: (href: string) => `The site has no page “${href}”.`,
    nowhere: (href: string) => `“${href}” leads nowhere: no document of its kind has this address. Correct the link, or make the document first.`,
  },

  order: {
    before: (date: string, first: string) => `${date} is before the first day, ${first}. Correct one of the two.`,
    less: (value: number, lower: number) => `${value} is less than the lower value, ${lower}. Correct one of the two.`,
    inFuture: (date: string) => `${date} is in the future. Give the day on which it was done.`,
    hours: (hours: string) => `“${hours}” ends before it begins. Give hours of one day, from 00:00 to 24:00, such as Mo-Fr 09:00-18:00.`,
  },

  pictures: {
    notFetched: 'The CMS fetches no pictures by itself: save the picture and upload the file.',
    invalid: 'File is not a valid image',
    tooLong: (width: number, height: number, longest: number) => `The picture has ${width} × ${height} pixels. No side may have more than ${longest}: make it smaller, or cut it.`,
    notStored: 'The picture was not stored.',
  },

  rates: {
    oneADay: 'There is a snapshot of this day from this publisher already. Change that one, or correct the date or the publisher.',
  },

  reviews: {
    notApproved: 'Only an approved review can be published. Approve it; if it was published and is withdrawn, unpublish it.',
    notVerified: 'Say when the review was verified, or set the verification method to “none”.',
    noConsent: 'A story is shown with the patient’s consent only. Say where the signed consent is filed.',
  },

  rights: {
    order: 'You may not sort by this.',
    create: (locale: string) => `You may not make this in ${languages.of(locale)}.`,
    update: (locale: string) => `You may not change this in ${languages.of(locale)}.`,
    delete: (locale: string) => `You may not delete this in ${languages.of(locale)}.`,
    publish: (locale: string) => `You may not publish this in ${languages.of(locale)}, or take it from the site.`,
  },

  shapes: {
    holidays: 'This must be a list of days, such as ["2026-12-25", "2027-01-01"].',
    rates: 'This must give a positive rate for each currency, one at least, such as {"USD": 1.08, "PLN": 4.25}, with codes after ISO 4217.',
  },

  share: {
    unlabelled: (percent: number) => `Say what the ${percent} % are of, such as “improved with cells”, or remove the number.`,
  },

  slugs: {
    taken: (slug: string, title: string, locale: string) => `“${slug}” is the slug of “${title}” (${locale}), and links find a document by its slug in any language. Choose another.`,
  },

  text: {
    blank: 'There is nothing to read here, only spaces or characters that are not seen. Write something, or empty the field.',
    empty: 'This is empty. Write something, or remove the part.',
    noImage: 'Pictures do not belong in text: add a figure block.',
    noCode: 'Code blocks are not shown on the site: use a paragraph.',
    notShown: (node: string) => `The site cannot show “${node}” in text.`,
    headingLevel: (level: number) => `A heading has level ${level}. The page's title is level 1; use 2, 3 and 4.`,
    headingSkips: (level: number, above: number) => `A heading of level ${level} follows level ${above}. Use level ${above + 1}.`,
    onlyLists: 'This may hold only a list. Turn the paragraphs into list entries.',
  },

  translated: {
    copied: (quote: string | null, source: string, locale: string) => `${passage(quote)} is still the ${languages.of(source)} text. Translate it into ${languages.of(locale)}.`,
    foreign: (quote: string | null, locale: string, script: string) => `${passage(quote)} is not in ${languages.of(locale)}: most of its letters are not ${scripts.of(script)}. Translate it.`,
    more: (count: number) => ` So it is in ${count} more places here.`,
  },
};

/** What there is to say; a language that leaves something out does not compile. */
export type Catalogue = typeof en;
