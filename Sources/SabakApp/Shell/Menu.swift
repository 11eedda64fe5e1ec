import SchoolRules
import Web

/// The places of the menu, by the role the person has chosen to start with.
enum Menu {
    struct Place: Sendable {
        let address: String
        let name: Text
        var icon: Icon?
        var group = Group.school
    }

    /// What a long menu is divided into, in this order.
    enum Group: String, CaseIterable {
        case teaching, people, school

        var name: Text {
            switch self {
            case .teaching: Text(ky: "Окуу иштери", ru: "Учебная работа", kk: "Оқу жұмысы", en: "Teaching")
            case .people: Text(ky: "Адамдар", ru: "Люди", kk: "Адамдар", en: "People")
            case .school: Text(ky: "Мектеп", ru: "Школа", kk: "Мектеп", en: "School")
            }
        }
    }

    /// How many places stand in the bar of a wide window.
    static let barCount = 6

    /// The places beyond the bar under headings; none where they are few enough for one look.
    static func groups(of places: [Place]) -> [(group: Group, places: [Place])] {
        let beyond = places.dropFirst(barCount)
        guard beyond.count > 5 else { return [] }
        return Group.allCases.map { group in (group, beyond.filter { $0.group == group }) }
            .filter { !$0.places.isEmpty }
    }

    /// The roles a person can start with, most often needed first.
    static func startRoles(of visit: Visit) -> [Role] {
        let order: [Role] = [
            .subjectTeacher, .classTeacher, .deputy, .director, .clerk, .administrator, .responsible, .substitute,
            .parent, .student,
        ]
        return order.filter { role in
            visit.roles.contains(role) && !(role == .substitute && visit.roles.contains(.subjectTeacher))
                && !(role == .classTeacher && visit.roles.contains(.subjectTeacher))
        }
    }

    static func places(of visit: Visit) -> [Place] {
        guard let role = visit.startRole else { return [] }
        switch role {
        case .parent, .student: return family
        case .subjectTeacher, .classTeacher, .substitute: return teacher(visit)
        case .deputy:
            return [
                control, absences, journal, timetable, substitutions, closing, load, plans, works, classes, students,
                staff, year, imports, readiness,
            ]
        case .director:
            return [
                control, absences, journal, timetable, closing, load, roles, plans, works, classes, students, staff,
                year, readiness,
            ]
        case .clerk: return [students, requests, classes, movements, staff, imports, readiness]
        case .administrator: return [accounts, staff, classes, readiness]
        case .responsible: return [control, absences, journal, accounts, staff, classes, readiness]
        case .operator, .anonymous: return []
        }
    }

    private static func teacher(_ visit: Visit) -> [Place] {
        var places = [myDay, journal]
        if visit.may(.writePlan) { places += [plans, works] }
        places.append(timetable)
        if visit.may(.writeAbsenceReason) { places += [absences, myClass] }
        if visit.may(.readControlReport), !visit.school.isPractice { places.append(practice) }
        return places
    }

    private static let family = [
        Place(
            address: "/diary", name: Text(ky: "Күндөлүк", ru: "Дневник", kk: "Күнделік", en: "Diary"), icon: .diary),
        Place(
            address: "/diary/marks", name: Text(ky: "Баалар", ru: "Оценки", kk: "Бағалар", en: "Marks"), icon: .bars),
        Place(
            address: "/diary/absence", name: Text(ky: "Келбейт", ru: "Отсутствие", kk: "Келмейді", en: "Absence"),
            icon: .absent),
        Place(address: "/diary/more", name: Text(ky: "Дагы", ru: "Ещё", kk: "Тағы", en: "More"), icon: .more),
    ]
    private static let myDay = Place(
        address: "/my-day", name: Text(ky: "Менин күнүм", ru: "Мой день", kk: "Менің күнім", en: "My day"))
    private static let journal = Place(
        address: "/pages", name: Text(ky: "Журнал", ru: "Журнал", kk: "Журнал", en: "Journal"))
    private static let plans = Place(
        address: "/plans", name: Text(ky: "Пландоо", ru: "Планы", kk: "Жоспарлар", en: "Plans"),
        group: .teaching)
    private static let works = Place(
        address: "/works", name: Text(ky: "Иштер", ru: "Работы", kk: "Жұмыстар", en: "Works"),
        group: .teaching)
    private static let timetable = Place(
        address: "/timetable", name: Text(ky: "Жүгүртмө", ru: "Расписание", kk: "Кесте", en: "Timetable"),
        group: .teaching)
    private static let absences = Place(
        address: "/absences", name: Text(ky: "Катышуу", ru: "Посещаемость", kk: "Қатысу", en: "Attendance"))
    private static let myClass = Place(
        address: "/classes", name: Text(ky: "Менин классым", ru: "Мой класс", kk: "Менің сыныбым", en: "My class"))
    private static let control = Place(
        address: "/control", name: Text(ky: "Толтуруу", ru: "Заполнение", kk: "Толтыру", en: "Filling"))
    private static let closing = Place(
        address: "/closing", name: Text(ky: "Жыйынтыктар", ru: "Итоги", kk: "Қорытындылар", en: "Finals"),
        group: .teaching)
    private static let substitutions = Place(
        address: "/substitutions", name: Text(ky: "Алмаштыруу", ru: "Замены", kk: "Алмастыру", en: "Substitutions"),
        group: .teaching)
    private static let load = Place(
        address: "/load", name: Text(ky: "Жүктөм", ru: "Нагрузка", kk: "Жүктеме", en: "Load"),
        group: .teaching)
    private static let classes = Place(
        address: "/classes", name: Text(ky: "Класстар", ru: "Классы", kk: "Сыныптар", en: "Classes"),
        group: .people)
    private static let students = Place(
        address: "/students", name: Text(ky: "Окуучулар", ru: "Ученики", kk: "Оқушылар", en: "Students"),
        group: .people)
    private static let staff = Place(
        address: "/staff", name: Text(ky: "Кызматкерлер", ru: "Сотрудники", kk: "Қызметкерлер", en: "Staff"),
        group: .people)
    private static let requests = Place(
        address: "/requests", name: Text(ky: "Өзгөрүүлөр", ru: "Изменения", kk: "Өзгерістер", en: "Changes"),
        group: .people)
    private static let movements = Place(
        address: "/movements", name: Text(ky: "Кыймыл", ru: "Движение", kk: "Қозғалыс", en: "Movement"),
        group: .people)
    private static let year = Place(
        address: "/year", name: Text(ky: "Окуу жылы", ru: "Учебный год", kk: "Оқу жылы", en: "School year"))
    private static let readiness = Place(address: "/readiness", name: SetupTexts.list)
    private static let practice = Place(address: "/practice", name: SetupTexts.practice)
    private static let imports = Place(
        address: "/imports", name: Text(ky: "Тизмелер", ru: "Загрузка", kk: "Тізімдер", en: "Lists"))
    private static let accounts = Place(
        address: "/accounts", name: Text(ky: "Кирүү коддору", ru: "Доступ", kk: "Кіру кодтары", en: "Accounts"),
        group: .people)
    private static let roles = Place(
        address: "/roles", name: Text(ky: "Ролдор", ru: "Роли", kk: "Рөлдер", en: "Roles"),
        group: .people)
}

extension Visit {
    /// The role that picks start page and menu: the chosen one, as long as the person has it.
    var startRole: Role? {
        let roles = Menu.startRoles(of: self)
        if let chosen = session.role, roles.contains(chosen) { return chosen }
        return roles.first
    }

    /// Where the person lands after signing in.
    var startAddress: String {
        guard let role = startRole else { return "/account" }
        switch role {
        case .parent, .student: return "/diary"
        case .subjectTeacher, .substitute: return "/my-day"
        case .classTeacher: return "/classes"
        case .deputy, .director, .responsible: return "/control"
        case .clerk: return "/students"
        case .administrator: return "/accounts"
        case .operator, .anonymous: return "/account"
        }
    }
}
