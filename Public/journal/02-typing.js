// ---- What a teacher types: marks of the scale, codes of the school, look-alike letters, a forgotten layout

const lookAlike = Object.fromEntries([...'ABCEHKMOPTXY'].map((key, i) => [key, 'АВСЕНКМОРТХУ'[i]]));
const layout = Object.fromEntries([..."QWERTYUIOP[]ASDFGHJKL;'ZXCVBNM,."]
  .map((key, i) => [key, 'ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ'[i]]));
const fold = (text, map) => [...text.toUpperCase()].map(letter => map[letter] ?? letter).join('');
const codeOf = text => Object.keys(codes).find(code => fold(code, lookAlike) === fold(text, lookAlike))
  ?? (fold(text, lookAlike) === 'Н' ? Object.keys(codes).find(code => codes[code] === 'unknown') : undefined);
const partOf = text => text in codes || text in scale ? text : codeOf(text) ?? codeOf(fold(text, layout));
// One key a mark: its own sign, or the short ones that the scale knows for it (+ and - for pass and fail).
const quick = {};
for (const [mark, [, , keys = '']] of Object.entries(scale)) {
  for (const key of [...keys, ...(mark.length === 1 ? mark : '')]) quick[key.toUpperCase()] = mark;
}
const quickOf = key => codeOf(key) && !(key.toUpperCase() in scale) ? undefined : quick[key.toUpperCase()];
// In a column of points every number is typed out; whether there are so many is the journal's to say.
const startsMark = (text, column = at.column) =>
  column.max ? /^\d{1,3}$/.test(text) : Object.keys(scale).some(mark => mark.startsWith(text));
const isMark = (text, column) => column.max ? /^\d+$/.test(text) && Number(text) <= column.max : text in scale;

function canonical(typed) {
  const text = typed.trim().replace(/\s+/g, ' ');
  const whole = text && partOf(text);
  return whole || text.split(/([/ ])/).map(part => /^[/ ]?$/.test(part) ? part : partOf(part) ?? part).join('');
}
function partsOf(text) {
  return text in codes ? [text] : text.split(/([/ ])/).filter(part => part !== '');
}
function lookOf(part, column) {
  if (!column?.max || !/^\d+$/.test(part)) return scale[part]?.[1];
  const percent = Math.floor(part * 100 / column.max);
  return percent < 40 ? 'm2' : percent < 65 ? 'm3' : '';
}
function painted(text, column) {
  return partsOf(text).map(part => {
    const kind = codes[part] ?? lookOf(part, column) ?? (/^\d+'$/.test(part) ? 'min' : '');
    return kind ? make('i', kind, part) : part;
  });
}
