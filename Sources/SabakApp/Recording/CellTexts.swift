import SchoolRules
import Web

/// Why a cell is refused, in words that say what may be typed.
struct CellRefusal: Error {
    let code: String
    let words: Text

    init(_ code: String, _ words: Text) {
        self.code = code
        self.words = words
    }
}

enum CellTexts {
    static let unknownLesson = Text(
        ky: "Бул бетте мындай сабак жок", ru: "На этой странице нет такого урока", kk: "Бұл бетте мұндай сабақ жоқ",
        en: "There is no such lesson on this page")
    static let unknownStudent = Text(
        ky: "Бул бетте мындай окуучу жок", ru: "На этой странице нет такого ученика",
        kk: "Бұл бетте мұндай оқушы жоқ", en: "There is no such student on this page")
    static let readOnly = Text(
        ky: "Бул сабакты окуй гана аласыз", ru: "Этот урок можно только читать",
        kk: "Бұл сабақты тек оқи аласыз", en: "You may only read this lesson")
    static let cancelled = Text(
        ky: "Сабак жокко чыгарылган: баа да, катышуу да коюлбайт",
        ru: "Урок отменён: ни отметок, ни отсутствий в нём нет",
        kk: "Сабақ болмаған: баға да, қатысу да қойылмайды", en: "The lesson is cancelled: nothing is entered in it")
    static let notEnrolled = Text(
        ky: "Окуучу бул күнү тизмеде жок болчу", ru: "В этот день ученик не числился в списке",
        kk: "Бұл күні оқушы тізімде болмаған", en: "The student was not on the list that day")
    static let notBegun = Text(
        ky: "Сабак баштала элек: баа менен катышуу сабак башталганда коюлат",
        ru: "Урок ещё не начался: отметки и отсутствия ставят, когда он начнётся",
        kk: "Сабақ әлі басталған жоқ: баға мен қатысу сабақ басталғанда қойылады",
        en: "The lesson has not begun: marks and absences are entered once it has")
    static let debtBeforeLesson = Text(
        ky: "Карыздын мөөнөтү сабактан мурун болбойт: мисалы •5.12",
        ru: "Срок долга раньше урока: напишите, например, •5.12",
        kk: "Қарыздың мерзімі сабақтан бұрын болмайды: мысалы •5.12",
        en: "A debt cannot be due before its lesson: type for example •5.12")
    static let unknownKind = Text(
        ky: "Иштин мындай түрү жок", ru: "Нет такого вида работы", kk: "Жұмыстың мұндай түрі жоқ",
        en: "There is no such kind of work")
    static let nothingToComment = Text(
        ky: "Комментарий үчүн адегенде баа же катышуу коюңуз", ru: "Для комментария сначала поставьте отметку",
        kk: "Түсініктеме үшін алдымен баға қойыңыз", en: "Enter a mark before commenting on it")
    static let markedWhileAbsent = Text(
        ky: "Баа сакталды, бирок окуучу сабакта жок деп белгиленген",
        ru: "Отметка сохранена, но ученик отмечен отсутствующим",
        kk: "Баға сақталды, бірақ оқушы сабақта жоқ деп белгіленген",
        en: "The mark is kept, but the student is entered as absent")

    static func overMaximum(_ typed: String, _ maximum: Int) -> Text {
        Text(
            ky: "«\(typed)» бул иштин максимумунан көп: 0–\(maximum) балл. Максимумду сабак бетинен өзгөртөсүз",
            ru: "«\(typed)» больше максимума этой работы: от 0 до \(maximum) баллов. Максимум меняют на странице урока",
            kk: "«\(typed)» бұл жұмыстың максимумынан көп: 0–\(maximum) балл. Максимумды сабақ бетінде өзгертесіз",
            en: "\(typed) is more than the maximum of this work: 0 to \(maximum) points. The lesson's page changes it")
    }

    static func onePoints(_ maximum: Int) -> Text {
        Text(
            ky: "Бир иш үчүн бир сан: 0дөн \(maximum) чейинки балл",
            ru: "За одну работу — одно число: баллы от 0 до \(maximum)",
            kk: "Бір жұмысқа бір сан: 0-ден \(maximum) дейінгі балл",
            en: "One number for one work: points from 0 to \(maximum)")
    }

    static func changedMeanwhile(_ name: String?) -> Text {
        guard let name else {
            return Text(
                ky: "Муну башка киши өзгөрттү", ru: "Это изменил кто-то другой", kk: "Мұны басқа адам өзгертті",
                en: "Somebody else has changed this")
        }
        return Text(
            ky: "\(name): бул уячаны өзгөрттү", ru: "\(name): изменение в этой клетке",
            kk: "\(name): бұл ұяшықты өзгертті", en: "\(name) has changed this cell")
    }

    /// What may be typed in this class.
    static func words(_ problem: CellProblem, scale: Scale, codes: [AbsenceCode], language: RecordLanguage) -> Text {
        let marks = marks(scale)
        let labels = (codes.map { $0.label(in: language) } + [DebtSign.sign]).joined(separator: " ")
        switch problem {
        case .notOnScale(let text): return notOnScale(text, marks)
        case .unknownText(let text): return unknown(String(text.prefix(20)), marks, labels)
        case .tooMany:
            return Text(
                ky: "Бир уячага эң көп эки баа: 5/4", ru: "В клетке не больше двух отметок: 5/4",
                kk: "Бір ұяшыққа ең көбі екі баға: 5/4", en: "At most two marks in a cell: 5/4")
        case .twoAbsences:
            return Text(
                ky: "Бир уячага катышуунун бир гана коду", ru: "В клетке только один код посещаемости",
                kk: "Бір ұяшыққа қатысудың бір ғана коды", en: "Only one attendance code in a cell")
        case .marksNeedSlash:
            return Text(
                ky: "Эки бааны сызык менен бөлүңүз: 5/4", ru: "Две отметки разделяют чертой: 5/4",
                kk: "Екі бағаны сызықпен бөліңіз: 5/4", en: "Part two marks with a slash: 5/4")
        case .minutesNotAllowed, .minutesOutOfRange: return minutes(codes, language)
        }
    }

    private static func notOnScale(_ text: String, _ marks: String) -> Text {
        marks.isEmpty
            ? Text(
                ky: "Бул класста баа коюлбайт", ru: "В этом классе отметок не ставят",
                kk: "Бұл сыныпта баға қойылмайды", en: "No marks are set in this class")
            : Text(
                ky: "«\(text)» шкалада жок: \(marks)", ru: "«\(text)» нет на шкале: \(marks)",
                kk: "«\(text)» шкалада жоқ: \(marks)", en: "\(text) is not on the scale: \(marks)")
    }

    private static func unknown(_ text: String, _ marks: String, _ labels: String) -> Text {
        let all = [marks, labels].filter { !$0.isEmpty }.joined(separator: " · ")
        return Text(
            ky: "«\(text)» түшүнүксүз. Мындай жазса болот: \(all)", ru: "«\(text)» непонятно. Можно писать: \(all)",
            kk: "«\(text)» түсініксіз. Былай жазуға болады: \(all)", en: "“\(text)” is not known. You may type: \(all)")
    }

    private static func minutes(_ codes: [AbsenceCode], _ language: RecordLanguage) -> Text {
        let label = codes.first(where: \.takesMinutes)?.label(in: language) ?? ""
        return Text(
            ky: "Мүнөт кечигүүдөн кийин жазылат, 1–90: \(label) 8'",
            ru: "Минуты пишут после опоздания, от 1 до 90: \(label) 8'",
            kk: "Минут кешігуден кейін жазылады, 1–90: \(label) 8'",
            en: "Minutes follow the code of lateness, 1 to 90: \(label) 8'")
    }

    /// `5 4 3 2`, or `100–0` where the scale is long.
    private static func marks(_ scale: Scale) -> String {
        guard let best = scale.values.first, let worst = scale.values.last else { return "" }
        return scale.values.count > 12
            ? "\(best.value)–\(worst.value)" : scale.values.map(\.value).joined(separator: " ")
    }
}
