import type { Catalogue } from './en';

const languages = new Intl.DisplayNames('ru', { type: 'language' });
const scripts = new Intl.DisplayNames('ru', { type: 'script' });
const plurals = new Intl.PluralRules('ru');

/** A number with its noun: 1 ошибка, 2 ошибки, 5 ошибок. */
function counted(count: number, one: string, few: string, many: string): string {
  const forms: Partial<Record<Intl.LDMLPluralRule, string>> = { one, few };
  return `${count} ${forms[plurals.select(count)] ?? many}`;
}

/** Where only "one" differs from the other numbers, as in all cases but the nominative: 21 знака, 22 знаков. */
const declined = (count: number, one: string, others: string): string => counted(count, one, others, others);

/** Where in a field the fault is; all of it, where nothing is quoted. */
const passage = (quote: string | null): string => (quote === null ? 'Здесь' : `«${quote}»: здесь`);

/** What Strapi itself finds and an editor may meet. */
const found: [RegExp, (bound: string) => string][] = [
  [/must be defined|cannot be null|required field/, () => 'Это поле нужно заполнить.'],
  [/must be at most (\d+) characters/, most => `Слишком длинно: можно не больше ${declined(Number(most), 'знака', 'знаков')}.`],
  [/must be at least (\d+) characters/, least => `Слишком коротко: нужно не меньше ${declined(Number(least), 'знака', 'знаков')}.`],
  [/less than or equal to (-?[\d.]+)/, most => `Число должно быть не больше ${most}.`],
  [/greater than or equal to (-?[\d.]+)/, least => `Число должно быть не меньше ${least}.`],
  [/must be unique/, () => 'Такое значение уже есть в другом документе. Выберите другое.'],
];

/** What the CMS says to editors in Russian. */
export const ru: Catalogue = {
  quoted: text => `«${text}»`,

  refusal: {
    faults: count => `Сначала нужно исправить ${counted(count, 'ошибку', 'ошибки', 'ошибок')}.`,
    numbered: (field, number) => `${field} № ${number}`,
    andMore: count => `; и ещё ${count}`,
    wrongForm: description => `Значение записано не в том виде. ${description}`,
    byStrapi(message) {
      for (const [form, sentence] of found) {
        const match = form.exec(message);
        if (match) return sentence(match[1] ?? '');
      }
      return message;
    },
  },

  citedSource: {
    cannotBeRenamed: (key, places) => `На «${key}» ссылаются, поэтому ключ нельзя изменить. Сначала уберите ссылки здесь: ${places}.`,
    cannotBeDeleted: (key, places) => `На «${key}» ссылаются, поэтому источник нельзя удалить. Сначала уберите ссылки здесь: ${places}.`,
  },

  citations: {
    unknown: key => `Источника с ключом «${key}» нет. Добавьте источник или исправьте ссылку на него.`,
    hidden: (text, why) => `«${text}»: ${why}`,
    notHere: 'здесь ссылки на источники не показываются. Перенесите сказанное в текст и сошлитесь на источник там.',
    notInOwnWords: 'в словах самого пациента ссылок на источники не бывает. Уберите её.',
    notInLink: 'ссылка на источник не может стоять внутри другой ссылки. Поставьте её после.',
    inPieces: text => `«${text}» состоит из кусков: посередине меняется оформление. Наберите заново, целиком.`,
    malformed: text => `«${text}» — не ссылка на источник. Пишите [@key], а для нескольких источников [@one; @two].`,
  },

  codes: {
    country: code => `«${code}» — не страна. Нужен двухбуквенный код по ISO 3166, например TR для Турции.`,
    currency: code => `«${code}» — не валюта. Нужен трёхбуквенный код по ISO 4217, например EUR.`,
    onlyEuro: code => `Курсы указывают за один евро, как их публикует Европейский центральный банк: базовая валюта — EUR, а не «${code}».`,
    language: codes => `Языка с кодом «${codes}» нет. Нужны коды по ISO 639, например en, ru, tr.`,
    timeZone: name => `«${name}» — не часовой пояс. Нужно название вроде Europe/Istanbul.`,
    locale: (codes, known) => `Языка «${codes}» на сайте нет. Есть: ${known}.`,
  },

  figure: {
    noPicture: 'Изображения нет. Выберите его или уберите иллюстрацию.',
    noDescription: 'Опишите изображение для тех, кто его не видит, или отметьте, что это украшение.',
    needlessDescription: 'У украшения не бывает описания. Уберите описание или отметку.',
    titleAsDescription: 'Это заголовок страницы. Напишите, что изображено.',
  },

  linked: {
    noTreatment: 'Укажите, за что эта цена: выберите метод лечения.',
    noSourceOfPrice: 'Цене нужен источник. Выберите, где она опубликована.',
    noSourceOfClaim: 'Утверждению нужен источник. Выберите его или скажите то же в текстовом блоке, без цифр.',
    noClinics: 'В карточках нет ни одной клиники. Выберите клиники или уберите блок.',
    noPrices: 'В таблице нет цен. Выберите метод лечения или уберите блок.',
    noStory: 'В блоке нет отзыва. Выберите отзыв или уберите блок.',
  },

  links: {
    malformed: href => `«${href}» — не ссылка, которую может показать сайт. Нужен путь вроде /articles/slug или адрес с https://, mailto: или tel:.`,
    noPage: href => `На сайте нет страницы «${href}».`,
    nowhere: href => `«${href}» никуда не ведёт: документа с таким адресом нет. Исправьте ссылку или сначала создайте документ.`,
  },

  order: {
    before: (date, first) => `${date} раньше первого дня, ${first}. Исправьте одну из дат.`,
    less: (value, lower) => `${value} меньше нижней границы, ${lower}. Исправьте одно из чисел.`,
    inFuture: date => `${date} ещё не наступило. Укажите день, когда это было сделано.`,
    hours: hours => `«${hours}»: конец раньше начала. Укажите часы в пределах одного дня, от 00:00 до 24:00, например Mo-Fr 09:00-18:00.`,
  },

  pictures: {
    notFetched: 'CMS сама картинок не скачивает: сохраните картинку и загрузите файл.',
    invalid: 'Этот файл — не изображение, которое можно загрузить, или он повреждён.',
    tooLong: (width, height, longest) => `Размер изображения — ${width} × ${height} пикселей. Ни одна сторона не может быть больше ${longest}: уменьшите или обрежьте его.`,
    notStored: 'Изображение не сохранилось.',
  },

  rates: {
    oneADay: 'Курсы за этот день от этого источника уже есть. Измените их или исправьте дату либо источник.',
  },

  reviews: {
    notApproved: 'Опубликовать можно только одобренный отзыв. Одобрите его (approved); если он опубликован, но отозван, снимите его с публикации.',
    notVerified: 'Укажите, когда отзыв проверен, или выберите способ проверки «none».',
    noConsent: 'История публикуется только с согласия пациента. Укажите, где лежит подписанное согласие.',
  },

  rights: {
    order: 'У вас нет права сортировать по этому полю.',
    create: locale => `У вас нет права создавать это на языке: ${languages.of(locale)}.`,
    update: locale => `У вас нет права изменять это на языке: ${languages.of(locale)}.`,
    delete: locale => `У вас нет права удалять это на языке: ${languages.of(locale)}.`,
    publish: locale => `У вас нет права публиковать это или снимать с публикации на языке: ${languages.of(locale)}.`,
  },

  shapes: {
    holidays: 'Нужен список дней, например ["2026-12-25", "2027-01-01"].',
    rates: 'Нужен положительный курс для каждой валюты, хотя бы для одной, с кодами по ISO 4217, например {"USD": 1.08, "PLN": 4.25}.',
  },

  share: {
    unlabelled: percent => `Укажите, чего эти ${percent} %, например «улучшение с клетками», или уберите число.`,
  },

  slugs: {
    taken: (slug, title, locale) => `Адрес «${slug}» занят документом «${title}» (${locale}), а ссылки находят документ по адресу на любом языке. Выберите другой.`,
  },

  text: {
    blank: 'Здесь нечего читать: только пробелы или невидимые знаки. Напишите что-нибудь или очистите поле.',
    empty: 'Здесь пусто. Напишите что-нибудь или уберите эту часть.',
    noImage: 'Изображениям не место в тексте: добавьте блок «Иллюстрация».',
    noCode: 'Блоки кода сайт не показывает: используйте абзац.',
    notShown: node => `Сайт не может показать «${node}» в тексте.`,
    headingLevel: level => `Есть подзаголовок уровня ${level}. Уровень 1 — заголовок страницы; используйте 2, 3 и 4.`,
    headingSkips: (level, above) => `За уровнем ${above} следует подзаголовок уровня ${level}. Нужен уровень ${above + 1}.`,
    onlyLists: 'Здесь может быть только список. Превратите абзацы в его пункты.',
  },

  translated: {
    copied: (quote, source, locale) => `${passage(quote)} всё ещё исходный текст (язык: ${languages.of(source)}). Переведите его на ${languages.of(locale)}.`,
    foreign: (quote, locale, script) => `${passage(quote)} нужен ${languages.of(locale)}, а большинство букв — не ${scripts.of(script)}. Переведите.`,
    more: count => ` То же ещё в ${declined(count, 'месте', 'местах')} этого поля.`,
  },
};
