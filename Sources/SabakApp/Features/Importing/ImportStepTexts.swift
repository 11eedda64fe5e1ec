import Web

/// Words of the steps of one list.
enum ImportStepTexts {
    static func step(_ number: Int) -> Text {
        Text(
            ky: "3 кадамдын \(number)-си", ru: "Шаг \(number) из 3", kk: "3 қадамның \(number)-і",
            en: "Step \(number) of 3")
    }

    // MARK: Columns

    static let columns = Text(
        ky: "Тилкелерде эмне бар", ru: "Что в столбцах", kk: "Бағандарда не бар", en: "What the columns hold")
    static let columnsWhat = Text(
        ky: "Программа болжоду. Туура эмес болсо, алмаштырыңыз; кийинки жолу эстейт.",
        ru: "Программа догадалась сама. Где неверно — поправьте: в следующий раз она вспомнит.",
        kk: "Бағдарлама болжады. Қате болса, ауыстырыңыз; келесіде есіне алады.",
        en: "These are guesses. Change what is wrong; next time it is remembered.")
    static let notRead = Text(ky: "окулбайт", ru: "не читать", kk: "оқылмайды", en: "do not read")
    static let column = Text(ky: "Тилке", ru: "Столбец", kk: "Баған", en: "Column")
    static let sheets = Text(ky: "Барактар", ru: "Листы", kk: "Парақтар", en: "Sheets")
    static let read = Text(ky: "Окуу", ru: "Читать", kk: "Оқу", en: "Read")
    static let sheet = Text(ky: "Барак", ru: "Лист", kk: "Парақ", en: "Sheet")
    static let rows = Text(ky: "Сап", ru: "Строк", kk: "Жол", en: "Rows")
    static let headerRow = Text(
        ky: "Тилке аттары турган сап", ru: "Строка с названиями столбцов", kk: "Баған атаулары тұрған жол",
        en: "Row with the names of columns")
    static let headerHint = Text(
        ky: "0: тилке аттары жок", ru: "0 — названий нет", kk: "0: атаулар жоқ", en: "0: there are no names")
    static let understood = Text(
        ky: "Мындай түшүнүлөт", ru: "Так это будет понято", kk: "Былай түсініледі", en: "How it will be understood")
    static let row = Text(ky: "Сап", ru: "Строка", kk: "Жол", en: "Row")
    static let nothingUnderstood = Text(
        ky: "Бир да сап окулган жок: тилкелерди тандаңыз.", ru: "Ни одной строки не прочитано: выберите столбцы.",
        kk: "Бірде-бір жол оқылмады: бағандарды таңдаңыз.", en: "No row could be read: choose the columns.")
    static let show = Text(ky: "Кайра көрсөтүү", ru: "Показать заново", kk: "Қайта көрсету", en: "Show again")
    static let check = Text(ky: "Тизмени текшерүү", ru: "Проверить список", kk: "Тізімді тексеру", en: "Check the list")
    static let changeColumns = Text(
        ky: "Тилкелерди өзгөртүү", ru: "Изменить столбцы", kk: "Бағандарды өзгерту", en: "Change the columns")
    static let leftOfSet = Text(
        ky: "Топтом булардын атын атабайт: төмөндө макул болсоңуз гана мектептен чыгат.",
        ru: "Набор их не называет: они выбудут, только если вы согласитесь ниже.",
        kk: "Жинақ оларды атамайды: төменде келіссеңіз ғана мектептен шығады.",
        en: "The set does not name them: they leave only if you agree below.")
    static let rowsUnderstood = Text(
        ky: "Саптар кандай түшүнүлдү", ru: "Как поняты строки", kk: "Жолдар қалай түсінілді",
        en: "How the rows are understood")
    static let whatChanges = Text(ky: "Эмне өзгөрөт", ru: "Что изменится", kk: "Не өзгереді", en: "What changes")

    static func change(_ change: UnderstoodRow.Change) -> Text {
        switch change {
        case .new: Text(ky: "жаңы", ru: "новое", kk: "жаңа", en: "new")
        case .changed: Text(ky: "өзгөрөт", ru: "изменится", kk: "өзгереді", en: "changes")
        case .same: Text(ky: "азыр да ушундай", ru: "так и сейчас", kk: "қазір де осылай", en: "as it is now")
        case .ended: Text(ky: "токтойт", ru: "прекратится", kk: "тоқтайды", en: "ends")
        }
    }

    static func firstRows(_ shown: Int, of all: Int) -> Text {
        Text(
            ky: "\(all) саптын ичинен биринчи \(shown) көрсөтүлдү; өзгөрө тургандары башында.",
            ru: "Показаны первые \(shown) из \(all) строк; сначала те, что меняются.",
            kk: "\(all) жолдың алғашқы \(shown) көрсетілді; өзгеретіндері басында.",
            en: "The first \(shown) of \(all) rows are shown, those that change something before the others.")
    }

    static func more(_ count: Int) -> Text {
        Text(ky: "дагы \(count)", ru: "ещё \(count)", kk: "тағы \(count)", en: "\(count) more")
    }

    // MARK: Under way

    static let waits = Text(
        ky: "Кезегин күтүүдө", ru: "Ждёт своей очереди", kk: "Кезегін күтуде", en: "Waiting for its turn")
    static let reading = Text(
        ky: "Файл окулууда", ru: "Читается файл", kk: "Файл оқылуда", en: "The file is being read")
    static let refresh = Text(ky: "Жаңыртуу", ru: "Обновить", kk: "Жаңарту", en: "Look again")
    static func progress(_ done: Int, _ total: Int) -> Text {
        Text(
            ky: "\(total) саптын \(done)-и", ru: "\(done) из \(total) строк", kk: "\(total) жолдың \(done)-і",
            en: "\(done) of \(total) rows")
    }
    static let mayLeave = Text(
        ky: "Бул бетти жапсаңыз болот: тизме «Тизмелерди жүктөө» бетинде калат.",
        ru: "Страницу можно закрыть: список останется на странице «Загрузка списков».",
        kk: "Бетті жапсаңыз болады: тізім «Тізімдерді жүктеу» бетінде қалады.",
        en: "You may leave this page: the list stays under “Bring lists”.")
    static let brokenOff = Text(
        ky: "Иш үзүлүп калды, ошондуктан эч нерсе жазылган жок. Файл сакталып турат: кайра баштаңыз.",
        ru: "Работа прервалась, поэтому ничего не записано. Файл на месте: начните заново.",
        kk: "Жұмыс үзіліп қалды, сондықтан ештеңе жазылмады. Файл орнында: қайта бастаңыз.",
        en: "The work broke off, so nothing was written. The file is still here: start again.")
    static let again = Text(ky: "Кайра баштоо", ru: "Начать заново", kk: "Қайта бастау", en: "Start again")

    // MARK: Preview and result

    static let preview = Text(ky: "Эмне өзгөрөт", ru: "Что изменится", kk: "Не өзгереді", en: "What would change")
    static let nothingYet = Text(
        ky: "Азырынча эч нерсе жазыла элек.", ru: "Пока ничего не записано.", kk: "Әзірге ештеңе жазылмаған.",
        en: "Nothing has been written yet.")
    static let result = Text(ky: "Тизме жазылды", ru: "Список записан", kk: "Тізім жазылды", en: "The list is in")
    static let added = Text(ky: "Кошулат", ru: "Добавятся", kk: "Қосылады", en: "Added")
    static let moved = Text(ky: "Классын алмаштырат", ru: "Сменят класс", kk: "Сыныбын ауыстырады", en: "Move")
    static let changed = Text(ky: "Маалыматы өзгөрөт", ru: "Изменятся данные", kk: "Дерегі өзгереді", en: "Changed")
    static let unchanged = Text(ky: "Өзгөрбөйт", ru: "Без изменений", kk: "Өзгермейді", en: "Unchanged")
    static let left = Text(ky: "Тизмеде жок", ru: "Нет в списке", kk: "Тізімде жоқ", en: "Not in the list")
    static let addedDone = Text(ky: "Кошулду", ru: "Добавлено", kk: "Қосылды", en: "Added")
    static let movedDone = Text(ky: "Классын алмаштырды", ru: "Сменили класс", kk: "Сыныбын ауыстырды", en: "Moved")
    static let changedDone = Text(ky: "Маалыматы өзгөрдү", ru: "Изменены данные", kk: "Дерегі өзгерді", en: "Changed")
    static let leftStay = Text(
        ky: "Бул класстарда бар, бирок тизмеде жок. Белгиленбегендер ордунда калат.",
        ru: "Учатся в этих классах, но в списке их нет. Неотмеченные остаются на месте.",
        kk: "Осы сыныптарда бар, бірақ тізімде жоқ. Белгіленбегендер орнында қалады.",
        en: "They are in these classes but not in the list. Those you do not mark stay.")
    static let leftStaff = Text(
        ky: "Иштейт, бирок тизмеде жок. Тизме эч кимди бошотпойт: бул кызматкердин барагында жасалат.",
        ru: "Работают, но в списке их нет. Список никого не увольняет: это делается в карточке сотрудника.",
        kk: "Жұмыс істейді, бірақ тізімде жоқ. Тізім ешкімді босатпайды: ол қызметкердің карточкасында жасалады.",
        en: "They work here but are not in the list. A list dismisses nobody: that is done on the card of the person.")
    static let leftUncertain = Text(
        ky: "Адегенде ката саптарды оңдоңуз: жок болгондор ошол саптарда болушу мүмкүн.",
        ru: "Сначала исправьте неверные строки: недостающие могут быть в них.",
        kk: "Алдымен қате жолдарды түзетіңіз: жоқтар сол жолдарда болуы мүмкін.",
        en: "Mend the wrong rows first: the missing ones may be in them.")
    static let hasLeft = Text(ky: "Мектептен кетти", ru: "Выбыл", kk: "Мектептен кетті", en: "Has left")
    static let lastDay = Text(
        ky: "Мектептеги акыркы күнү", ru: "Последний день в школе", kk: "Мектептегі соңғы күні",
        en: "Last day at school")
    static let order = Text(ky: "Буйруктун номери", ru: "Номер приказа", kk: "Бұйрық нөмірі", en: "Number of the order")
    static let orderDay = Text(
        ky: "Буйруктун күнү", ru: "Дата приказа", kk: "Бұйрық күні", en: "Date of the order")
    static let agree = Text(
        ky: "Файлда жоктор чынында эле мектептен кетти", ru: "Тех, кого нет в файле, в школе действительно больше нет",
        kk: "Файлда жоқтар шынымен мектептен кетті", en: "Those who are not in the file have really left the school")
    static let write = Text(
        ky: "Мектепке жазуу", ru: "Записать в школу", kk: "Мектепке жазу", en: "Write to the school")
    static let checkAgain = Text(ky: "Кайра текшерүү", ru: "Проверить снова", kk: "Қайта тексеру", en: "Check again")
    static func skip(_ count: Int) -> Text {
        let rows = rowCount(count)
        return Text(
            ky: "Ката саптарды (\(count)) калтырып, калганын жазуу; калганы каталары менен файл болуп кайтат",
            ru: "Записать верные строки, а неверные (\(rows.ru)) вернуть файлом с пояснениями",
            kk: "Қате жолдарды (\(count)) қалдырып, қалғанын жазу; олар қателерімен файл болып қайтады",
            en: "Write the right rows and give back the wrong ones (\(rows.en)) as a file with the problems beside them"
        )
    }
    static let wrongStop = Text(
        ky: "Тизмеде каталар бар. Файлды оңдоп кайра жүктөңүз же төмөндө туура саптарды гана жазууну тандаңыз.",
        ru: "В списке есть ошибки. Исправьте файл и загрузите снова или выберите ниже «записать верные строки».",
        kk: "Тізімде қателер бар. Файлды түзетіп қайта жүктеңіз немесе төменде дұрыс жолдарды ғана жазуды таңдаңыз.",
        en: "The list has errors. Mend the file and bring it again, or choose below to write the right rows only.")
    static let allWrong = Text(
        ky: "Бул файлдан эч нерсе жазууга болбойт. Каталарды оңдоп, кайра жүктөңүз.",
        ru: "Из этого файла нечего записать. Исправьте ошибки и загрузите снова.",
        kk: "Бұл файлдан жазатын ештеңе жоқ. Қателерді түзетіп, қайта жүктеңіз.",
        en: "Nothing of this file can be written. Mend the errors and bring it again.")
    static let rejects = Text(
        ky: "Ката саптарды түшүрүп алуу", ru: "Скачать неверные строки", kk: "Қате жолдарды жүктеп алу",
        en: "Download the wrong rows")
    static let rejectsWhat = Text(
        ky: "Ар бир саптын жанында эмнени оңдоо керек жазылган. Оңдоп, ошол эле файлды кайра жүктөңүз.",
        ru: "Рядом с каждой строкой написано, что исправить. Исправьте и загрузите этот же файл.",
        kk: "Әр жолдың жанында не түзету керек жазылған. Түзетіп, сол файлды қайта жүктеңіз.",
        en: "What to mend is written beside each row. Mend it and bring the same file again.")
    static let errors = Text(ky: "Каталар", ru: "Ошибки", kk: "Қателер", en: "Errors")
    static let warnings = Text(ky: "Көңүл буруңуз", ru: "Обратите внимание", kk: "Назар аударыңыз", en: "Please note")

    static let rowCount = Plural(ky: "сап", ru: ("строка", "строки", "строк"), kk: "жол", en: ("row", "rows"))
    /// How many, so that nobody takes it for the number of a row.
    static func rowsInAll(_ count: Int) -> Text {
        let rows = rowCount(count)
        return Text(
            ky: "баары \(rows.ky)", ru: "всего \(rows.ru)", kk: "барлығы \(rows.kk)", en: "\(rows.en) in all")
    }

    static func rows(_ ranges: String, sheet: String) -> Text {
        let place = sheet.isEmpty ? "" : "«\(sheet)», "
        let isOne = Int(ranges) != nil
        return Text(
            ky: "\(place)сап \(ranges)", ru: "\(place)\(isOne ? "строка" : "строки") \(ranges)",
            kk: "\(place)жол \(ranges)", en: "\(place)\(isOne ? "row" : "rows") \(ranges)")
    }
    static let look = Text(ky: "Көрүү", ru: "Посмотреть", kk: "Көру", en: "Have a look")
    static let pages = Plural(
        ky: "журнал барагы", ru: ("страница журнала", "страницы журнала", "страниц журнала"), kk: "журнал беті",
        en: ("journal page", "journal pages"))
    static let classes = Plural(
        ky: "класс", ru: ("класс", "класса", "классов"), kk: "сынып", en: ("class", "classes"))
    static let teachers = Plural(
        ky: "мугалим", ru: ("учитель", "учителя", "учителей"), kk: "мұғалім", en: ("teacher", "teachers"))
    static let students = Plural(
        ky: "окуучу", ru: ("ученик", "ученика", "учеников"), kk: "оқушы", en: ("student", "students"))
    static let guardians = Plural(
        ky: "ата-эне", ru: ("родитель", "родителя", "родителей"), kk: "ата-ана", en: ("parent", "parents"))
    static let staff = Plural(
        ky: "кызматкер", ru: ("сотрудник", "сотрудника", "сотрудников"), kk: "қызметкер",
        en: ("member of staff", "members of staff"))
    static let groups = Plural(ky: "топ", ru: ("группа", "группы", "групп"), kk: "топ", en: ("group", "groups"))
    static let lessons = Plural(
        ky: "сабак", ru: ("урок", "урока", "уроков"), kk: "сабақ", en: ("lesson", "lessons"))
    static let cards = Plural(
        ky: "орун", ru: ("место в сетке", "места в сетке", "мест в сетке"), kk: "орын", en: ("place", "places"))
    static let unplaced = Plural(
        ky: "коюла элек", ru: ("не расставлен", "не расставлено", "не расставлено"), kk: "қойылмаған",
        en: ("not placed", "not placed"))

    // MARK: Questions

    static let questions = Text(
        ky: "Сиз чечесиз: бул бир адамбы?", ru: "Решите вы: это один и тот же человек?",
        kk: "Сіз шешіңіз: бұл бір адам ба?", en: "You decide: is it the same person?")
    static let inList = Text(ky: "Тизмеде", ru: "В списке", kk: "Тізімде", en: "In the list")
    static let same = Text(ky: "Ошол адам", ru: "Это он(а)", kk: "Сол адам", en: "The same person")
    static let another = Text(
        ky: "Башка, жаңы адам", ru: "Другой, новый человек", kk: "Басқа, жаңа адам", en: "Another, new person")
    static let out = Text(
        ky: "Бул сапты албоо", ru: "Не брать эту строку", kk: "Бұл жолды алмау", en: "Leave this row out")
    static let undecided = Text(ky: "чечиле элек", ru: "не решено", kk: "шешілмеген", en: "not decided")

    static func reason(_ reason: ListQuestion.Reason, otherRow: Int?) -> Text {
        let row = otherRow.map(String.init) ?? ""
        return switch reason {
        case .several:
            Text(
                ky: "Мектепте мындай адам бир нече", ru: "В школе таких людей несколько",
                kk: "Мектепте мұндай адам бірнеше", en: "The school has several such people")
        case .numberOfAnother:
            Text(
                ky: "Мектепте бул ПИН башка ысымда", ru: "В школе этот ПИН у другого имени",
                kk: "Мектепте бұл ЖСН басқа есімде", en: "In the school this PIN has another name")
        case .alike:
            Text(
                ky: "Мектепте окшош адам бар", ru: "В школе есть похожий человек", kk: "Мектепте ұқсас адам бар",
                en: "The school has a person much like this")
        case .repeated:
            Text(
                ky: "\(row)-сапты кайталайт", ru: "Повторяет строку \(row)", kk: "\(row)-жолды қайталайды",
                en: "Repeats row \(row)")
        case .twice:
            Text(
                ky: "\(row)-сапта да бар, туулган күнү бир", ru: "Есть и в строке \(row), день рождения тот же",
                kk: "\(row)-жолда да бар, туған күні бір", en: "Also in row \(row), born on the same day")
        case .numberTwice:
            Text(
                ky: "\(row)-сапта ошол эле ПИН", ru: "В строке \(row) тот же ПИН", kk: "\(row)-жолда сол ЖСН",
                en: "Row \(row) has the same PIN")
        case .alikeRow:
            Text(
                ky: "\(row)-саптагы адамга окшош", ru: "Похож на человека в строке \(row)",
                kk: "\(row)-жолдағы адамға ұқсас", en: "Much like the person in row \(row)")
        }
    }
}
