// ---- The line above the grid

const facts = [0, 1, 2].map(() => make('div', 'fact', [make('small'), make('b')]));
const undoButton = button([texts.undo, make('kbd', '', 'Ctrl Z')], undo), undoWhat = make('span', 'what-undo');
const redoButton = button(texts.redo, redo, 'quiet'), history = make('a', '', texts.history);
const allButton = button(texts.all, () => markAll(allButton), 'quiet');

function context() {
  const topic = covered.get(at.lesson), show = (i, small, big) => {
    facts[i].firstChild.textContent = small;
    facts[i].lastChild.textContent = facts[i].title = big;
  };
  show(0, [at.r + 1, at.column.date, at.column.kind].filter(Boolean).join(' · '), at.row.name);
  show(1, texts.topic, topic?.[1].textContent || texts.none);
  const owed = textOf(at) === at.value && at.td.dataset.due;
  show(2, at.comment || owed || at.td.dataset.by ? texts.comment : texts.homework,
    [owed, at.td.dataset.by, at.comment].filter(Boolean).join(' · ') || topic?.[2].textContent || texts.none);
  const last = done.at(-1);
  undoButton.disabled = !last;
  redoButton.hidden = !undone.length;
  undoWhat.textContent = !last ? '' : last.length > 1 ? say('cells', last.length)
    : `${last[0].cell.row.name.split(' ')[0]}: ${last[0].before || texts.empty} → ${last[0].after || texts.empty}`;
  choosePad();
  history.href = grid.dataset.history.replace('{lesson}', at.lesson).replace('{student}', at.student);
}
// Digits for points and for long scales, a key a mark for the others.
const isLong = column => Boolean(column.max) || Object.keys(scale).length > 13;
function choosePad() {
  const digits = isLong(at?.column ?? {});
  for (const key of document.querySelectorAll('.pad-keys .digit')) key.hidden = !digits;
  for (const key of document.querySelectorAll('.pad-keys .mark')) key.hidden = digits;
}
function keypad() {
  const press = text => () => { fresh = ''; change([[at, text]]); };
  const second = () => { if (textOf(at) in scale) edit(textOf(at) + '/'); };
  const marks = isLong({}) ? [] : Object.keys(scale).reverse();
  const digits = [...'0123456789'].map(digit => button(digit, () => typeMark(digit), 'digit'));
  const keys = columns.some(isLong) ? digits : [];
  keys.push(...marks.map(text => button(painted(text), press(text), 'mark')));
  keys.push(...Object.keys(codes).map(text => button(painted(text), press(text))));
  keys.push(button('/', second), button('⌫', press(''), '', { ariaLabel: texts.clear }),
    button('↓', () => step(1, 0), 'main', { ariaLabel: texts.down }));
  status.before(make('div', 'pad-keys', keys));
  choosePad();
}
