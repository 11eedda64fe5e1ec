import SchoolRules
import Web

/// What somebody wants a lesson's record to say. A field that is nil stays as it is.
struct LessonWish: Sendable {
    var topic: String?
    var material: String?
    var homework: String?
    var noHomework: Bool?
    /// 0 takes them back.
    var homeworkMinutes: Int?
    var rollConfirmed: Bool?
    var kind: Int?
    /// The most points of the work; 0 leaves it to the kind of work.
    var maximum: Int?
    /// The day the checking of written work ended; an empty text takes it back.
    var checkedOn: String?
    /// The homework of single students; those who are not here have none.
    var own: [Int64: String]?
    /// Remarks on students; an empty one is taken back, those who are not here keep theirs.
    var remarks: [Int64: String] = [:]
    /// The version of the lesson the wish was made on.
    let version: Int

    static let longestTopic = 500
    static let longestText = 2000

    /// Texts as they are kept: composed, one kind of line end, no spaces around.
    /// - Throws: a refusal naming the field that is too long or contradicts another.
    func tidied() throws -> LessonWish {
        var wish = self
        wish.topic = try topic.map { try Self.tidy($0, at: "/topic", most: Self.longestTopic) }
        wish.material = try material.map { try Self.tidy($0, at: "/material", most: Self.longestText) }
        wish.homework = try homework.map { try Self.tidy($0, at: "/homework", most: Self.longestText) }
        wish.own = try own?.mapValues { try Self.tidy($0, at: "/own", most: Self.longestText) }
            .filter { !$0.value.isEmpty }
        wish.remarks = try remarks.mapValues { try Self.tidy($0, at: "/remarks", most: Self.longestTopic) }
        if wish.noHomework == true, wish.homework?.isEmpty == false {
            throw Refusal.invalid("homework_contradiction", LessonRefusals.homeworkContradiction, at: "/noHomework")
        }
        if let minutes = homeworkMinutes, !(0...LoadLimits.longestHomework).contains(minutes) {
            throw Refusal.invalid("wrong_minutes", LessonRefusals.wrongMinutes, at: "/homeworkMinutes")
        }
        return wish
    }

    private static func tidy(_ text: String, at field: String, most: Int) throws -> String {
        let lines = text.split(whereSeparator: \.isNewline).map { $0.filter { !$0.isControl } }
        let tidy = Self.trimmed(composed(lines.joined(separator: "\n")))
        guard tidy.count <= most else {
            throw Refusal.invalid("too_long", LessonRefusals.tooLong(most), at: field)
        }
        return tidy
    }

    private static func trimmed(_ text: String) -> String {
        let start = text.drop { $0.isWhitespace }
        let spaces = start.reversed().prefix { $0.isWhitespace }.count
        return String(start.dropLast(spaces))
    }
}

extension Character {
    /// Signs that no text of a lesson needs: they would only hide something.
    fileprivate var isControl: Bool {
        self != "\t" && unicodeScalars.allSatisfy { $0.value < 32 || $0.value == 127 }
    }
}

/// Why a record of a lesson is refused.
enum LessonRefusals {
    static let cancelled = Refusal.conflict(
        "lesson_cancelled",
        Text(
            ky: "Бул сабак жокко чыгарылган", ru: "Этот урок отменён", kk: "Бұл сабақ болмайды",
            en: "This lesson is cancelled"), advice: RefusalTexts.askDeputy)
    static let notBegun = Refusal.invalid(
        "not_begun",
        Text(
            ky: "Катышуу сабак башталгандан кийин тастыкталат", ru: "Посещаемость подтверждают после начала урока",
            kk: "Қатысу сабақ басталғаннан кейін расталады",
            en: "The roll can be confirmed once the lesson has begun"), at: "/rollConfirmed")
    static let workWithoutTopic = Refusal.invalid(
        "work_topic_missing",
        Text(
            ky: "Бул иштин өз темасын жазыңыз", ru: "Запишите тему самой работы",
            kk: "Осы жұмыстың өз тақырыбын жазыңыз",
            en: "Write the topic of this work itself"), at: "/topic")
    static let unknownKind = Refusal.invalid(
        "unknown_kind",
        Text(
            ky: "Мындай иштин түрү жок", ru: "Такого вида работы нет", kk: "Мұндай жұмыс түрі жоқ",
            en: "There is no such kind of work"), at: "/kind")
    static let wrongCheckedOn = Refusal.invalid(
        "wrong_checked_on",
        Text(
            ky: "Текшерилген күн сабактан мурун же бүгүндөн кийин болбойт",
            ru: "День проверки не может быть раньше урока или позже сегодняшнего дня",
            kk: "Тексерілген күн сабақтан бұрын немесе бүгіннен кейін болмайды",
            en: "The day of checking lies between the lesson and today"), at: "/checkedOn")
    static let notOfThisLesson = Refusal.invalid(
        "student_not_in_lesson",
        Text(
            ky: "Бул окуучу сабактын тизмесинде жок", ru: "Этого ученика нет в списке урока",
            kk: "Бұл оқушы сабақ тізімінде жоқ", en: "This student is not on the list of the lesson"), at: "/own")
    static let wrongMinutes = Text(
        ky: "0дөн \(LoadLimits.longestHomework)гө чейинки мүнөт.", ru: "Минуты: от 0 до \(LoadLimits.longestHomework).",
        kk: "0-ден \(LoadLimits.longestHomework)-ге дейінгі минут.",
        en: "Minutes from 0 to \(LoadLimits.longestHomework).")
    static let homeworkContradiction = Text(
        ky: "Үй тапшырмасы жазылган: аны өчүрүңүз же «жок» белгисин алыңыз",
        ru: "Домашнее задание записано: сотрите его или снимите отметку «нет»",
        kk: "Үй тапсырмасы жазылған: оны өшіріңіз немесе «жоқ» белгісін алыңыз",
        en: "There is homework: delete it or untick “no homework”")

    static let wrongMaximum = Refusal.invalid(
        "wrong_maximum",
        Text(
            ky: "Максимум — 1ден \(Scale.mostPoints) чейинки бүтүн сан; бош калса, иштин түрүнүкү алынат",
            ru: "Максимум — целое число от 1 до \(Scale.mostPoints); пустое поле — как у вида работы",
            kk: "Максимум — 1-ден \(Scale.mostPoints) дейінгі бүтін сан; бос болса, жұмыс түрінікі алынады",
            en: "The maximum is a whole number from 1 to \(Scale.mostPoints); empty takes that of the kind of work"),
        at: "/maximum")

    static func maximumTooLow(_ highest: Int) -> Refusal {
        Refusal.invalid(
            "maximum_too_low",
            Text(
                ky: "Бул иш үчүн \(highest) балл коюлган: максимум андан аз болбойт",
                ru: "За эту работу уже стоит \(highest): максимум не может быть меньше",
                kk: "Бұл жұмысқа \(highest) балл қойылған: максимум одан аз болмайды",
                en: "\(highest) points stand for this work: the maximum cannot be less"), at: "/maximum")
    }

    static func tooLong(_ most: Int) -> Text {
        Text(
            ky: "Текст өтө узун: эң көп \(most) белги", ru: "Слишком длинный текст: не больше \(most) знаков",
            kk: "Мәтін тым ұзақ: ең көбі \(most) таңба", en: "The text is too long: at most \(most) characters")
    }
}
