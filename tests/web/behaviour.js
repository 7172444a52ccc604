// Uses the page as a person would and writes what went wrong.
(function () {
  'use strict';
  const problems = [];
  const check = (condition, what) => {
    if (!condition) problems.push(what);
  };
  const rows = () => Array.from(document.querySelectorAll('table.links > tbody.link'));
  const shown = () => rows().filter((row) => !row.hidden);
  const codes = () => shown().map((row) => row.querySelector('.code').textContent);
  const form = document.getElementById('filter');
  const text = document.getElementById('filter-text');
  const slider = document.getElementById('filter-confidence');
  const input = (field, value) => {
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };

  function finish() {
    const verdict = document.createElement('pre');
    verdict.id = 'verdict';
    verdict.textContent = problems.length ? 'failed: ' + problems.join('; ') : 'all checks hold';
    document.body.appendChild(verdict);
  }

  check(!form.hidden, 'the filter is shown');
  check(shown().length === 6, 'all rows at first');
  check(document.getElementById('filter-count').textContent === '6 of 6 rows shown', 'rows are counted');

  input(text, 'vorguseadmete');
  check(codes().join() === 'B.3.2', 'text is found without its marks: ' + codes());
  input(text, 'oordinaat');
  check(shown().length === 0, 'nothing matches');
  check(!document.querySelector('.nothing').hidden, 'and the page says so');
  input(text, 'PAIGALDAB kaablid');
  check(codes().join() === 'B.3.1', 'several words, any case, inside closed details: ' + codes());
  input(text, '');

  const overlaps = form.querySelector('input[value="overlaps"]');
  overlaps.click();
  check(shown().every((row) => row.dataset.relation !== 'overlaps') && shown().length === 4, 'a relation can be left out');
  overlaps.click();

  input(slider, '0.8');
  check(shown().length === 3, 'minimum confidence');
  check(document.getElementById('filter-value').textContent === '0.80', 'its value is shown');
  location.hash = '#p1:B.3.4:PLO_204';

  setTimeout(() => {
    const target = document.getElementById('p1:B.3.4:PLO_204');
    check(target && !target.hidden, 'a row that is led to comes back');
    form.querySelector('button[type="reset"]').click();
    setTimeout(() => {
      check(shown().length === 6, 'reset shows all rows');
      const head = document.querySelector('table.links > thead th:nth-child(4)');
      head.querySelector('button').click();
      check(head.getAttribute('aria-sort') === 'ascending', 'sorting is announced');
      check(rows()[0].dataset.confidence === '0.910' && rows()[5].dataset.confidence === '0.510', 'most confident first');
      head.querySelector('button').click();
      check(head.getAttribute('aria-sort') === 'descending', 'and the other way round');
      check(rows()[0].dataset.confidence === '0.510', 'least confident first');
      document.querySelector('table.links > thead th:nth-child(1) button').click();
      check(!head.hasAttribute('aria-sort'), 'one sorted column at a time');
      check(codes().join() === 'B.3.1,B.3.2,B.3.3,B.3.3,B.3.4,B.3.4', 'back in document order: ' + codes());

      const order = document.getElementById('filter-order');
      const reorder = (value) => {
        order.value = value;
        order.dispatchEvent(new Event('change', { bubbles: true }));
      };
      reorder('title-left');
      check(codes().join() === 'B.3.1,B.3.4,B.3.4,B.3.3,B.3.3,B.3.2', 'by title: ' + codes());
      reorder('confidence');
      check(rows()[0].dataset.confidence === '0.910', 'by confidence');
      reorder('document');
      check(codes().join() === 'B.3.1,B.3.2,B.3.3,B.3.3,B.3.4,B.3.4', 'in document order again: ' + codes());

      const details = Array.from(document.querySelectorAll('details'));
      check(details.length > 0 && details.every((item) => !item.open), 'details are closed at first');
      details[0].open = true;
      window.dispatchEvent(new Event('beforeprint'));
      check(details.every((item) => item.open), 'details print open');
      window.dispatchEvent(new Event('afterprint'));
      check(details[0].open && !details[1].open, 'and are as before afterwards');
      document.getElementById('open-all').click();
      check(details.every((item) => item.open), 'details can be opened together');
      document.getElementById('close-all').click();
      check(details.every((item) => !item.open), 'and closed');
      finish();
    }, 50);
  }, 200);
})();
