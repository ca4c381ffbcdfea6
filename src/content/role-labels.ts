/** What readers see above the names of those who made a story, where site.yaml gives a role no label of its own. Pure. */

import type { SiteConfig } from './site-config.ts';

type Labels = readonly [draft: string, revision: string, photos: string, translation: string, source: string];

const roles = ['draft', 'revision', 'photos', 'translation', 'source'];

/** As papers of each language write it. */
const labels: Readonly<Record<string, Labels>> = {
  en: ['By', 'Edited by', 'Photos', 'Translated by', 'Source'],
  zh: ['撰文', '编辑', '摄影', '翻译', '来源'],
  de: ['Von', 'Redaktion', 'Fotos', 'Übersetzung', 'Quelle'],
  fr: ['Par', 'Édition', 'Photos', 'Traduction', 'Source'],
  es: ['Por', 'Edición', 'Fotos', 'Traducción', 'Fuente'],
  pt: ['Por', 'Edição', 'Fotos', 'Tradução', 'Fonte'],
  it: ['Di', 'A cura di', 'Foto', 'Traduzione', 'Fonte'],
  nl: ['Door', 'Redactie', 'Foto’s', 'Vertaling', 'Bron'],
  pl: ['Tekst', 'Redakcja', 'Zdjęcia', 'Tłumaczenie', 'Źródło'],
  ru: ['Текст', 'Редактор', 'Фото', 'Перевод', 'Источник'],
  uk: ['Текст', 'Редактор', 'Фото', 'Переклад', 'Джерело'],
  ar: ['بقلم', 'تحرير', 'تصوير', 'ترجمة', 'المصدر'],
  fa: ['نویسنده', 'ویراستار', 'عکس', 'ترجمه', 'منبع'],
  he: ['מאת', 'עריכה', 'צילום', 'תרגום', 'מקור'],
  tr: ['Yazan', 'Editör', 'Fotoğraf', 'Çeviri', 'Kaynak'],
  ja: ['文', '編集', '写真', '翻訳', '出典'],
  ko: ['글', '편집', '사진', '번역', '출처'],
  hi: ['लेखन', 'संपादन', 'तस्वीरें', 'अनुवाद', 'स्रोत'],
  id: ['Oleh', 'Penyunting', 'Foto', 'Terjemahan', 'Sumber'],
  vi: ['Bài viết', 'Biên tập', 'Ảnh', 'Dịch', 'Nguồn'],
};

/** The settings with a label for each usual role in each language that has none: `draft: {}` becomes "By". */
export function withRoleLabels(config: SiteConfig): SiteConfig {
  const credits = Object.entries(config.credits).map(([role, own]) => {
    const index = roles.indexOf(role);
    const usual = Object.keys(config.languages).flatMap((lang) => {
      const label = (labels[lang] ?? labels[lang.split('-')[0] ?? ''])?.[index];
      return label === undefined ? [] : [[lang, label]];
    });
    return [role, { ...Object.fromEntries(usual), ...own }];
  });
  return { ...config, credits: Object.fromEntries(credits) };
}

/** The roles for which every shipped language has a word. */
export const usualRoles: readonly string[] = roles;
