// At this width nothing may stick out sideways, except inside boxes that scroll by themselves.
(function () {
  'use strict';
  const problems = [];
  // Some browsers make no window narrower than 500 pixels; the narrow layout is on by then, so the page itself is made narrower.
  const narrow = matchMedia('(max-width: 46rem)').matches;
  const width = narrow ? 400 : document.documentElement.clientWidth;
  if (narrow) document.documentElement.style.width = width + 'px';
  for (const item of document.querySelectorAll('details')) item.open = true;
  for (const element of document.querySelectorAll('body *')) {
    if (element.closest('.scroll, .skip, thead, script')) continue;
    const box = element.getBoundingClientRect();
    if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0 && getComputedStyle(element).overflowX === 'hidden' &&
      !element.closest('.matrix')) problems.push('cut off: ' + element.outerHTML.slice(0, 80));
    if (box.width > 0 && box.right > width + 1) problems.push(element.outerHTML.slice(0, 80) + ' ends at ' + Math.round(box.right));
  }
  const verdict = document.createElement('pre');
  verdict.id = 'verdict';
  verdict.textContent = problems.length ? 'failed: ' + problems.slice(0, 5).join('; ') : 'all checks hold';
  document.body.appendChild(verdict);
})();
