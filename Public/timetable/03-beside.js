// ---- Beside the grid: the lesson in hand or chosen, its week and room

function showHand() {
  const lessons = held ? held.lessons : at ? lessonsIn(at) : [];
  if (!held) chosen = lessons.length === 1 ? lessons[0] : lessons.find(one => one.page === chosen?.page) ?? null;
  const one = held ? held.lessons[0] : chosen ?? lessons[0];
  hand.hidden = !one;
  if (!one) return;
  handName.textContent = lessons.map(lesson => lesson.name).join(', ');
  const td = held ? held.from : at;
  handPlace.textContent = td ? cellName(td) : '';
  handWeek.value = one.week;
  handRoom.value = held?.room ?? one.room ?? '';
  hand.querySelector('.row').hidden = held ? Boolean(held.from) : lessons.length > 1 && !chosen;
  hand.querySelector('#hand-double').hidden = !held || Boolean(held.from);
  hand.querySelector('[data-do=lift]').hidden = Boolean(held);
  hand.querySelector('[data-do=letGo]').hidden = !held;
  hand.querySelector('[data-do=remove]').hidden = Boolean(held && !held.from);
  const form = hand.querySelector('[data-do=form]'), address = td && spotOf(td).getAttribute('href');
  form.hidden = !address;
  if (address) form.href = address;
}
function cellName(td) {
  const [weekday, number] = td.dataset.at.split('-');
  const head = table.querySelector('table.single thead tr')?.cells[td.cellIndex]
    ?? all('th[scope=rowgroup]', table)[all('tr.first', table).findLastIndex(row =>
      row === td.parentElement || row.compareDocumentPosition(td) & Node.DOCUMENT_POSITION_FOLLOWING)];
  return `${head?.textContent ?? weekday}, ${number}`;
}
async function offerRooms() {
  const one = held ? null : chosen ?? lessonsIn(at)[0];
  if (!one) return;
  const fields = new URLSearchParams([...lessonFields([one]), ['from', at.dataset.at]]);
  const answer = await read(`/timetable/rooms?${query}&${fields}`);
  const options = (answer?.items ?? []).map(({ room, said }) =>
    Object.assign(document.createElement('option'), { value: room, label: `${room} · ${said}` }));
  document.getElementById('hand-rooms').replaceChildren(...options);
}
handRoom.addEventListener('focus', offerRooms);
for (const field of [handWeek, handRoom]) {
  field.addEventListener('change', () => {
    if (held) {
      held.room = handRoom.value.trim() || null;
      for (const lesson of held.lessons) lesson.week = handWeek.value;
      return look(held);
    }
    const one = chosen ?? lessonsIn(at)[0];
    if (!one) return;
    send([...lessonFields([one]), ['do', 'change'], ['from', at.dataset.at], ['week', handWeek.value],
      ['room', handRoom.value.trim()]], { from: at.id, changed: one.page });
  });
}
handRoom.addEventListener('keydown', e => {
  if (e.key !== 'Enter' && e.key !== 'Escape') return;
  e.preventDefault();
  if (e.key === 'Escape') showHand();
  go(at);
});
hand.addEventListener('click', e => {
  const act = e.target.closest('[data-do]')?.dataset.do;
  if (act === 'lift') lift(chosen ? [chosen] : null);
  else if (act === 'letGo') letGo();
  else if (act === 'remove') remove();
});
