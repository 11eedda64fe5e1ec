import SchoolRules
import Web

/// One kind of data that is missing somewhere in the journal (002 VI.2: the responsible person checks that necessary
/// data are there).
enum Gap: String, CaseIterable, Sendable {
    case noClass, noFamily, notConfirmed, noAccess, neverIn, noBirthDay
    case noAccount, staffNeverIn, noLeader, noTeacher, noPupils, noRoom, noPlan

    /// What its list is a list of.
    enum Kind: Sendable { case students, staff, classes, pages, lessons }

    var kind: Kind {
        switch self {
        case .noClass, .noFamily, .notConfirmed, .noAccess, .neverIn, .noBirthDay: .students
        case .noAccount, .staffNeverIn: .staff
        case .noLeader: .classes
        case .noTeacher, .noPupils, .noPlan: .pages
        case .noRoom: .lessons
        }
    }

    /// Who mends it.
    var role: Role {
        switch self {
        case .noClass, .noFamily, .noBirthDay: .clerk
        case .notConfirmed, .noAccess, .neverIn, .noPupils: .classTeacher
        case .noAccount, .staffNeverIn: .administrator
        case .noLeader, .noTeacher, .noRoom: .deputy
        case .noPlan: .subjectTeacher
        }
    }

    var name: Text {
        switch self {
        case .noClass:
            Text(
                ky: "Классы жок окуучулар", ru: "Ученики без класса", kk: "Сыныпсыз оқушылар",
                en: "Students without a class")
        case .noFamily:
            Text(
                ky: "Ата-энеси көрсөтүлбөгөн окуучулар", ru: "Ученики без родителей",
                kk: "Ата-анасы көрсетілмеген оқушылар", en: "Students without parents")
        case .notConfirmed:
            Text(
                ky: "Ата-энеси тастыктала элек", ru: "Связь с родителем не подтверждена",
                kk: "Ата-анасы расталмаған", en: "Link to the parent not confirmed")
        case .noAccess:
            Text(
                ky: "Үй-бүлөсүнө код берилген эмес", ru: "Семье не выдан код", kk: "Отбасына код берілмеген",
                en: "The family has no account")
        case .neverIn:
            Text(
                ky: "Үй-бүлөсү бир да жолу кирген эмес", ru: "Семья ни разу не входила",
                kk: "Отбасы бірде-бір рет кірмеген", en: "The family has never signed in")
        case .noBirthDay:
            Text(
                ky: "Туулган күнү жок окуучулар", ru: "Ученики без даты рождения", kk: "Туған күні жоқ оқушылар",
                en: "Students without a birth date")
        case .noAccount:
            Text(
                ky: "Кызматкерге код берилген эмес", ru: "Сотруднику не выдан код", kk: "Қызметкерге код берілмеген",
                en: "Staff without an account")
        case .staffNeverIn:
            Text(
                ky: "Кызматкер бир да жолу кирген эмес", ru: "Сотрудник ни разу не входил",
                kk: "Қызметкер бірде-бір рет кірмеген", en: "Staff who have never signed in")
        case .noLeader:
            Text(
                ky: "Жетекчиси жок класстар", ru: "Классы без руководителя", kk: "Жетекшісі жоқ сыныптар",
                en: "Classes without a class teacher")
        case .noTeacher:
            Text(
                ky: "Мугалими жок барактар", ru: "Страницы без учителя", kk: "Мұғалімі жоқ беттер",
                en: "Pages without a teacher")
        case .noPupils:
            Text(
                ky: "Окуучусу бөлүнө элек топтор", ru: "Группы без учеников", kk: "Оқушысы бөлінбеген топтар",
                en: "Groups without students")
        case .noRoom:
            Text(
                ky: "Кабинети жок сабактар, эки жума", ru: "Уроки без кабинета, две недели",
                kk: "Кабинеті жоқ сабақтар, екі апта", en: "Lessons without a room, two weeks")
        case .noPlan:
            Text(
                ky: "Планы жок барактар", ru: "Страницы без плана", kk: "Жоспары жоқ беттер", en: "Pages without a plan"
            )
        }
    }

    /// Where and how it is mended.
    var advice: Text {
        switch self {
        case .noClass:
            Text(
                ky: "Окуучунун барагынан класска кошуңуз же кетүү буйругун жазыңыз.",
                ru: "На карточке ученика зачислите его в класс или запишите приказ о выбытии.",
                kk: "Оқушының бетінен сыныпқа қосыңыз немесе кету бұйрығын жазыңыз.",
                en: "On the student's card, enrol into a class or record the order of leaving.")
        case .noFamily:
            Text(
                ky: "Ата-энени окуучунун барагына кошуңуз.", ru: "Добавьте родителя на карточке ученика.",
                kk: "Ата-ананы оқушының бетіне қосыңыз.", en: "Add a parent on the student's card.")
        case .notConfirmed:
            Text(
                ky: "Байланышты класс жетекчи класстын тизмесинен тастыктайт.",
                ru: "Связь подтверждает классный руководитель в списке класса.",
                kk: "Байланысты сынып жетекшісі сынып тізімінде растайды.",
                en: "The class teacher confirms the link in the list of the class.")
        case .noAccess:
            Text(
                ky: "Коддорду класс жетекчи өз классына берет.", ru: "Коды выдаёт классный руководитель своему классу.",
                kk: "Кодтарды сынып жетекшісі өз сыныбына береді.",
                en: "The class teacher issues codes to the own class.")
        case .neverIn:
            Text(
                ky: "Код эскирсе, класс жетекчи жаңысын берет.",
                ru: "Если код устарел, классный руководитель выдаст новый.",
                kk: "Код ескірсе, сынып жетекшісі жаңасын береді.",
                en: "If the code is too old, the class teacher issues a new one.")
        case .noBirthDay:
            Text(
                ky: "Күнүн окуучунун барагына жазыңыз.", ru: "Запишите дату на карточке ученика.",
                kk: "Күнін оқушының бетіне жазыңыз.", en: "Write the date on the student's card.")
        case .noAccount, .staffNeverIn:
            Text(
                ky: "Кодду администратор берет.", ru: "Код выдаёт администратор.", kk: "Кодты әкімші береді.",
                en: "The administrator issues the code.")
        case .noLeader:
            Text(
                ky: "Жетекчини класстын барагынан дайындаңыз.", ru: "Назначьте руководителя на странице класса.",
                kk: "Жетекшіні сыныптың бетінен тағайындаңыз.", en: "Name the class teacher on the page of the class.")
        case .noTeacher:
            Text(
                ky: "Мугалимди жүктөмдөн дайындаңыз.", ru: "Назначьте учителя в нагрузке.",
                kk: "Мұғалімді жүктемеден тағайындаңыз.", en: "Give the page to a teacher in the load.")
        case .noPupils:
            Text(
                ky: "Классты топторго класс жетекчи же орун басар «Чакан топтор» бетинде бөлөт.",
                ru: "Класс делит классный руководитель или заместитель на странице «Подгруппы».",
                kk: "Сыныпты сынып жетекшісі не орынбасар «Кіші топтар» бетінде бөледі.",
                en: "The class teacher or the deputy divides the class on the page Subgroups.")
        case .noRoom:
            Text(
                ky: "Кабинетти жүгүртмөгө жазып, кайра жарыялаңыз.",
                ru: "Впишите кабинет в расписание и опубликуйте его снова.",
                kk: "Кабинетті кестеге жазып, қайта жариялаңыз.",
                en: "Write the room into the timetable and publish it again.")
        case .noPlan:
            Text(
                ky: "Планды барактын мугалими кошот.", ru: "План прикрепляет учитель страницы.",
                kk: "Жоспарды беттің мұғалімі қосады.", en: "The teacher of the page adds the plan.")
        }
    }
}
