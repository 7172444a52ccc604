// Filters and sorts the rows of all link tables, and opens details for printing.
// Everything works on what the page already says; without this script the page is complete, only still.
(function () {
  'use strict';

  const form = document.getElementById('filter');
  const rows = Array.from(document.querySelectorAll('table.links > tbody.link'));
  const details = Array.from(document.querySelectorAll('details'));
  if (!form) return;

  const textField = document.getElementById('filter-text');
  const confidenceField = document.getElementById('filter-confidence');
  const confidenceValue = document.getElementById('filter-value');
  const orderField = document.getElementById('filter-order');
  const count = document.getElementById('filter-count');
  const boxes = Array.from(form.querySelectorAll('input[name="relation"]'));

  // Letters without their marks and in lower case, so that "susteem" finds "Süsteem".
  function plain(text) {
    return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  }

  const texts = new Map();
  function textOf(row) {
    if (!texts.has(row)) texts.set(row, plain(row.textContent));
    return texts.get(row);
  }

  function applyFilter() {
    const words = plain(textField.value).split(/\s+/).filter(Boolean);
    const relations = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    const minimum = Number(confidenceField.value);
    confidenceValue.textContent = minimum.toFixed(2).replace('.', form.dataset.decimal);
    let shown = 0;
    for (const row of rows) {
      const keep = relations.has(row.dataset.relation) &&
        (row.dataset.relation === 'none' || Number(row.dataset.confidence) >= minimum) &&
        words.every((word) => textOf(row).includes(word));
      row.hidden = !keep;
      if (keep) shown += 1;
    }
    for (const table of document.querySelectorAll('table.links')) {
      const empty = !table.querySelector('tbody.link:not([hidden])');
      table.hidden = empty;
      const note = table.parentElement.querySelector('.nothing');
      if (note) note.hidden = !empty;
    }
    count.textContent = form.dataset.count.replace('{0}', String(shown)).replace('{1}', String(rows.length));
  }

  function sortKey(row, column) {
    const cell = row.rows[0].cells[column];
    return cell && cell.dataset.sort !== undefined ? Number(cell.dataset.sort) : Infinity;
  }

  function sortTable(table, column, head) {
    const descending = head.getAttribute('aria-sort') === 'ascending';
    const bodies = Array.from(table.tBodies).map((body, index) => ({ body, index, key: sortKey(body, column) }));
    bodies.sort((a, b) => (descending ? b.key - a.key : a.key - b.key) || a.index - b.index);
    for (const other of table.tHead.rows[0].cells) other.removeAttribute('aria-sort');
    head.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
    for (const entry of bodies) table.appendChild(entry.body);
  }

  // Orders of the whole: as in the document, by title (ranks that stand in the page, so that every browser sorts the same), by confidence.
  const orders = {
    'document': (row) => sortKey(row, 0) * 1e9 + sortKey(row, 2),
    'title-left': (row) => Number(row.rows[0].cells[0].dataset.rank),
    'title-right': (row) => Number(row.rows[0].cells[2].dataset.rank),
    'confidence': (row) => -Number(row.dataset.confidence),
  };

  function applyOrder() {
    const key = orders[orderField.value];
    for (const table of document.querySelectorAll('table.links')) {
      const bodies = Array.from(table.tBodies).map((body) => ({ body, key: key(body), place: orders.document(body) }));
      bodies.sort((a, b) => a.key - b.key || a.place - b.place);
      for (const head of table.tHead.rows[0].cells) head.removeAttribute('aria-sort');
      for (const entry of bodies) table.appendChild(entry.body);
    }
  }

  function makeSortable(table) {
    Array.from(table.tHead.rows[0].cells).forEach((head, column) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.title = form.dataset.sortBy.replace('{0}', head.textContent);
      button.textContent = head.textContent;
      button.addEventListener('click', () => sortTable(table, column, head));
      const printed = document.createElement('span');
      printed.className = 'print';
      printed.textContent = head.textContent;
      head.replaceChildren(button, printed);
    });
  }

  // A mark in the matrix may lead to a row that is filtered out: then the row comes back.
  function showTarget() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const row = target && target.closest('tbody.link');
    if (!row || !row.hidden) return;
    row.hidden = false;
    row.closest('table').hidden = false;
    row.scrollIntoView();
  }

  let openedForPrint = [];
  window.addEventListener('beforeprint', () => {
    openedForPrint = details.filter((item) => !item.open);
    for (const item of openedForPrint) item.open = true;
  });
  window.addEventListener('afterprint', () => {
    for (const item of openedForPrint) item.open = false;
    openedForPrint = [];
  });

  document.getElementById('open-all').addEventListener('click', () => {
    for (const item of details) item.open = true;
  });
  document.getElementById('close-all').addEventListener('click', () => {
    for (const item of details) item.open = false;
  });
  form.addEventListener('input', applyFilter);
  orderField.addEventListener('change', applyOrder);
  form.addEventListener('reset', () => setTimeout(() => {
    applyFilter();
    applyOrder();
  }, 0));
  form.addEventListener('submit', (event) => event.preventDefault());
  window.addEventListener('hashchange', showTarget);

  document.querySelectorAll('table.links').forEach(makeSortable);
  form.hidden = false;
  applyFilter();
})();
