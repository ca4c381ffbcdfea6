/**
 * Queries as readers ask them, with the address that should stand first. Written before the search was tuned; about the
 * newsroom of `tests/fixtures/newsroom`.
 */

/** Languages of the site that is asked, each with its search page. */
export type QueryLanguage = 'en' | 'zh' | 'de' | 'ar';

export interface AskedQuery {
  /** Of the page on which it is asked. */
  readonly lang: QueryLanguage;
  readonly query: string;
  /** Below the site's own address; any of them is right. */
  readonly right: readonly string[];
}

type SearchQuery = Omit<AskedQuery, 'lang'>;

const story = (path: string): readonly string[] => [`/${path}/`];
const library = story('2023/11/library-opens-all-night');
const agreement = story('2024/01/ustb-puth-agreement');
const bicycle = story('2025/05/bamboo-bicycle-workshop');
const bicycleZh = story('zh/2025/05/bamboo-bicycle-workshop');
const rowersZh = story('zh/2025/10/lakeside-rowers');
const furnace = story('2025/06/furnace-keeper');
const heating = story('2025/11/heating-season-begins');
const fossil = story('2024/09/fossil-goes-home');
const robot = story('2024/06/robot-league-final');
const herons = story('2023/05/north-pond-herons');
const dumplings = story('2024/02/spring-festival-canteen');
const safety = story('2024/05/lab-safety-week');
const orchestra = story('2024/10/orchestra-by-train');
const telescope = story('2023/08/telescope-night');
const iron = story('2024/04/calligraphy-in-iron');
const bridge = story('2025/07/bridge-that-listens');
const hearing = story('2025/11/hearing-map');
const archive = story('2025/03/lost-steel-archive');
const teachers = story('2025/09/teachers-day-awards');
const months = story('2025/12/twelve-months-twelve-pictures');
const market = story('2023/12/market-prices');
const exchange = story('2023/09/exchange-students-arrive');
const sports = story('2023/04/spring-sports-day');
const spring = story('2024/03/qingshui-river-spring');
const summer = story('2024/08/qingshui-river-summer');
const autumn = story('2024/11/qingshui-river-autumn');

const englishQueries: readonly SearchQuery[] = [
  // Questions
  { query: 'where is the library open at night', right: library },
  { query: 'when does the heating start', right: heating },
  { query: 'who won the robot league', right: robot },
  { query: 'how much does an egg cost', right: market },
  { query: 'what is a trilobite', right: fossil },
  { query: 'how do I build a bicycle of bamboo', right: bicycle },
  { query: 'which teachers were honored', right: teachers },
  { query: 'what happened on the night of the flood', right: summer },
  { query: 'where did the exchange students come from', right: exchange },
  { query: 'when is the fire drill', right: safety },
  // Dates
  { query: 'January 2024', right: agreement },
  { query: '2024-01-02', right: agreement },
  { query: 'October 2024', right: orchestra },
  { query: 'December 2025', right: months },
  { query: 'robot 2024', right: robot },
  { query: 'September 10, 2025', right: teachers },
  { query: 'sports day april 2023', right: sports },
  { query: 'river march 2024', right: spring },
  // Misspelt
  { query: 'furnase', right: furnace },
  { query: 'libary', right: library },
  { query: 'telescop', right: telescope },
  { query: 'orchstra', right: orchestra },
  { query: 'bambu bicycle', right: bicycle },
  { query: 'dumplngs', right: dumplings },
  { query: 'agreemant hospital', right: agreement },
  { query: 'trilobtes', right: fossil },
  { query: 'caligraphy', right: iron },
  { query: 'heronns', right: herons },
  // People, topics, series and pages
  { query: 'Yang Lindi', right: ['/people/yang-lindi/'] },
  { query: 'Amara Okafor', right: ['/people/amara-okafor/'] },
  { query: 'qiao muyun', right: ['/people/qiao-muyun/'] },
  { query: 'research', right: ['/topics/research/'] },
  { query: 'art', right: ['/topics/art/'] },
  { query: 'social science', right: ['/topics/social-science/'] },
  { query: 'students life', right: ['/topics/students-life/'] },
  { query: 'Three Seasons on the Qingshui', right: ['/series/three-seasons-on-the-qingshui/'] },
  { query: 'about', right: ['/about/'] },
  { query: 'contact', right: ['/contact/'] },
  { query: 'privacy', right: ['/privacy/'] },
  // Phrases and hyphens
  { query: '"around the clock"', right: library },
  { query: '"strategic cooperation agreement"', right: agreement },
  { query: '"heavy ink"', right: iron },
  { query: 'mung-bean soup', right: telescope },
  { query: '"the map goes home"', right: autumn },
  { query: '"New Year’s Eve" dumplings', right: dumplings },
  // Subjects
  { query: 'hospital', right: agreement },
  { query: 'heron nests', right: herons },
  { query: 'saturn', right: telescope },
  { query: 'bamboo', right: bicycle },
  { query: 'timpani train', right: orchestra },
  { query: 'sensors footbridge', right: bridge },
  { query: 'older residents hearing', right: hearing },
  { query: 'logbooks teaching furnace', right: archive },
  { query: 'cello suitcases', right: exchange },
  { query: 'rowing machines records', right: sports },
  { query: 'radiators frost dormitories', right: heating },
  { query: 'cabbage market price', right: market },
  { query: 'teaching prizes ballot', right: teachers },
  { query: 'map of sounds', right: hearing },
];

const chineseQueries: readonly SearchQuery[] = [
  { query: '自行车', right: bicycleZh },
  { query: '自行車', right: bicycleZh },
  { query: '竹子', right: bicycleZh },
  { query: '赛艇', right: rowersZh },
  { query: '賽艇隊', right: rowersZh },
  { query: '2025年10月', right: rowersZh },
  { query: '谁在湖面上划船', right: rowersZh },
  { query: '宋栖月', right: ['/zh/people/song-qiyue/'] },
  { query: '科学研究', right: ['/zh/topics/research/'] },
];

export const firstQueries: readonly AskedQuery[] = [
  ...englishQueries.map((query) => ({ ...query, lang: 'en' as const })),
  ...chineseQueries.map((query) => ({ ...query, lang: 'zh' as const })),
];
