import Web

/// The words of the grid as a spreadsheet, handed to its script.
enum GridTexts {
    /// All of them as the value of an attribute, by language.
    static let attribute: [Language: HTML] = Dictionary(
        uniqueKeysWithValues: Language.allCases.map { language in
            let fields = words.map { ($0.name, JSON.string($0.text[language])) }
            let help = JSON.array(
                keys.map { key in .array([.string(key.sign[language]), .string(key.meaning[language])]) })
            let json = JSON.object(fields + [("help", help)]).string
            return (language, "\(json)")
        })

    private static func word(_ name: String, _ text: Text) -> (name: String, text: Text) { (name, text) }

    private static let words = [
        word("undo", Text(ky: "Кайтаруу", ru: "Вернуть", kk: "Қайтару", en: "Undo")),
        word("redo", Text(ky: "Кайра кылуу", ru: "Повторить", kk: "Қайталау", en: "Redo")),
        word("empty", Text(ky: "бош", ru: "пусто", kk: "бос", en: "empty")),
        word("all", Text(ky: "Баарына баа", ru: "Всем оценку", kk: "Бәріне баға", en: "Mark for all")),
        word(
            "allHint",
            Text(
                ky: "Бул сабактагы бош уячаларга", ru: "В пустые клетки этого урока",
                kk: "Осы сабақтағы бос ұяшықтарға", en: "Into the empty cells of this lesson")),
        word("comment", Text(ky: "Комментарий", ru: "Комментарий", kk: "Түсініктеме", en: "Comment")),
        word("history", Text(ky: "Тарых", ru: "История", kk: "Тарихы", en: "History")),
        word("keys", Text(ky: "Баскычтар", ru: "Клавиши", kk: "Пернелер", en: "Keys")),
        word("topic", Text(ky: "Сабактын темасы", ru: "Тема урока", kk: "Сабақтың тақырыбы", en: "Topic")),
        word("homework", JournalTexts.homework),
        word("none", Text(ky: "жазылган эмес", ru: "не записано", kk: "жазылмаған", en: "not recorded")),
        word("noHomework", JournalTexts.noHomework),
        word("saved", Text(ky: "Сакталды: {0}", ru: "Сохранено в {0}", kk: "Сақталды: {0}", en: "Saved at {0}")),
        word("saving", Text(ky: "Сакталууда…", ru: "Сохраняется…", kk: "Сақталуда…", en: "Saving…")),
        word("ready", Text(ky: "Баары сакталган", ru: "Всё сохранено", kk: "Бәрі сақталған", en: "All saved")),
        word(
            "waiting",
            Text(
                ky: "{0} жөнөтүлө элек", ru: "Ждут отправки: {0}", kk: "Жіберілмеген: {0}", en: "Waiting: {0}")),
        word(
            "conflicts",
            Text(ky: "{0} карама-каршы", ru: "Расхождений: {0}", kk: "Қайшылық: {0}", en: "Conflicts: {0}")),
        word(
            "refused",
            Text(ky: "{0} жазылган жок", ru: "Не записано: {0}", kk: "Жазылмады: {0}", en: "Refused: {0}")),
        word(
            "offline",
            Text(
                ky: "Журнал менен байланыш жок. Жазганыңыз ушул жерде турат, байланыш келгенде жөнөтүлөт.",
                ru: "Нет связи с журналом. Введённое хранится здесь и уйдёт, когда связь появится.",
                kk: "Журналмен байланыс жоқ. Жазғаныңыз осында сақтаулы, байланыс келгенде жіберіледі.",
                en: "No connection to the journal. What you typed is kept here and goes out once it is back.")),
        word("signIn", Text(ky: "Кайра кириңиз", ru: "Войдите снова", kk: "Қайта кіріңіз", en: "Sign in again")),
        word(
            "signInWhy",
            Text(
                ky: "Убакыт бүттү. Жазганыңыз сакталып турат.", ru: "Время вышло. Введённое сохранено.",
                kk: "Уақыт бітті. Жазғаныңыз сақтаулы.", en: "Time ran out. What you typed is kept.")),
        word(
            "reload",
            Text(
                ky: "Бетти кайра ачыңыз", ru: "Откройте страницу заново", kk: "Бетті қайта ашыңыз",
                en: "Reload the page")),
        word(
            "reloadWhy",
            Text(
                ky: "Бет эскирди. Жазганыңыз сакталып турат.", ru: "Страница устарела. Введённое сохранено.",
                kk: "Бет ескірді. Жазғаныңыз сақтаулы.", en: "The page is out of date. What you typed is kept.")),
        word(
            "changed",
            Text(
                ky: "Бул бааны башка киши өзгөрттү", ru: "Эту оценку изменил кто-то другой",
                kk: "Бұл бағаны басқа адам өзгертті", en: "Somebody else changed this mark")),
        word(
            "yours",
            Text(
                ky: "Сиздики, азыр жазылды", ru: "Ваша, введена сейчас", kk: "Сіздікі, қазір жазылды",
                en: "Yours, typed now")),
        word(
            "theirs",
            Text(ky: "Журналда турганы", ru: "Стоит в журнале", kk: "Журналда тұрғаны", en: "In the journal")),
        word("emptyCell", Text(ky: "бош уяча", ru: "пустая клетка", kk: "бос ұяшық", en: "empty cell")),
        word("refusedWhy", Text(ky: "Жазылган жок", ru: "Не записано", kk: "Жазылмады", en: "Not recorded")),
        word(
            "readOnly",
            Text(
                ky: "Бул сабакты окуй гана аласыз", ru: "Этот урок можно только читать",
                kk: "Бұл сабақты тек оқи аласыз", en: "You may only read this lesson")),
        word("notBegun", CellTexts.notBegun),
        word("dismiss", Text(ky: "Жабуу", ru: "Закрыть", kk: "Жабу", en: "Close")),
        word("cells", Text(ky: "{0} уяча", ru: "Клеток: {0}", kk: "{0} ұяшық", en: "{0} cells")),
        word(
            "restored",
            Text(
                ky: "{0} жазуу мурунку жолудан калган, жөнөтүлүүдө",
                ru: "Записей с прошлого раза: {0}, отправляются", kk: "Өткен жолдан қалған жазба: {0}, жіберілуде",
                en: "Left from last time: {0}, being sent")),
        word("save", Text(ky: "Сактоо", ru: "Сохранить", kk: "Сақтау", en: "Save")),
        word("cancel", Text(ky: "Жокко чыгаруу", ru: "Отмена", kk: "Болдырмау", en: "Cancel")),
        word(
            "lost",
            Text(
                ky: "Сактоо мүмкүн болгон жок {0}", ru: "Сохранить не удалось {0}", kk: "Сақталмады {0}",
                en: "Could not be saved {0}")),
        word("clear", Text(ky: "Өчүрүү", ru: "Стереть", kk: "Өшіру", en: "Clear")),
        word("down", Text(ky: "Ылдый", ru: "Вниз", kk: "Төмен", en: "Down")),
        word("openLesson", JournalTexts.openLesson),
        word(
            "commentFirst",
            Text(
                ky: "Комментарий үчүн адегенде баа коюңуз", ru: "Для комментария сначала поставьте оценку",
                kk: "Түсініктеме үшін алдымен баға қойыңыз", en: "Enter a mark before commenting on it")),
    ]

    private static let keys: [(sign: Text, meaning: Text)] = [
        (
            Text(same: "5 4 3 2"),
            Text(
                ky: "баа дароо жазылат", ru: "оценка ставится сразу", kk: "баға бірден жазылады",
                en: "the mark is entered at once")
        ),
        (
            Text(same: "/"),
            Text(ky: "экинчи баа: 5/4", ru: "вторая оценка: 5/4", kk: "екінші баға: 5/4", en: "second mark: 5/4")
        ),
        (
            Text(ky: "Ж О кеч …", ru: "Н Б ОП …", kk: "Қ А кеш …", en: "Н Б О …"),
            Text(
                ky: "катышуу коду, андан кийин Enter", ru: "код посещаемости, затем Enter",
                kk: "қатысу коды, содан кейін Enter", en: "attendance code, then Enter")
        ),
        (
            Text(same: "*  *5.12"),
            Text(
                ky: "карыз, күнү менен да", ru: "долг, можно со сроком", kk: "қарыз, күнімен де болады",
                en: "owed work, with a day if you like")
        ),
        (Text(same: "Enter"), Text(ky: "ылдый", ru: "вниз", kk: "төмен", en: "down")),
        (
            Text(same: "Tab"),
            Text(
                ky: "оңго, Shift менен артка", ru: "вправо, с Shift назад", kk: "оңға, Shift-пен артқа",
                en: "right, with Shift back")
        ),
        (
            Text(same: "← ↑ → ↓"),
            Text(
                ky: "жылуу; Shift менен тандоо", ru: "перейти; с Shift выделить", kk: "жылжу; Shift-пен таңдау",
                en: "move; with Shift select")
        ),
        (
            Text(same: "Home End"),
            Text(
                ky: "жолдун башы, аягы", ru: "начало и конец строки", kk: "жолдың басы, соңы",
                en: "start and end of the row")
        ),
        (Text(same: "Delete"), Text(ky: "тазалоо", ru: "очистить", kk: "тазалау", en: "clear")),
        (
            Text(same: "F2"),
            Text(ky: "уячаны оңдоо", ru: "править клетку", kk: "ұяшықты түзету", en: "edit the cell")
        ),
        (
            Text(same: "Esc"),
            Text(
                ky: "жазганды жокко чыгаруу; андан кийин Tab таблицадан чыгат",
                ru: "отменить ввод; затем Tab выводит из таблицы",
                kk: "жазғанды болдырмау; содан кейін Tab кестеден шығарады",
                en: "drop what is typed; then Tab leaves the table")
        ),
        (Text(same: "Ctrl Z"), Text(ky: "кайтаруу", ru: "вернуть", kk: "қайтару", en: "undo")),
        (Text(same: "Ctrl Y"), Text(ky: "кайра кылуу", ru: "повторить", kk: "қайталау", en: "redo")),
        (
            Text(same: "Ctrl C, Ctrl V"),
            Text(
                ky: "Excel менен көчүрүү", ru: "обмен с Excel", kk: "Excel-мен көшіру",
                en: "copy to and from Excel")
        ),
        (Text(same: "Ctrl M"), Text(ky: "комментарий", ru: "комментарий", kk: "түсініктеме", en: "comment")),
        (Text(same: "?"), Text(ky: "ушул тизме", ru: "этот список", kk: "осы тізім", en: "this list")),
    ]
}
