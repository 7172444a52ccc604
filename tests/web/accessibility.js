// Rules of accessible documents that can be checked by looking: names, heads, languages, contrast, order of headings.
(function () {
  'use strict';
  const problems = [];
  const check = (condition, what) => {
    if (!condition) problems.push(what);
  };
  const all = (selector) => Array.from(document.querySelectorAll(selector));
  const short = (element) => element.outerHTML.slice(0, 80);

  check(document.documentElement.lang !== '', 'the page names its language');
  check(document.title !== '' && document.title !== 'broken', 'the title is the table\'s');
  check(all('img, iframe, object, embed, link, base').length === 0, 'nothing is loaded');
  check(all('script').length === 2, 'no script but the page\'s and this one');
  check(all('h1').length === 1, 'one main heading');
  check(all('main').length === 1 && all('nav[aria-labelledby]').length === 1, 'landmarks');

  let depth = 0;
  for (const heading of all('h1, h2, h3, h4')) {
    const level = Number(heading.tagName[1]);
    check(level <= depth + 1, 'no heading level is skipped: ' + short(heading));
    check(heading.textContent.trim() !== '', 'headings have text');
    depth = level;
  }
  for (const head of all('th')) check(['col', 'row'].includes(head.getAttribute('scope')), 'table heads say what they are for: ' + short(head));
  for (const table of all('table')) {
    const named = table.caption || table.hasAttribute('aria-labelledby') || table.closest('[aria-labelledby], [aria-label]');
    check(named, 'tables have a name: ' + short(table));
    const widths = new Set(Array.from(table.rows).map((row) => Array.from(row.cells).reduce((sum, cell) => sum + cell.colSpan, 0)));
    check(widths.size === 1, 'rows are equally wide: ' + short(table) + ' ' + Array.from(widths));
  }
  for (const field of all('input')) {
    check(field.labels && field.labels.length > 0 && field.labels[0].textContent.trim() !== '', 'fields have labels: ' + short(field));
  }
  for (const button of all('button')) check(button.textContent.trim() !== '', 'buttons have text');
  for (const id of all('[aria-labelledby]').map((element) => element.getAttribute('aria-labelledby'))) {
    check(document.getElementById(id), 'labels exist: ' + id);
  }
  for (const link of all('a[href]')) {
    const target = decodeURIComponent(link.getAttribute('href').slice(1));
    check(document.getElementById(target), 'links lead somewhere: ' + target);
    check(link.textContent.trim() !== '' || link.getAttribute('aria-label'), 'links have names');
  }
  const ids = all('[id]').map((element) => element.id);
  check(new Set(ids).size === ids.length, 'ids are unique');
  for (const scroll of all('.scroll')) check(scroll.tabIndex === 0, 'what scrolls can be scrolled by keyboard');
  for (const detail of all('details')) check(detail.firstElementChild.tagName === 'SUMMARY', 'details have a summary');
  for (const drawing of all('svg')) {
    const name = document.getElementById(drawing.getAttribute('aria-labelledby'));
    const named = drawing.getAttribute('role') === 'img' && name && name.textContent.trim() !== '';
    check(named || drawing.getAttribute('aria-hidden') === 'true', 'drawings have a name or are decoration: ' + short(drawing));
  }
  for (const box of all('select')) check(box.labels && box.labels.length > 0, 'choices have labels');
  for (const picture of all('svg.flow')) {
    const figures = picture.closest('section').querySelector('table.figures');
    check(figures && figures.tBodies[0].rows.length === picture.querySelectorAll('path').length, 'the picture is there in figures, too');
  }
  for (const table of all('table.links, table.figures, table.standards, table.matrix, table.coverage')) {
    check(table.tHead && table.tBodies.length > 0, 'tables have a head and a body: ' + short(table));
  }
  // Whatever can be clicked can be reached by keyboard, in the order in which it is read.
  for (const item of all('a[href], button, input, select, summary')) {
    if (item.closest('[hidden]')) continue;
    check(item.tabIndex === 0, 'reached by keyboard: ' + short(item));
  }
  // Texts of another language say so.
  const language = (element) => element.getAttribute('lang');
  const foreign = all('body [lang]').filter((element) => language(element) !== document.documentElement.lang);
  check(foreign.every((element) => /^[a-z]{2,3}(-|$)/.test(language(element))), 'foreign texts name their language');

  // WCAG 2 relative luminance and contrast ratio.
  const channel = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  const luminance = (rgb) => 0.2126 * channel(rgb[0]) + 0.7152 * channel(rgb[1]) + 0.0722 * channel(rgb[2]);
  const numbers = (color) => color.match(/[\d.]+/g).map(Number);
  const paper = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const color = numbers(getComputedStyle(at).backgroundColor);
      if (color.length < 4 || color[3] > 0) return color;
    }
    return [255, 255, 255];
  };
  for (const element of all('body *')) {
    const own = Array.from(element.childNodes).some((node) => node.nodeType === 3 && node.textContent.trim() !== '');
    if (!own || element.closest('script, style, title')) continue;
    const style = getComputedStyle(element);
    const drawn = element.closest('svg') !== null;
    const ink = luminance(numbers(drawn ? style.fill : style.color));
    const ground = luminance(paper(element));
    const ratio = (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05);
    check(ratio >= 4.5, 'contrast ' + ratio.toFixed(2) + ': ' + short(element));
  }

  const verdict = document.createElement('pre');
  verdict.id = 'verdict';
  verdict.textContent = problems.length ? 'failed: ' + problems.slice(0, 10).join('; ') : 'all checks hold';
  document.body.appendChild(verdict);
})();
