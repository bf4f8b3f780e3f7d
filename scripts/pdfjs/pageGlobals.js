// What pdf.js expects of a page when it is loaded; reading text never uses it.
class NoMatrix {}
export const DOMMatrix = globalThis.DOMMatrix ?? NoMatrix;
