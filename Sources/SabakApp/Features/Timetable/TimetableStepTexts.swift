import SchoolRules
import Web

/// What is said while a timetable is made by hand.
extension TimetableTexts {
    static let unknownStep = Text(
        ky: "Бул кадам түшүнүксүз", ru: "Непонятный шаг", kk: "Бұл қадам түсініксіз",
        en: "This step is not understood")
    static let sameDay = Text(
        ky: "Башка күндү тандаңыз.", ru: "Выберите другой день.", kk: "Басқа күнді таңдаңыз.",
        en: "Choose another day.")
    static let draftChanged = Text(
        ky: "Долбоорду башка бирөө өзгөрттү", ru: "Черновик уже изменён кем-то ещё", kk: "Жобаны басқа біреу өзгертті",
        en: "Somebody else has changed the draft")
    static let done = Text(ky: "Аткарылды", ru: "Сделано", kk: "Орындалды", en: "Done")
    static let notInLoad = Text(
        ky: "жүктөмдө жок", ru: "нет в нагрузке", kk: "жүктемеде жоқ", en: "not in the load")
    static let noHours = Text(
        ky: "жүктөмдүн сааттары бүттү", ru: "часы нагрузки кончились", kk: "жүктеме сағаттары бітті",
        en: "no hours of the load are left")
    static let placeTaken = Text(ky: "орун бош эмес", ru: "место занято", kk: "орын бос емес", en: "the place is taken")
    static let teacherTaken = Text(
        ky: "мугалим бош эмес", ru: "учитель занят", kk: "мұғалім бос емес", en: "the teacher is busy")
    static let noBellThere = Text(
        ky: "бул саатка коңгуроо жок", ru: "на этот урок нет звонка", kk: "бұл сабаққа қоңырау жоқ",
        en: "no bell rings for this lesson")

    static func placed(_ pages: Text, _ hour: Text) -> Text {
        Text(
            ky: "\(pages.ky): \(hour.ky)", ru: "\(pages.ru): \(hour.ru)", kk: "\(pages.kk): \(hour.kk)",
            en: "\(pages.en): \(hour.en)")
    }

    static func removed(_ pages: Text, _ hour: Text) -> Text {
        Text(
            ky: "\(hour.ky): \(pages.ky) алынды", ru: "\(hour.ru): \(pages.ru) — убрано",
            kk: "\(hour.kk): \(pages.kk) алынды", en: "\(hour.en): \(pages.en) taken out")
    }

    static func putBack(_ pages: Text) -> Text {
        Text(
            ky: "Тизмеге кайтты: \(pages.ky)", ru: "Вернулось в список: \(pages.ru)",
            kk: "Тізімге қайтты: \(pages.kk)", en: "Back on the list: \(pages.en)")
    }

    static func changed(_ pages: Text, _ hour: Text, _ room: String) -> Text {
        let room = room.isEmpty ? "" : " · \(room)"
        return Text(
            ky: "\(hour.ky): \(pages.ky)\(room)", ru: "\(hour.ru): \(pages.ru)\(room)",
            kk: "\(hour.kk): \(pages.kk)\(room)", en: "\(hour.en): \(pages.en)\(room)")
    }

    static func copied(_ count: Int) -> Text {
        guard count > 0 else {
            return Text(
                ky: "Көчүрө турган эч нерсе калган жок.", ru: "Копировать больше нечего.",
                kk: "Көшіретін ештеңе қалмады.", en: "There is nothing more to copy.")
        }
        return Text(
            ky: "Көчүрүлдү: \(count).", ru: "Скопировано уроков: \(count).", kk: "Көшірілді: \(count).",
            en: "Lessons copied: \(count).")
    }

    // MARK: The panel

    static let hoursOfLoad = Text(
        ky: "Жүктөмдүн сааттары", ru: "Часы нагрузки", kk: "Жүктеме сағаттары", en: "Hours of the load")
    static let seek = Text(
        ky: "Предметти же мугалимди издөө", ru: "Найти предмет или учителя", kk: "Пәнді не мұғалімді іздеу",
        en: "Find a subject or a teacher")
    static let placedOfAll = Text(
        ky: "коюлду / бардыгы", ru: "стоит / всего", kk: "қойылды / барлығы", en: "placed / in all")
    static let undo = Text(ky: "Кайтаруу", ru: "Отменить", kk: "Қайтару", en: "Undo")
    static let double = Text(ky: "Кош сабак", ru: "Сдвоенный урок", kk: "Қос сабақ", en: "Double lesson")
    static let remove = Text(ky: "Алып салуу", ru: "Убрать", kk: "Алып тастау", en: "Take out")
    static let lift = Text(ky: "Жылдыруу", ru: "Переставить", kk: "Жылжыту", en: "Move")
    static let putDown = Text(ky: "Коё берүү", ru: "Отпустить", kk: "Жіберу", en: "Let go")
    static let openForm = Text(ky: "Форма", ru: "Форма", kk: "Нысан", en: "Form")
    static let roomFree = Text(ky: "бош", ru: "свободен", kk: "бос", en: "free")
    static let keysTitle = Text(ky: "Баскычтар", ru: "Клавиши", kk: "Пернелер", en: "Keys")
    static let copying = Text(ky: "Көчүрүү", ru: "Копировать", kk: "Көшіру", en: "Copy")
    static let copyDay = Text(
        ky: "Күндү көчүрүү", ru: "Скопировать день", kk: "Күнді көшіру", en: "Copy the day")
    static let copyClass = Text(
        ky: "Класстын жумасын көчүрүү", ru: "Взять неделю класса", kk: "Сыныптың аптасын көшіру",
        en: "Take the week of a class")
    static let fromDay = Text(ky: "Кайдан", ru: "Откуда", kk: "Қайдан", en: "From")
    static let toDay = Text(ky: "Кайда", ru: "Куда", kk: "Қайда", en: "To")
    static let fromClass = Text(ky: "Класстан", ru: "Из класса", kk: "Сыныптан", en: "From class")
    static let copyRule = Text(
        ky: "Бош орундар гана толтурулат, жүктөмдүн чегинде.",
        ru: "Заполняются только свободные места, в пределах нагрузки.",
        kk: "Тек бос орындар толтырылады, жүктеме шегінде.",
        en: "Only free places are filled, within the load.")
    static let boards = Text(ky: "Тактай", ru: "Доска", kk: "Тақта", en: "Board")
    static let wholeSchool = Text(ky: "Бүт мектеп", ru: "Вся школа", kk: "Бүкіл мектеп", en: "The whole school")
    static let check = Text(ky: "Текшерүү", ru: "Проверка", kk: "Тексеру", en: "Check")
    static let allVersions = Text(
        ky: "Бардык варианттар", ru: "Все версии", kk: "Барлық нұсқалар", en: "All versions")

    static func grade(_ grade: Int) -> Text {
        Text(
            ky: "\(grade)-класстар", ru: "\(grade)-е классы", kk: "\(grade)-сыныптар", en: "grade \(grade)")
    }

    static func clashesHard(_ count: Int) -> Text {
        Text(
            ky: "Мугалим бир убакта эки жерде: \(count).", ru: "Учитель в двух местах сразу: \(count).",
            kk: "Мұғалім бір уақытта екі жерде: \(count).", en: "A teacher in two places at once: \(count).")
    }

    static let keys: [(keys: String, does: Text)] = [
        (
            "← ↑ → ↓",
            Text(ky: "таблицада жүрүү", ru: "ходить по таблице", kk: "кестеде жүру", en: "move in the grid")
        ),
        (
            "А…Я",
            Text(
                ky: "предметти издөө, Enter — коюу", ru: "искать предмет, Enter — поставить",
                kk: "пәнді іздеу, Enter — қою", en: "find a page, Enter places it")
        ),
        (
            "␣",
            Text(
                ky: "сабакты көтөрүү жана коюу", ru: "взять урок и поставить", kk: "сабақты көтеру және қою",
                en: "pick a lesson up, put it down")
        ),
        (
            "Ctrl X · V",
            Text(ky: "кесүү, чаптоо", ru: "вырезать, вставить", kk: "қию, қою", en: "cut, paste")
        ),
        ("Del", Text(ky: "бошотуу", ru: "освободить", kk: "босату", en: "clear")),
        ("Ctrl Z", Text(ky: "кайтаруу", ru: "отменить", kk: "қайтару", en: "undo")),
        ("F2", Text(ky: "форманы ачуу", ru: "открыть форму", kk: "нысанды ашу", en: "open the form")),
    ]

    /// What the script of the page says, by name; `{0}` is filled in there.
    static let ofScript: [(name: String, text: Text)] = [
        (
            "inHand",
            Text(ky: "Колдо: {0}", ru: "В руке: {0}", kk: "Қолда: {0}", en: "In hand: {0}")
        ),
        ("free", Text(ky: "бош", ru: "свободно", kk: "бос", en: "free")),
        ("letGo", Text(ky: "Коё берилди", ru: "Отпущено", kk: "Жіберілді", en: "Let go")),
        ("saving", Text(ky: "Сакталууда…", ru: "Сохраняется…", kk: "Сақталуда…", en: "Saving…")),
        ("saved", Text(ky: "Сакталды", ru: "Сохранено", kk: "Сақталды", en: "Saved")),
        ("undone", Text(ky: "Кайтарылды", ru: "Отменено", kk: "Қайтарылды", en: "Undone")),
        (
            "nothingToUndo",
            Text(
                ky: "Кайтара турган эч нерсе жок", ru: "Отменять нечего", kk: "Қайтаратын ештеңе жоқ",
                en: "There is nothing to undo")
        ),
        (
            "offline",
            Text(
                ky: "Байланыш жок. Сакталбаган кадам: {0}, кайра аракет кылынат.",
                ru: "Нет связи. Не сохранено шагов: {0}, повторим сами.",
                kk: "Байланыс жоқ. Сақталмаған қадам: {0}, қайта әрекет жасалады.",
                en: "No connection. Steps not saved: {0}; they are being sent again.")
        ),
        (
            "signIn",
            Text(
                ky: "Кайра кириңиз: кадамдар ушул барактын астында сакталды.",
                ru: "Войдите снова: шаги сохранены в этой вкладке.",
                kk: "Қайта кіріңіз: қадамдар осы бетте сақталды.",
                en: "Sign in again: the steps are kept in this tab.")
        ),
        (
            "elsewhere",
            Text(
                ky: "Бул сабак башка класстыкы", ru: "Этот урок другого класса", kk: "Бұл сабақ басқа сыныптікі",
                en: "This lesson is another class's")
        ),
        (
            "nothingFound",
            Text(ky: "Табылган жок", ru: "Не найдено", kk: "Табылмады", en: "Nothing found")
        ),
        (
            "refused",
            Text(ky: "Сакталган жок", ru: "Не сохранено", kk: "Сақталмады", en: "Not saved")
        ),
    ]
}

/// Versions, what they change, and the check against the load.
extension TimetableTexts {
    static let versionsTitle = Text(
        ky: "Жүгүртмөнүн варианттары", ru: "Версии расписания", kk: "Кестенің нұсқалары",
        en: "Versions of the timetable")
    static let state = Text(ky: "Абалы", ru: "Состояние", kk: "Күйі", en: "State")
    static let lessonsAWeek = Text(
        ky: "Жумасына сабак", ru: "Уроков в неделю", kk: "Аптасына сабақ", en: "Lessons a week")
    static let whatMoves = Text(
        ky: "Эмне өзгөрөт", ru: "Что изменится", kk: "Не өзгереді", en: "What changes")
    static let inForce = Text(ky: "Азыр колдонулат", ru: "Действует", kk: "Қазір қолданылады", en: "In force")
    static let coming = Text(
        ky: "Жарыяланган, башталат", ru: "Опубликована, впереди", kk: "Жарияланған, басталады",
        en: "Published, to come")
    static let past = Text(ky: "Мурунку", ru: "Прежняя", kk: "Бұрынғы", en: "Past")
    static let checkTitle = Text(
        ky: "Жүктөм менен салыштыруу", ru: "Сверка с нагрузкой", kk: "Жүктемемен салыстыру",
        en: "Check against the load")
    static let loadWord = Text(ky: "Жүктөм", ru: "Нагрузка", kk: "Жүктеме", en: "Load")
    static let placedWord = Text(ky: "Коюлду", ru: "Стоит", kk: "Қойылды", en: "Placed")
    static let daysAWeek = Text(ky: "Күн", ru: "Дней", kk: "Күн", en: "Days")
    static let windows = Text(ky: "Терезе", ru: "Окна", kk: "Терезе", en: "Windows")
    static let difference = Text(ky: "Айырма", ru: "Разница", kk: "Айырма", en: "Difference")
    static let mendClashes = Text(
        ky: "Сабактардын бирин жылдырыңыз. Бул орток сабак болсо, экөөнө тең бир кабинет коюңуз.",
        ru: "Переставьте один из уроков. Если это общий урок, укажите у обоих один кабинет.",
        kk: "Сабақтардың бірін жылжытыңыз. Бұл ортақ сабақ болса, екеуіне де бір кабинет қойыңыз.",
        en: "Move one of the lessons. If it is one lesson held together, give both the same room.")
    static let byPage = Text(
        ky: "Журнал барактары боюнча", ru: "По страницам журнала", kk: "Журнал беттері бойынша", en: "By journal page")
    static let recordedStay = Text(
        ky: "Өткөн күндөрдүн жазылган сабактары ордунда калат.",
        ru: "Записанные уроки прошедших дней остаются на своих местах.",
        kk: "Өткен күндердің жазылған сабақтары орнында қалады.",
        en: "Recorded lessons of days gone by stay where they are.")
}
