import SchoolRules
import Web

/// A line of the set-up list: one section of the journal that has to be there before teaching begins.
enum SetupLine: String, CaseIterable, Sendable {
    case roles, terms, bells, staff, students, guardians, classes, load, leaders, timetable, rooms, access, subgroups
    case families, plans

    /// Who does it.
    var role: Role {
        switch self {
        case .roles: .director
        case .terms, .bells, .classes, .leaders, .load, .timetable, .rooms: .deputy
        case .staff, .students, .guardians: .clerk
        case .access: .administrator
        case .plans: .subjectTeacher
        case .subgroups, .families: .classTeacher
        }
    }

    /// What it takes to do it.
    private var right: Right {
        switch self {
        case .roles: .grantRoles
        case .terms, .bells, .classes, .leaders, .load, .timetable, .rooms: .writeLoad
        case .staff, .students, .guardians: .enrol
        case .access: .manageStaffAccounts
        case .plans: .writePlan
        case .subgroups, .families: .manageFamilyAccounts
        }
    }

    /// Whether no lesson can be recorded while nothing of it is there.
    var isNeededForTheFirstLesson: Bool {
        switch self {
        case .terms, .bells, .classes, .staff, .access, .students, .load, .timetable: true
        case .roles, .leaders, .guardians, .rooms, .plans, .subgroups, .families: false
        }
    }

    /// Where the visitor does it, or sees by name what is missing.
    /// - Parameter year: the year that is being set up; whoever may look ahead is led into it.
    func address(for visit: Visit, year: Int) -> String {
        let isAhead = year != visit.year && visit.mayInSchool(.writeLoad)
        return isAhead && isOfOneYear ? "\(place(for: visit))?year=\(year)" : place(for: visit)
    }

    /// Whether its place shows either this year or the next.
    private var isOfOneYear: Bool {
        switch self {
        case .classes, .leaders, .load: true
        case .roles, .terms, .bells, .staff, .students, .guardians, .timetable, .rooms, .access, .subgroups, .families,
            .plans:
            false
        }
    }

    private func place(for visit: Visit) -> String {
        switch self {
        case .students where !visit.mayInSchool(.readStudentCard): "/classes"
        case .leaders where !visit.may(.writeLoad): "/completeness/noLeader"
        case .access where !visit.may(.manageStaffAccounts): "/completeness/noAccount"
        case .roles: "/roles"
        case .terms: "/year"
        case .bells: "/year/bells"
        case .classes: "/classes"
        case .leaders: "/classes/leaders"
        case .staff: "/staff"
        case .access: "/accounts"
        case .students: "/students"
        case .guardians: "/completeness/noFamily"
        case .load: "/load"
        case .timetable: "/timetable"
        case .rooms: "/completeness/noRoom"
        case .plans: "/plans"
        case .subgroups: "/completeness/noPupils"
        case .families: "/completeness/noAccess"
        }
    }

    /// Whether the visitor may open that place.
    func mayBeOpened(by visit: Visit) -> Bool {
        switch self {
        case .roles: visit.may(.grantRoles)
        case .terms, .bells: visit.may(.writeCalendar) || visit.may(.writeSettings)
        case .classes: visit.mayInSchool(.readClassList)
        case .leaders: visit.may(.writeLoad) || visit.maySeeCompleteness
        case .staff: visit.mayInSchool(.readStaffCard)
        case .access: visit.may(.manageStaffAccounts) || visit.maySeeCompleteness
        case .students: visit.mayInSchool(.readStudentCard) || visit.mayInSchool(.readClassList)
        case .guardians, .rooms, .subgroups, .families: visit.maySeeCompleteness
        case .load: visit.mayInSchool(.readLoad)
        case .timetable: visit.may(.readTimetable)
        case .plans: visit.mayInSchool(.readPlan)
        }
    }

    /// Whether the visitor sees the line: those who answer for the journal see all, others their own.
    func isSeen(by visit: Visit) -> Bool {
        visit.mayInSchool(.readControlReport) || visit.may(right)
    }

    var name: Text {
        switch self {
        case .roles: Text(ky: "Ролдор", ru: "Роли", kk: "Рөлдер", en: "Roles")
        case .terms:
            Text(
                ky: "Чейректер жана каникулдар", ru: "Четверти и каникулы", kk: "Тоқсандар мен демалыстар",
                en: "Terms and breaks")
        case .bells:
            Text(ky: "Коңгуроолор", ru: "Расписание звонков", kk: "Қоңыраулар кестесі", en: "Bells")
        case .classes: Text(ky: "Класстар", ru: "Классы", kk: "Сыныптар", en: "Classes")
        case .leaders:
            Text(ky: "Класс жетекчилер", ru: "Классные руководители", kk: "Сынып жетекшілері", en: "Class teachers")
        case .staff: Text(ky: "Кызматкерлер", ru: "Сотрудники", kk: "Қызметкерлер", en: "Staff")
        case .access:
            Text(
                ky: "Кызматкерлердин кирүүсү", ru: "Доступ сотрудников", kk: "Қызметкерлердің кіруі",
                en: "Staff accounts")
        case .students: Text(ky: "Окуучулар", ru: "Ученики", kk: "Оқушылар", en: "Students")
        case .guardians:
            Text(
                ky: "Ата-энелер жана өкүлдөр", ru: "Родители и представители", kk: "Ата-аналар мен өкілдер",
                en: "Parents and guardians")
        case .load: Text(ky: "Окуу жүктөмү", ru: "Учебная нагрузка", kk: "Оқу жүктемесі", en: "Teaching load")
        case .timetable:
            Text(ky: "Сабактардын жүгүртмөсү", ru: "Расписание уроков", kk: "Сабақ кестесі", en: "Timetable")
        case .rooms: Text(ky: "Кабинеттер", ru: "Кабинеты", kk: "Кабинеттер", en: "Rooms")
        case .plans:
            Text(
                ky: "Календардык пландар", ru: "Календарные планы", kk: "Күнтізбелік жоспарлар", en: "Lesson plans")
        case .subgroups:
            Text(ky: "Чакан топтор", ru: "Деление на подгруппы", kk: "Кіші топтар", en: "Subgroups")
        case .families:
            Text(
                ky: "Үй-бүлөлөрдүн коддору", ru: "Коды семей", kk: "Отбасылардың кодтары", en: "Families' codes")
        }
    }
}

extension Visit {
    /// Those who see to it that the data of the journal are whole, and the clerk who mends most of them.
    var maySeeCompleteness: Bool { mayInSchool(.readControlReport) || mayInSchool(.enrol) }

    /// Those who train the teachers: the administration of the journal.
    var mayTrain: Bool { mayInSchool(.readControlReport) }
}
