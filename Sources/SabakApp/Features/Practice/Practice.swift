import SchoolRules
import Web

/// The practice class: those who train make it and remove it, every teacher may enter it (002 VI.2).
enum Practice {
    static let routes: [Route] = [
        .get("/practice", .readControlReport, show),
        .post("/practice", .readControlReport, make),
        .post("/practice/remove", .readControlReport, remove),
        .post("/practice/enter", .readControlReport, enter),
        .needs(.signedIn, .post, "/practice/leave", leave),
    ]

    private static func show(_ visit: Visit) throws -> Answer {
        let isThere = try visit.read { try PracticeSchool.find(visit, in: $0) } != nil
        return PracticeRoomPage(visit: visit, isThere: isThere).answer
    }

    private static func make(_ visit: Visit) async throws -> Answer {
        try requireTrainer(visit)
        guard try visit.read({ try PracticeSchool.find(visit, in: $0) }) == nil else { return .see("/practice") }
        try await PracticeSchool.make(visit)
        return .see("/practice?note=made")
    }

    private static func remove(_ visit: Visit) async throws -> Answer {
        try requireTrainer(visit)
        try await PracticeSchool.remove(visit)
        return .see("/practice?note=removed")
    }

    /// Opens a session in the practice class beside the real one, which waits in a cookie of its own.
    private static func enter(_ visit: Visit) async throws -> Answer {
        guard !visit.school.isPractice, let home = visit.asked.cookie(SessionCookie.name) else {
            throw Refusal.notFound
        }
        let (practice, subject) = try visit.read {
            (try PracticeSchool.find(visit, in: $0), try PracticePage.subject(of: visit, in: $0))
        }
        guard let practice else { throw Refusal.notFound }
        try await PracticePage(visit: visit, practice: practice).prepare(subject)
        let known = Credentials.Known(
            store: practice.store, person: visit.person.id, isStaff: true, hasAcceptedDuty: true)
        let token = try await Credentials(visit.caller).openSession(for: known)
        return .see("/").with(.setCookie, SessionCookie.value(token, seconds: 12 * 3600))
            .with(.setCookie, HomeCookie.value(home))
    }

    private static func leave(_ visit: Visit) async throws -> Answer {
        guard visit.school.isPractice else { return .see("/") }
        let hash = visit.session.tokenHash
        try await visit.write { writing in
            try writing.connection.run(
                "DELETE FROM session WHERE school_id = \(writing.school) AND token_hash = \(hash)")
            try writing.audit("session.end", "person/\(writing.author.person)")
        }
        guard let home = visit.asked.cookie(HomeCookie.name) else {
            return .see("/sign-in").with(.setCookie, SessionCookie.gone)
        }
        return HomeCookie.goHome(home)
    }

    private static func requireTrainer(_ visit: Visit) throws {
        guard visit.mayTrain, !visit.school.isPractice else { throw Refusal.notFound }
    }
}

/// The way into the practice class.
struct PracticeRoomPage: Sendable {
    let visit: Visit
    let isThere: Bool
    private var words: Language { visit.language }
    private var mayMake: Bool { visit.mayTrain && !visit.school.isPractice }

    var answer: Answer {
        let title = SetupTexts.practice[words]
        let place = visit.mayTrain ? "/readiness" : "/practice"
        return Layout(visit: visit, title: title, place: place, frame: .thin).answer(
            """
            <div class="head"><div><h1>\(title)</h1><p class="sub">\(PracticeTexts.what[words])</p></div></div>
            \(visit.mayTrain ? SetupPlaces.navigation(visit, at: .practice) : HTML())\(said)\(content)
            """)
    }

    private var said: HTML? {
        PracticeTexts.said(visit.asked.query["note"]).map { "<p class=\"say good\" role=\"status\">\($0[words])</p>" }
    }

    private var content: HTML {
        if visit.school.isPractice { return "<p class=\"say\">\(PracticeTexts.youAreThere[words])</p>" }
        guard isThere else {
            guard mayMake else { return "<p class=\"say\">\(PracticeTexts.notThere[words])</p>" }
            return """
                <p>\(PracticeTexts.makes[words])</p>
                <form method="post" action="/practice">\(visit.csrfField)<p class="acts below">\
                <button class="main">\(PracticeTexts.make[words])</button></p></form>
                """
        }
        let removing: HTML? =
            !mayMake
            ? nil
            : """
            <h2>\(PracticeTexts.end[words])</h2><p class="sub">\(PracticeTexts.endWhat[words])</p>
            <form method="post" action="/practice/remove">\(visit.csrfField)<p class="acts below">\
            <button class="danger">\(PracticeTexts.remove[words])</button></p></form>
            """
        return """
            <p>\(PracticeTexts.waits[words])</p>
            <form method="post" action="/practice/enter">\(visit.csrfField)<p class="acts below">\
            <button class="main">\(PracticeTexts.enter[words])</button></p></form>\(removing)
            """
    }
}

enum PracticeTexts {
    static let what = Text(
        ky: "Журналды толтурууну үйрөнүү үчүн. Мында жазылгандар эч жерде эсептелбейт, үй-бүлөлөр көрбөйт.",
        ru: "Чтобы научиться вести журнал. Записанное здесь нигде не считается, семьи этого не видят.",
        kk: "Журнал толтыруды үйрену үшін. Мұнда жазылғандар еш жерде есептелмейді, отбасылар көрмейді.",
        en: "To learn keeping the journal. What is written here counts nowhere, and no family sees it.")
    static let makes = Text(
        ky: """
            24 ойдон чыгарылган окуучусу бар класс ачылат. Кирген ар бир мугалим өз барагын жана эки жуманын \
            сабактарын алат.
            """,
        ru: """
            Появится класс из 24 вымышленных учеников. Каждый вошедший учитель получит свою страницу и уроки \
            двух недель.
            """,
        kk: """
            24 ойдан шығарылған оқушысы бар сынып ашылады. Кірген әр мұғалім өз бетін және екі аптаның \
            сабақтарын алады.
            """,
        en: """
            A class of 24 invented students is made. Each teacher who enters gets an own page and the \
            lessons of two weeks.
            """
    )
    static let make = Text(
        ky: "Машыгуу классын ачуу", ru: "Создать учебный класс", kk: "Жаттығу сыныбын ашу",
        en: "Make the practice class")
    static let waits = Text(
        ky: """
            Сизди өз барагыңыз, 24 окуучу жана өткөн аптанын жана ушул аптанын сабактары күтөт. \
            Каалаганыңызды жазыңыз.
            """,
        ru: "Вас ждут своя страница, 24 ученика и уроки прошлой и этой недели. Пробуйте что угодно.",
        kk: "Сізді өз бетіңіз, 24 оқушы және өткен апта мен осы аптаның сабақтары күтеді. Қалағаныңызды жазыңыз.",
        en: """
            An own page, 24 students and the lessons of last week and this one are waiting. Try whatever you \
            like.
            """)
    static let enter = Text(ky: "Машыгуу", ru: "Потренироваться", kk: "Жаттығу", en: "Practise")
    static let notThere = Text(
        ky: "Машыгуу классы азыр жок. Аны журнал үчүн жооптуу адам же директордун орун басары ачат.",
        ru: "Учебного класса сейчас нет. Его создаёт ответственный за журнал или заместитель директора.",
        kk: "Жаттығу сыныбы қазір жоқ. Оны журналға жауапты адам немесе директордың орынбасары ашады.",
        en: "There is no practice class now. The person responsible for the journal or the deputy makes it.")
    static let youAreThere = Text(
        ky: "Сиз машыгуу классындасыз.", ru: "Вы в учебном классе.", kk: "Сіз жаттығу сыныбындасыз.",
        en: "You are in the practice class.")
    static let end = Text(ky: "Жабуу", ru: "Завершить", kk: "Аяқтау", en: "End it")
    static let endWhat = Text(
        ky: "Машыгуу классы анда жазылгандардын баары менен өчүрүлөт.",
        ru: "Учебный класс удаляется вместе со всем, что в нём записано.",
        kk: "Жаттығу сыныбы ондағы бүкіл жазбамен бірге жойылады.",
        en: "The practice class is removed with everything written in it.")
    static let remove = Text(
        ky: "Машыгуу классын өчүрүү", ru: "Удалить учебный класс", kk: "Жаттығу сыныбын жою",
        en: "Remove the practice class")

    static func said(_ note: String?) -> Text? {
        switch note {
        case "made":
            Text(
                ky: "Машыгуу классы ачылды.", ru: "Учебный класс создан.", kk: "Жаттығу сыныбы ашылды.",
                en: "The practice class is there.")
        case "removed":
            Text(
                ky: "Машыгуу классы өчүрүлдү.", ru: "Учебный класс удалён.", kk: "Жаттығу сыныбы жойылды.",
                en: "The practice class is removed.")
        default: nil
        }
    }
}
