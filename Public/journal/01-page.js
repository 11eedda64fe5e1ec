// The grid of a journal page as a spreadsheet. The page works without this file: a column's heading opens the lesson.

const grid = document.getElementById('grid');
const { page, person, csrf, lang, way } = grid.dataset;
const [codes, scale, texts] = ['codes', 'scale', 'texts'].map(name => JSON.parse(grid.dataset[name]));
const [tools, status] = ['tools', 'status'].map(id => document.getElementById(id));
const say = (name, value) => texts[name].replace('{0}', value);
const make = (tag, className = '', content = '', more = {}) => {
  const element = Object.assign(document.createElement(tag), { className, ...more });
  element.append(...[content].flat());
  return element;
};
const button = (label, act, className = '', more = {}) =>
  make('button', className, label, { type: 'button', onclick: act, ...more });

// ---- What the server drew

const covered = new Map([...document.querySelectorAll('.covered [data-l]')].map(row => [row.dataset.l, row.cells]));
// A lesson that is so many minutes away takes no marks yet; the journal counts whole minutes and is the judge.
const drawn = Date.now();
const cols = [...grid.querySelectorAll('col')].slice(1);
const columns = [...grid.tHead.rows[1].cells].map((th, c) => ({
  c, th, col: cols[c], lesson: th.dataset.l, mayWrite: 'w' in th.dataset, weight: Number(th.dataset.wt ?? 1),
  max: Number(th.dataset.max ?? 0), opens: drawn + (Number(th.dataset.in ?? 0) - 1) * 60000,
  date: th.firstElementChild.title, kind: th.querySelector('em')?.textContent ?? '',
}));
const keyOf = entry => entry.lesson + ' ' + entry.student;
const cells = new Map();
const rows = [...grid.tBodies[0].rows].map((tr, r) => {
  const head = tr.cells[0], row = { r, tr, head, student: tr.dataset.s, name: head.textContent, line: [] };
  row.average = tr.lastElementChild;
  for (const td of [...tr.cells].slice(1, -1)) {
    for (let n = td.colSpan; n > 0; n--) row.line.push(td.matches('.out, .gone') ? null : cellOf(td, row));
  }
  return row;
});
const anyWritable = columns.some(column => column.mayWrite);
const cellAt = (r, c) => rows[r]?.line[c] ?? null;

function cellOf(td, row) {
  const column = columns[row.line.length];
  const cell = { td, row, column, r: row.r, c: column.c, lesson: column.lesson, student: row.student,
    value: td.textContent, version: Number(td.dataset.v ?? 0), comment: td.title, weights: td.dataset.wt };
  cells.set(keyOf(cell), cell);
  td.cell = cell;
  return cell;
}
