/** What readers type, with what they look for. Written before the index was tuned: a query is not changed to make it pass. */
export interface ExpectedHit {
  query: string;
  /** Ends of addresses in the locale, without the fragment unless one is given; any of them will do. */
  expected: string[];
}

const stemCells = 'articles/stem-cells-for-multiple-sclerosis';
const cornea = 'treatments/corneal-transplantation';
const corneaCost = 'articles/cornea-transplant-cost-abroad';
const clots = 'articles/blood-clots-and-flights-after-surgery';
const bacteria = 'articles/resistant-bacteria-after-treatment-abroad';
const sedef = 'clinics/sedef-bay-hospital';
const oresin = 'clinics/oresin-cell-clinic';
const wislany = 'clinics/wislany-brzeg-transplant-centre';
const kekviz = 'clinics/kekviz-eye-clinic';

const english: ExpectedHit[] = [
  // Plain, inflected and mistyped.
  { query: 'multiple sclerosis', expected: ['conditions/multiple-sclerosis'] },
  { query: 'multiple sclerosos', expected: ['conditions/multiple-sclerosis'] },
  { query: 'keratoconus', expected: ['conditions/keratoconus'] },
  { query: 'keratoconos', expected: ['conditions/keratoconus'] },
  { query: 'fuchs', expected: ['conditions/fuchs-dystrophy'] },
  { query: 'knee osteoarthritis', expected: ['conditions/knee-osteoarthritis'] },
  { query: 'osteoarthritis hips', expected: ['conditions/hip-osteoarthritis'] },
  { query: 'hip replacement', expected: ['treatments/hip-replacement'] },
  { query: 'replacing a hip', expected: ['treatments/hip-replacement', 'articles/hip-replacement-cost-abroad'] },
  { query: 'knee replacment price', expected: ['articles/knee-replacement-cost-abroad'] },
  { query: 'corneal transplants', expected: [cornea, corneaCost] },
  { query: 'how much does a corneal transplant cost', expected: [corneaCost] },
  { query: 'haematopoietic transplantation', expected: ['treatments/autologous-haematopoietic-transplantation-ms'] },
  { query: 'hematopoietic transplant', expected: ['treatments/autologous-haematopoietic-transplantation-ms', 'glossary#term-ahsct'] },
  { query: 'stem cells', expected: [stemCells] },
  { query: 'stem cell therapy for MS', expected: [stemCells, 'treatments/mesenchymal-cell-therapy-ms'] },
  { query: 'can stem cells cure MS', expected: [stemCells] },
  { query: 'flying after surgery', expected: [clots] },
  { query: 'blood clot flight', expected: [clots] },
  { query: 'trombosis', expected: [clots, 'glossary#term-venous-thromboembolism', 'glossary#term-thromboprophylaxis'] },
  { query: 'resistent bacteria', expected: [bacteria] },
  { query: 'antibiotics', expected: [bacteria, 'glossary#term-carbapenem-resistance'] },
  { query: 'superbug', expected: ['glossary#term-carbapenem-resistance', bacteria] },
  { query: 'checking a clinic', expected: ['articles/checking-a-clinic-before-you-travel'] },
  // Names, in either script, with and without marks.
  { query: 'Oresin', expected: [oresin] },
  { query: 'Ořešín', expected: [oresin] },
  { query: 'Оржешин', expected: [oresin] },
  { query: 'kekviz', expected: [kekviz] },
  { query: 'Кеквиз', expected: [kekviz] },
  { query: 'Седеф', expected: [sedef] },
  { query: 'sedeff', expected: [sedef] },
  { query: 'wislany brzeg', expected: [wislany] },
  { query: 'Ahornufer', expected: ['clinics/klinik-ahornufer'] },
  { query: 'lipova', expected: ['clinics/lipova-alej-joint-centre'] },
  { query: 'Krakow', expected: [wislany] },
  { query: 'Poland', expected: [wislany] },
  { query: 'Turkey', expected: [sedef] },
  { query: 'eye clinic in Hungary', expected: [kekviz] },
  { query: 'Dombvari', expected: ['people/emoke-dombvari'] },
  { query: 'Dr Dolezalova', expected: ['people/katerina-dolezalova'] },
  { query: 'Рыбак', expected: ['people/tomasz-rybak'] },
  { query: 'neurologist', expected: ['people/tomasz-rybak'] },
  { query: 'hematologist', expected: ['people/elif-aksoy', 'people/pawel-zielonka'] },
  // Terms, abbreviations and beginnings of words.
  { query: 'aferesis', expected: ['glossary#term-apheresis'] },
  { query: 'EDSS', expected: ['glossary#term-edss'] },
  { query: 'AHSCT', expected: ['glossary#term-ahsct', 'treatments/autologous-haematopoietic-transplantation-ms'] },
  { query: 'DMEK', expected: ['glossary#term-lamellar-keratoplasty', cornea, corneaCost] },
  { query: 'confidence intervals', expected: ['glossary#term-confidence-interval'] },
  { query: 'relative risks', expected: ['glossary#term-relative-risk'] },
  { query: 'graft rejected', expected: ['glossary#term-graft-rejection'] },
  { query: 'mesenchym', expected: ['treatments/mesenchymal-cell-therapy-ms', 'glossary#term-mesenchymal-stromal-cells'] },
  { query: 'keratopl', expected: [cornea, 'glossary#term-penetrating-keratoplasty', 'glossary#term-lamellar-keratoplasty'] },
  // About the site.
  { query: 'how are reviews verified', expected: ['pages/how-we-verify-reviews'] },
  { query: 'privacy', expected: ['pages/privacy'] },
  { query: 'report a mistake', expected: ['pages/corrections'] },
  { query: 'clinic ranking', expected: ['pages/how-we-rank'] },
];

const ms = 'conditions/rasseyannyy-skleroz';
const stemCellsRu = 'articles/stvolovye-kletki-pri-rasseyannom-skleroze';
const ahsctRu = 'treatments/autologichnaya-transplantatsiya-stvolovykh-kletok-pri-rs';
const mscRu = 'treatments/mezenkhimalnye-kletki-pri-rs';
const corneaRu = 'treatments/transplantatsiya-rogovitsy';
const corneaCostRu = 'articles/skolko-stoit-transplantatsiya-rogovitsy-za-rubezhom';
const hipRu = 'treatments/endoprotezirovanie-tazobedrennogo-sustava';
const hipCostRu = 'articles/skolko-stoit-endoprotezirovanie-tazobedrennogo-sustava-za-rubezhom';
const kneeRu = 'treatments/endoprotezirovanie-kolennogo-sustava';
const kneeCostRu = 'articles/skolko-stoit-endoprotezirovanie-kolena-za-rubezhom';
const clotsRu = 'articles/tromby-i-perelyoty-posle-operatsii';
const bacteriaRu = 'articles/ustoychivye-bakterii-posle-lecheniya-za-rubezhom';
const sedefRu = 'clinics/bolnitsa-sedef-bey';
const oresinRu = 'clinics/klinika-orzheshin';
const kekvizRu = 'clinics/glaznaya-klinika-kekviz';
const wislanyRu = 'clinics/tsentr-transplantatsii-vislyany-bzheg';
const ahornuferRu = 'clinics/klinika-akhornufer';

const russian: ExpectedHit[] = [
  // Plain, inflected and mistyped.
  { query: 'рассеянный склероз', expected: [ms] },
  { query: 'рассеянного склероза', expected: [ms] },
  { query: 'рассеяный склероз', expected: [ms] },
  { query: 'больным рассеянным склерозом', expected: [ms, stemCellsRu] },
  { query: 'стволовые клетки', expected: [stemCellsRu] },
  { query: 'стволовых клеток при склерозе', expected: [stemCellsRu, ahsctRu] },
  { query: 'лечение стволовыми клетками', expected: [stemCellsRu, 'glossary#term-atgsk'] },
  { query: 'мезенхимальных клеток', expected: [mscRu, 'glossary#term-mezenkhimalnye-stromalnye-kletki'] },
  { query: 'можно ли вылечить РС', expected: [stemCellsRu] },
  { query: 'роговица', expected: [corneaRu, corneaCostRu, 'glossary#term-endoteliy-rogovitsy'] },
  { query: 'трансплантацию роговицы', expected: [corneaRu, corneaCostRu] },
  { query: 'пересадка роговицы', expected: [corneaRu, corneaCostRu] },
  { query: 'сколько стоит трансплантация роговицы', expected: [corneaCostRu] },
  { query: 'замена тазобедренного сустава', expected: [hipCostRu, hipRu] },
  { query: 'тазобедреный сустав', expected: [hipRu, hipCostRu, 'conditions/osteoartrit-tazobedrennogo-sustava'] },
  { query: 'замена колена', expected: [kneeRu, kneeCostRu] },
  { query: 'эндопротезирование коленных суставов', expected: [kneeRu, kneeCostRu] },
  { query: 'ендопротезирование', expected: [kneeRu, kneeCostRu, hipRu, hipCostRu, 'glossary#term-revizionnoe-endoprotezirovanie'] },
  { query: 'остеоартрит колена', expected: ['conditions/osteoartrit-kolennogo-sustava'] },
  { query: 'кератоконуса', expected: ['conditions/keratokonus'] },
  { query: 'дистрофия Фукса', expected: ['conditions/distrofiya-fuksa'] },
  { query: 'тромбов', expected: [clotsRu, 'glossary#term-tromboprofilaktika', 'glossary#term-venoznye-tromboembolicheskie-oslozhneniya'] },
  { query: 'перелет после операции', expected: [clotsRu] },
  { query: 'перелёты и тромбы', expected: [clotsRu] },
  { query: 'устойчивых бактерий', expected: [bacteriaRu] },
  { query: 'антибиотики', expected: [bacteriaRu, 'glossary#term-ustoychivost-k-karbapenemam'] },
  { query: 'супербактерия', expected: ['glossary#term-ustoychivost-k-karbapenemam', bacteriaRu] },
  { query: 'результаты исследований', expected: ['articles/kak-chitat-rezultat-issledovaniya'] },
  // Names, in either script, with ё and е.
  { query: 'Sedef', expected: [sedefRu] },
  { query: 'седеф бей', expected: [sedefRu] },
  { query: 'в Седефе', expected: [sedefRu] },
  { query: 'Oresin', expected: [oresinRu] },
  { query: 'Орешин', expected: [oresinRu] },
  { query: 'Kékvíz', expected: [kekvizRu] },
  { query: 'кеквис', expected: [kekvizRu] },
  { query: 'Ahornufer', expected: [ahornuferRu] },
  { query: 'Wiślany', expected: [wislanyRu] },
  { query: 'клиника в Кракове', expected: [wislanyRu] },
  { query: 'клиники Германии', expected: [ahornuferRu] },
  { query: 'Турция', expected: [sedefRu] },
  { query: 'Польше', expected: [wislanyRu] },
  { query: 'Павел Зеленка', expected: ['people/pavel-zelyonka'] },
  { query: 'Zielonka', expected: ['people/pavel-zelyonka'] },
  { query: 'Домбвари', expected: ['people/emyoke-dombvari'] },
  { query: 'Вендланд', expected: ['people/friderike-vendlandt'] },
  { query: 'неврологи', expected: ['people/tomash-rybak'] },
  { query: 'гематолог', expected: ['people/elif-aksoy', 'people/pavel-zelyonka'] },
  // Terms, abbreviations and beginnings of words.
  { query: 'афереза', expected: ['glossary#term-aferez'] },
  { query: 'афирез', expected: ['glossary#term-aferez'] },
  { query: 'АТГСК', expected: ['glossary#term-atgsk', ahsctRu] },
  { query: 'ПИТРС', expected: ['glossary#term-pitrs'] },
  { query: 'edss', expected: ['glossary#term-edss'] },
  { query: 'кератоплас', expected: [corneaRu, 'glossary#term-skvoznaya-keratoplastika', 'glossary#term-posloynaya-keratoplastika'] },
  { query: 'доверительный интервал', expected: ['glossary#term-doveritelnyy-interval'] },
  { query: 'относительного риска', expected: ['glossary#term-otnositelnyy-risk'] },
  { query: 'отторжения трансплантата', expected: ['glossary#term-ottorzhenie-transplantata'] },
  // About the site.
  { query: 'как вы проверяете отзывы', expected: ['pages/kak-my-proveryaem-otzyvy'] },
  { query: 'конфиденциальности', expected: ['pages/konfidentsialnost'] },
  { query: 'сообщить об ошибке', expected: ['pages/ispravleniya'] },
  { query: 'контакты', expected: ['pages/kontakty'] },
];

/** By locale. */
export const queries: Record<string, ExpectedHit[]> = { en: english, ru: russian };
