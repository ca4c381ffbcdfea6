import { describe, expect, test } from 'vitest';
import { familyNameKey, PeopleRegister } from '../../src/site/people-register.ts';

const body = { figures: [], inserts: [], blocks: [], text: '', links: [], headings: [] };
const file = {
  slug: 'shen-yanqiu',
  file: 'people/shen-yanqiu.md',
  frontMatter: { name: 'SHEN Yanqiu', names: { zh: '沈砚秋' }, roles: {} },
  body,
};

describe('who a credit means', () => {
  test('is one person by name, by Chinese name and by slug', () => {
    const register = new PeopleRegister([file], 'pinyin');
    const found = ['SHEN Yanqiu', '沈砚秋', 'shen-yanqiu', 'SHEN  Yanqiu'].map((name) => register.find(name));
    expect(found.map((lookup) => lookup.ok && lookup.person.slug)).toEqual(Array(4).fill('shen-yanqiu'));
  });

  test('is written as each language writes it, a name without a file as it is', () => {
    const register = new PeopleRegister([file], 'pinyin');
    expect(register.nameIn('zh', 'SHEN  Yanqiu')).toBe('沈砚秋');
    expect(register.nameIn('en', '沈砚秋')).toBe('SHEN Yanqiu');
    register.find('HE Yuan');
    expect(register.nameIn('zh', 'HE Yuan')).toBe('HE Yuan');
    expect(register.nameIn('zh', 'SHEN Yanqiu and others')).toBe('SHEN Yanqiu and others');
  });

  test('is a new person for a name without a file, with a readable address of its own', () => {
    const register = new PeopleRegister([file], 'pinyin');
    expect(register.find('宋栖月')).toMatchObject({ ok: true, person: { slug: 'song-qiyue' } });
    expect(register.find('沈砚球')).toMatchObject({ ok: true, person: { slug: 'shen-yanqiu-2' } });
    expect(new PeopleRegister([], 'words').find('宋栖月')).toMatchObject({ person: { slug: '宋栖月' } });
  });

  test('has an address in the spelling of the site’s language, whether credited before or found', () => {
    const credited = ['Ayşe Özgür'];
    for (const [lang, slug] of [
      ['tr', 'ayse-ozgur'],
      ['de', 'ayse-oezguer'],
    ] as const) {
      const register = new PeopleRegister([], 'words', { credited, lang });
      expect(register.find('Ayşe Özgür')).toMatchObject({ person: { slug } });
      expect(register.find('Öykü')).toMatchObject({ person: { slug: lang === 'tr' ? 'oyku' : 'oeykue' } });
    }
  });

  test('is nobody for the slug of a file that is not there', () => {
    expect(new PeopleRegister([file], 'pinyin').find('shen-yanqu')).toEqual({
      ok: false,
      guess: 'shen-yanqiu',
    });
  });

  test('stands in lists by family name, Chinese names among the others', () => {
    const names = ['YANG Lindi', '欧阳修', 'Mary Beth ÉCLAIR', 'Ada Lovelace', '单雄信', 'OKAFOR Amara'];
    expect(names.toSorted((a, b) => (familyNameKey(a) < familyNameKey(b) ? -1 : 1))).toEqual([
      'Mary Beth ÉCLAIR',
      'Ada Lovelace',
      'OKAFOR Amara',
      '欧阳修',
      '单雄信',
      'YANG Lindi',
    ]);
  });
});
