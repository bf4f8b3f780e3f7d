const number = /^[([]?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[a-z]|[ivxl]{1,6})[\])]?[.:)]?$/iu;
const bullet = /^[•·▪■◦‣*–—-]$/u;

/** Whether a line is nothing but the number, letter or bullet of what follows. */
export function isMarker(words: string): boolean {
  return number.test(words) || bullet.test(words);
}

/** Whether a line is nothing but a bullet. */
export function isBullet(words: string): boolean {
  return bullet.test(words);
}

const pictureName = /^[^\s/]{1,80}\.(?:png|jpe?g|gif|svg|webp|tiff?)$/iu;
const amount =
  /^[\p{Sc}~<>±+-]*\s?\d[\d.,\s]*\s?[+%]?\s?(?:k|m|mn|bn|tn|thousand|millions?|billions?|trillions?|milliards?|mio\.?|mrd\.?|millionen|milliarden|per ?cent|percent|prozent|dollars|euros?|pounds|[A-Z]{3})?\s?\p{Sc}?$/iu;

/** Whether a line is an amount or the name of a picture: templates make such lines large, but they head nothing. */
export function isDisplay(words: string): boolean {
  return pictureName.test(words) || (/\d/u.test(words) && amount.test(words));
}
