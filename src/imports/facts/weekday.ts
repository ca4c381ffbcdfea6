/** The weekday before a date, which tells `Fri, 04/12/2019` of April from one of December. Pure. */

/** From Sunday on, whole and short. */
const words: readonly string[] = [
  'sunday sun sonntag so dimanche dim domingo dom domenica zondag zo söndag niedziela воскресенье вс 星期日 星期天 周日',
  'monday mon montag mo lundi lun lunes segunda segunda-feira lunedì maandag ma måndag poniedziałek понедельник пн 星期一 周一',
  'tuesday tue dienstag di mardi mar martes terça terça-feira martedì dinsdag tisdag wtorek вторник вт 星期二 周二',
  'wednesday wed mittwoch mi mercredi mer miércoles miercoles mié mie quarta quarta-feira mercoledì woensdag wo onsdag środa среда ср 星期三 周三',
  'thursday thu donnerstag do jeudi jeu jueves jue quinta quinta-feira giovedì donderdag torsdag czwartek четверг чт 星期四 周四',
  'friday fri freitag fr vendredi ven viernes vie sexta sexta-feira venerdì vrijdag vr fredag piątek пятница пт 星期五 周五',
  'saturday sat samstag sa samedi sam sábado sabado sáb sab sabato zaterdag za lördag sobota суббота сб 星期六 周六',
];

const days = new Map(
  words.flatMap((line, day) => line.split(' ').map((word): [string, number] => [word, day])),
);

/** Any of them, the longest first. */
export const anyWeekday = [...days.keys()].sort((a, b) => b.length - a.length).join('|');

export interface FoundWeekday {
  readonly day: number;
  readonly start: number;
}

/** @param before the text up to the date */
export function weekdayBefore(before: string): FoundWeekday | undefined {
  const match = /([\p{L}-]{2,20})[.,\s]*$/u.exec(before);
  const day = days.get(match?.[1]?.toLowerCase() ?? '');
  return match === null || day === undefined ? undefined : { day, start: match.index };
}

/** @param day `2019-04-12` */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}
