/**
 * Elements that nothing in a paper needs and that could act by themselves. The renderer writes none of
 * them and the page's policy would stop them: this is the second of three doors.
 */
const unwanted = 'script,style,link,meta,base,iframe,frame,object,embed,form,template,svg,math';

/**
 * The root element of a part's HTML, not yet in the page, so nothing in it has been loaded. HTML without
 * an element gives an empty one.
 */
export function makeRoot(html: string): HTMLElement {
  const template = document.createElement('template');
  template.innerHTML = html;
  const root = template.content.firstElementChild;
  if (!(root instanceof HTMLElement)) return document.createElement('section');
  for (const element of root.querySelectorAll(unwanted)) element.remove();
  for (const element of [root, ...root.querySelectorAll('*')]) {
    for (const { name } of [...element.attributes]) {
      if (name.startsWith('on') || name === 'style') element.removeAttribute(name);
    }
  }
  for (const point of root.querySelectorAll<HTMLElement>('[data-ordinal]')) {
    // The page draws a box around the number; the full stop or bracket of the source has no place there.
    point.dataset['ordinal'] = point.dataset['ordinal']?.replace(/^\(|[.)]$/g, '') ?? '';
  }
  return root;
}
