import SchoolRules
import Web

enum MyDayTexts {
    static func changes(_ count: Int) -> Text {
        Text(
            ky: "Кечээ сиздин атыңыздан өзгөртүүлөр: \(count)", ru: "Изменений под вашим именем вчера: \(count)",
            kk: "Кеше сіздің атыңыздан өзгерістер: \(count)", en: "Changes made under your name yesterday: \(count)")
    }

    static let changesTitle = Text(
        ky: "Сиздин атыңыздан өзгөртүүлөр", ru: "Изменения под вашим именем", kk: "Сіздің атыңыздан өзгерістер",
        en: "Changes under your name")
    static let notMine = Text(
        ky: "Муну сиз жазбасаңыз, сырсөздү алмаштырып, завучка айтыңыз.",
        ru: "Если это писали не вы, смените пароль и скажите завучу.",
        kk: "Мұны сіз жазбасаңыз, құпиясөзді ауыстырып, оқу ісінің меңгерушісіне айтыңыз.",
        en: "If you did not write this, change your password and tell the deputy.")
    static let noChanges = Text(
        ky: "Бул күнү эч нерсе өзгөртүлгөн эмес.", ru: "В этот день ничего не менялось.",
        kk: "Бұл күні ештеңе өзгертілмеген.", en: "Nothing was changed on this day.")
    static let unchecked = Text(
        ky: "Текшериле элек жазуу иштери", ru: "Не проверены в срок", kk: "Мерзімінде тексерілмегендер",
        en: "Not checked in time")

    static func checkUntil(_ day: Day) -> Text {
        Text(
            ky: "мөөнөтү \(day.words(.ky))", ru: "до \(day.words(.ru))", kk: "мерзімі \(day.words(.kk))",
            en: "until \(day.words(.en))")
    }

    static let title = Text(ky: "Менин күнүм", ru: "Мой день", kk: "Менің күнім", en: "My day")
    static let wrongDate = Text(
        ky: "Дата туура эмес: 2026-11-20 түрүндө жазыңыз", ru: "Неверная дата: нужна в виде 2026-11-20",
        kk: "Күн қате: 2026-11-20 түрінде жазыңыз", en: "Wrong date: it should look like 2026-11-20")
    static let chooseDay = Text(ky: "Күндү тандоо", ru: "Выбор дня", kk: "Күнді таңдау", en: "Choose a day")
    static let dayBefore = Text(ky: "Мурунку күн", ru: "Предыдущий день", kk: "Алдыңғы күн", en: "Day before")
    static let dayAfter = Text(ky: "Кийинки күн", ru: "Следующий день", kk: "Келесі күн", en: "Day after")
    static let free = Text(
        ky: "Бул күнү сабагыңыз жок.", ru: "В этот день у вас нет уроков.", kk: "Бұл күні сабағыңыз жоқ.",
        en: "You have no lessons this day.")
    static let debts = Text(
        ky: "Толтурулбай калган сабактар", ru: "Незаполненные уроки", kk: "Толтырылмаған сабақтар",
        en: "Lessons not recorded")
    static let noDebts = Text(
        ky: "Мурунку күндөрдүн баары жазылган.", ru: "За прошлые дни всё записано.",
        kk: "Өткен күндердің бәрі жазылған.", en: "Everything before today is recorded.")
    static let week = Text(ky: "Бул жума", ru: "Эта неделя", kk: "Осы апта", en: "This week")
    static let otherWeek = Text(
        ky: "Ушул күндүн жумасы", ru: "Неделя этого дня", kk: "Осы күннің аптасы", en: "The week of this day")
    static let weekCaption = Text(
        ky: "Толук жазылган сабактар, күн боюнча", ru: "Полностью записанные уроки по дням",
        kk: "Толық жазылған сабақтар, күн бойынша", en: "Lessons fully recorded, by day")
    static let absentToday = Text(
        ky: "Бүгүн жок болгондор", ru: "Сегодня отсутствуют", kk: "Бүгін жоқтар", en: "Absent today")
    static let nobodyAbsent = Text(
        ky: "Азырынча эч ким белгиленген эмес.", ru: "Пока никто не отмечен.", kk: "Әзірге ешкім белгіленген жоқ.",
        en: "Nobody is marked so far.")
    static let noTopic = Text(
        ky: "Тема тандала элек", ru: "Тема не выбрана", kk: "Тақырып таңдалмаған", en: "No topic chosen")
    static let nothing = Text(
        ky: "Эч нерсе жазылган эмес", ru: "Ничего не записано", kk: "Ештеңе жазылмаған", en: "Nothing is recorded")
    static let planned = Text(ky: "пландалган", ru: "запланирован", kk: "жоспарланған", en: "planned")
    static let fill = Text(ky: "Толтуруу", ru: "Заполнить", kk: "Толтыру", en: "Record")
    static let callRoll = Text(
        ky: "Катышууну белгилөө", ru: "Отметить посещаемость", kk: "Қатысуды белгілеу", en: "Call the roll")
    static let record = Text(ky: "Сабакты жазуу", ru: "Записать урок", kk: "Сабақты жазу", en: "Record the lesson")
    static let open = Text(ky: "Сабакты ачуу", ru: "Открыть урок", kk: "Сабақты ашу", en: "Open the lesson")
    static let onlyThis = Text(
        ky: "Сиз бул сабакты гана жаза аласыз", ru: "Вы можете записать только этот урок",
        kk: "Сіз тек осы сабақты жаза аласыз", en: "You may write only this lesson")
    static let moved = Text(ky: "жылдырылган", ru: "перенесён", kk: "ауыстырылған", en: "moved")
    static let added = Text(ky: "кошумча", ru: "дополнительный", kk: "қосымша", en: "extra")
    static let late = Text(
        ky: "кечигип жазылды", ru: "записано с опозданием", kk: "кешігіп жазылды", en: "entered late")
    static let byFamily = Text(
        ky: "ата-энеси билдирди", ru: "сообщили родители", kk: "ата-анасы хабарлады", en: "announced by the parents")
    static let byClassTeacher = Text(
        ky: "класс жетекчи билдирди", ru: "сообщил классный руководитель", kk: "сынып жетекшісі хабарлады",
        en: "announced by the class teacher")
    static let yesterday = Text(ky: "кечээ", ru: "вчера", kk: "кеше", en: "yesterday")

    static let days = Plural(ky: "күн", ru: ("день", "дня", "дней"), kk: "күн", en: ("day", "days"))
    static let lessons = Plural(ky: "сабак", ru: ("урок", "урока", "уроков"), kk: "сабақ", en: ("lesson", "lessons"))
    static let students = Plural(
        ky: "окуучу", ru: ("ученик", "ученика", "учеников"), kk: "оқушы", en: ("student", "students"))

    /// The state of a lesson, by its look.
    static func state(_ look: MyLesson.Look) -> Text {
        switch look {
        case .done: Text(ky: "Толук", ru: "Полностью", kk: "Толық", en: "Complete")
        case .half: Text(ky: "Жарым-жартылай", ru: "Частично", kk: "Жартылай", en: "In part")
        case .due: Text(ky: "Жазылган жок", ru: "Не записан", kk: "Жазылмаған", en: "Not recorded")
        case .next: Text(ky: "Боло турган", ru: "Предстоит", kk: "Алда", en: "To come")
        case .off: Text(ky: "Өтпөйт", ru: "Не состоится", kk: "Болмайды", en: "Will not take place")
        }
    }

    /// "2 не закончены": how many lessons look so.
    static func count(_ look: MyLesson.Look) -> Plural {
        switch look {
        case .done:
            Plural(
                ky: "толук", ru: ("полностью", "полностью", "полностью"), kk: "толық", en: ("complete", "complete"))
        case .half:
            Plural(
                ky: "аягына чыккан жок", ru: ("не закончен", "не закончены", "не закончено"), kk: "аяқталмаған",
                en: ("in part", "in part"))
        case .due:
            Plural(
                ky: "жазылган жок", ru: ("не записан", "не записаны", "не записано"), kk: "жазылмаған",
                en: ("not recorded", "not recorded"))
        case .next:
            Plural(
                ky: "боло турган", ru: ("предстоит", "предстоят", "предстоит"), kk: "алда", en: ("to come", "to come"))
        case .off:
            Plural(
                ky: "өтпөйт", ru: ("отменён", "отменены", "отменено"), kk: "болмайды", en: ("cancelled", "cancelled"))
        }
    }

    static func byPlan(_ topic: String) -> Text {
        Text(
            ky: "Тема тандала элек · пландан: «\(topic)»", ru: "Тема не выбрана · по плану: «\(topic)»",
            kk: "Тақырып таңдалмаған · жоспардан: «\(topic)»", en: "No topic chosen · from the plan: “\(topic)”")
    }

    static func cancelled(_ reason: String) -> Text {
        guard !reason.isEmpty else {
            return Text(ky: "Жокко чыгарылды", ru: "Отменён", kk: "Болмайды", en: "Cancelled")
        }
        return Text(
            ky: "Жокко чыгарылды: \(reason)", ru: "Отменён: \(reason)", kk: "Болмайды: \(reason)",
            en: "Cancelled: \(reason)")
    }

    static func left(_ missing: [LessonPart]) -> Text {
        let names = { (language: Language) in
            missing.map { LessonWords.part($0)[language] }.joined(separator: ", ")
        }
        return Text(
            ky: "калды: \(names(.ky))", ru: "осталось: \(names(.ru))", kk: "қалды: \(names(.kk))",
            en: "left: \(names(.en))")
    }

    static func recorded(_ when: String) -> Text {
        Text(ky: "жазылды: \(when)", ru: "записано: \(when)", kk: "жазылды: \(when)", en: "recorded: \(when)")
    }

    static func ended(minutes: Int, at end: String) -> Text {
        guard minutes < 120 else {
            return Text(ky: "бүттү: \(end)", ru: "закончился в \(end)", kk: "бітті: \(end)", en: "ended at \(end)")
        }
        let words = Plural(
            ky: "мүнөт", ru: ("минуту", "минуты", "минут"), kk: "минут", en: ("minute", "minutes"))(minutes)
        return Text(
            ky: "\(words.ky) мурун бүттү", ru: "закончился \(words.ru) назад", kk: "\(words.kk) бұрын бітті",
            en: "ended \(words.en) ago")
    }

    static func inAdvance(topic: Bool, homework: Bool) -> Text {
        switch (topic, homework) {
        case (true, true):
            Text(
                ky: "Тема жана үй тапшырмасы даяр", ru: "Тема и домашнее задание готовы",
                kk: "Тақырып пен үй тапсырмасы дайын", en: "Topic and homework are ready")
        case (true, false): Text(ky: "Тема даяр", ru: "Тема готова", kk: "Тақырып дайын", en: "The topic is ready")
        case (false, _):
            Text(
                ky: "Үй тапшырмасы даяр", ru: "Домашнее задание готово", kk: "Үй тапсырмасы дайын",
                en: "Homework is ready")
        }
    }

    static func insteadOf(_ name: String) -> Text {
        Text(ky: "\(name) ордуна", ru: "Вместо: \(name)", kk: "\(name) орнына", en: "For \(name)")
    }

    static func takenBy(_ name: String) -> Text {
        Text(ky: "Алмаштырат: \(name)", ru: "Замещает: \(name)", kk: "Алмастырады: \(name)", en: "Taken by \(name)")
    }

    /// "2-сабак", "1–3-сабак": the lessons somebody missed.
    static func lessons(from first: Int, to last: Int) -> Text {
        guard first != last else { return LessonWords.number(first) }
        return Text(
            ky: "\(first)–\(last)-сабак", ru: "\(first)–\(last)-й уроки", kk: "\(first)–\(last)-сабақ",
            en: "lessons \(first)–\(last)")
    }

    /// What a lesson of an earlier day still lacks.
    static func lacks(_ missing: [LessonPart]) -> Text {
        switch missing {
        case [.topic]: Text(ky: "Тема жазылган эмес", ru: "Не записана тема", kk: "Тақырып жазылмаған", en: "No topic")
        case [.roll]:
            Text(
                ky: "Катышуу тастыкталган эмес", ru: "Посещаемость не подтверждена", kk: "Қатысу расталмаған",
                en: "Roll not confirmed")
        case [.homework]:
            Text(
                ky: "Үй тапшырмасы чечилген эмес", ru: "Не решено с домашним заданием",
                kk: "Үй тапсырмасы шешілмеген", en: "No decision on homework")
        case let all where all.count == LessonPart.allCases.count: nothing
        default:
            Text(
                ky: LessonWords.sentence(left(missing).ky), ru: LessonWords.sentence(left(missing).ru),
                kk: LessonWords.sentence(left(missing).kk), en: LessonWords.sentence(left(missing).en))
        }
    }
}
