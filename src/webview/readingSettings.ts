import type { ReadingSettings } from '../core/protocol.ts';

/** Sets the page's type; what the settings leave open is the style sheet's choice. */
export function applyTypography(settings: ReadingSettings): void {
  const { style } = document.documentElement;
  const set = (name: string, value: string | null): void => {
    if (value === null) style.removeProperty(name);
    else style.setProperty(name, value);
  };
  set('--paper-font-family', settings.fontFamily === '' ? null : settings.fontFamily);
  set('--paper-font-size', settings.fontSize > 0 ? `${settings.fontSize}px` : null);
  set('--paper-measure', settings.measure > 0 ? `${settings.measure}rem` : null);
  set('--paper-line-height', settings.lineHeight > 0 ? String(settings.lineHeight) : null);
}
