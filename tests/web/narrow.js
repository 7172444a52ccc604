// On a narrow screen nothing may stick out sideways, except inside boxes that scroll by themselves.
(function () {
  'use strict';
  const problems = [];
  // Some browsers make no window narrower than 500 pixels; the narrow layout is on by then, so the page itself is made narrower.
  const width = 400;
  if (!matchMedia('(max-width: 46rem)').matches) problems.push('the narrow layout is not on');
  document.documentElement.style.width = width + 'px';
  for (const item of document.querySelectorAll('details')) item.open = true;
  for (const element of document.querySelectorAll('body *')) {
    if (element.closest('.scroll, .skip, thead, script')) continue;
    const box = element.getBoundingClientRect();
    if (box.width > 0 && box.right > width + 1) problems.push(element.outerHTML.slice(0, 80) + ' ends at ' + Math.round(box.right));
  }
  const verdict = document.createElement('pre');
  verdict.id = 'verdict';
  verdict.textContent = problems.length ? 'failed: ' + problems.slice(0, 5).join('; ') : 'all checks hold';
  document.body.appendChild(verdict);
})();
