import SchoolRules
import Web

enum RightsTexts {
    static let title = Text(
        ky: "Укуктардын таблицасы", ru: "Таблица прав", kk: "Құқықтар кестесі", en: "Table of rights")
    static let titleWhat = Text(
        ky: "Ар бир ролдун эмнеге укугу бар. Программа ушул эле таблица боюнча иштейт.",
        ru: "Что может каждая роль. Программа проверяет права по этой же таблице.",
        kk: "Әр рөлдің құқығы. Бағдарлама осы кесте бойынша жұмыс істейді.",
        en: "What each role may do. The program works by this very table.")
    static let legend = Text(
        ky: "! экинчи адамдын уруксаты керек · * бөлүгү гана · + бир аз кеңири",
        ru: "! нужен второй человек · * только часть · + немного шире",
        kk: "! екінші адамның рұқсаты керек · * бөлігі ғана · + сәл кеңірек",
        en: "! a second person is needed · * only a part · + somewhat more")
    static let right = Text(ky: "Укук", ru: "Право", kk: "Құқық", en: "Right")
    static let roles = Text(ky: "Ролдор", ru: "Роли", kk: "Рөлдер", en: "Roles")
    static let rolesWhat = Text(
        ky: "Мугалим, класс жетекчи жана ата-эне ролдору жүктөмдөн жана тизмелерден келип чыгат.",
        ru: "Роли учителя, классного руководителя и родителя следуют из нагрузки и списков.",
        kk: "Мұғалім, сынып жетекшісі және ата-ана рөлдері жүктемеден және тізімдерден шығады.",
        en: "Teachers, class teachers and parents have their roles by load and lists.")
    static let role = Text(ky: "Ролу", ru: "Роль", kk: "Рөлі", en: "Role")
    static let person = Text(ky: "Кызматкер", ru: "Сотрудник", kk: "Қызметкер", en: "Member of staff")
    static let from = Text(ky: "Кайсы күндөн", ru: "С какого дня", kk: "Қай күннен", en: "From")
    static let until = Text(ky: "Кайсы күнгө чейин", ru: "По какой день", kk: "Қай күнге дейін", en: "Until")
    static let untilIfAny = Text(
        ky: "Кайсы күнгө чейин (болсо)", ru: "По какой день (если известно)", kk: "Қай күнге дейін (болса)",
        en: "Until (if known)")
    static let order = Text(ky: "Буйрук №", ru: "Приказ №", kk: "Бұйрық №", en: "Order no.")
    static let orderDay = Text(ky: "Буйруктун күнү", ru: "Дата приказа", kk: "Бұйрық күні", en: "Date of the order")
    static let orders = Text(ky: "Буйруктар", ru: "Приказы", kk: "Бұйрықтар", en: "Orders")
    static let giveOrderDay = Text(
        ky: "Буйруктун күнүн жазыңыз.", ru: "Укажите дату приказа.", kk: "Бұйрық күнін жазыңыз.",
        en: "Give the date of the order.")
    static let givenBy = Text(ky: "Ким берди", ru: "Кто дал", kk: "Кім берді", en: "Given by")
    static let acts = Text(ky: "Аракеттер", ru: "Действия", kk: "Әрекеттер", en: "Actions")
    static let giveRole = Text(ky: "Ролду берүү", ru: "Дать роль", kk: "Рөл беру", en: "Give a role")
    static let give = Text(ky: "Берүү", ru: "Дать", kk: "Беру", en: "Give")
    static let withdraw = Text(ky: "Алып салуу", ru: "Снять", kk: "Алып тастау", en: "Withdraw")
    static let notSaved = Text(
        ky: "Сактала элек: төмөндө белгиленгенди оңдоңуз.", ru: "Не сохранено: исправьте отмеченное ниже.",
        kk: "Сақталмады: төменде белгіленгенді түзетіңіз.", en: "Not saved: mend what is marked below.")
    static let choosePerson = Text(
        ky: "Кызматкерди тандаңыз.", ru: "Выберите сотрудника.", kk: "Қызметкерді таңдаңыз.",
        en: "Choose a member of staff.")
    static let chooseRole = Text(
        ky: "Ролду тандаңыз.", ru: "Выберите роль.", kk: "Рөлді таңдаңыз.", en: "Choose the role.")
    static let giveOrder = Text(
        ky: "Буйруктун номерин жазыңыз.", ru: "Укажите номер приказа.", kk: "Бұйрық нөмірін жазыңыз.",
        en: "Give the number of the order.")
    static let wrongDay = Text(
        ky: "Күндү текшериңиз.", ru: "Проверьте дату.", kk: "Күнді тексеріңіз.", en: "Check the date.")
    private static let notOneselfWords = Text(
        ky: "Өзүңүзгө роль бере же ала албайсыз", ru: "Себе роль нельзя ни дать, ни снять",
        kk: "Өзіңізге рөл бере де, ала да алмайсыз", en: "You cannot give or withdraw a role of your own")
    static let notOneself = Refusal(
        status: .forbidden, code: "not_oneself",
        title: notOneselfWords,
        advice: RefusalTexts.startPage, fields: [.init(pointer: "/person", code: "not_oneself", words: notOneselfWords)]
    )
    private static let notStudentWords = Text(
        ky: "Окуучуга кызматкердин ролу берилбейт", ru: "Ученику нельзя дать роль сотрудника",
        kk: "Оқушыға қызметкер рөлі берілмейді", en: "A student cannot have a role of staff")
    static let notStudent = Refusal(
        status: .unprocessableContent, code: "not_student",
        title: notStudentWords,
        advice: RefusalTexts.checkAndRepeat,
        fields: [.init(pointer: "/person", code: "not_student", words: notStudentWords)])
    private static let heldAlreadyWords = Text(
        ky: "Бул кызматкерде мындай роль бар", ru: "У этого сотрудника такая роль уже есть",
        kk: "Бұл қызметкерде мұндай рөл бар", en: "This person has the role already")
    static let heldAlready = Refusal(
        status: .conflict, code: "role_held",
        title: heldAlreadyWords, advice: RefusalTexts.reload,
        fields: [.init(pointer: "/role", code: "role_held", words: heldAlreadyWords)])

    static func withdrawnBy(_ order: String) -> Text {
        Text(ky: "алынды: \(order)", ru: "снята: \(order)", kk: "алынды: \(order)", en: "withdrawn: \(order)")
    }

    static func said(_ note: String?) -> Text? {
        switch note {
        case "given":
            Text(
                ky: "Роль берилди, азыр эле күчүндө.", ru: "Роль дана и уже действует.",
                kk: "Рөл берілді, қазірден күшінде.", en: "The role is given and in force at once.")
        case "withdrawn":
            Text(
                ky: "Роль алынды, азыр эле күчүн жоготту.", ru: "Роль снята и уже не действует.",
                kk: "Рөл алынды, қазірден күші жоқ.", en: "The role is withdrawn and ends at once.")
        default: nil
        }
    }

    /// A role in one short word, for the head of a narrow column.
    static func short(_ role: Role) -> Text {
        switch role {
        case .deputy: Text(ky: "Орун басар", ru: "Завуч", kk: "Орынбасар", en: "Deputy")
        case .administrator: Text(ky: "Админ", ru: "Админ", kk: "Әкімші", en: "Admin")
        case .responsible: Text(ky: "Жооптуу", ru: "Ответств.", kk: "Жауапты", en: "Respons.")
        case .clerk: Text(ky: "Катчы", ru: "Секретарь", kk: "Іс жүрг.", en: "Clerk")
        case .classTeacher: Text(ky: "Кл. жетекчи", ru: "Кл. рук.", kk: "Сын. жет.", en: "Class t.")
        case .substitute: Text(ky: "Алмашт.", ru: "Замена", kk: "Алмаст.", en: "Subst.")
        default: ShellTexts.role(role)
        }
    }

    static func scope(_ scope: Scope) -> Text {
        switch scope {
        case .none: Text(same: "—")
        case .own: Text(ky: "өзүнүкү", ru: "своё", kk: "өзінікі", en: "own")
        case .child: Text(ky: "баласы", ru: "свой ребёнок", kk: "баласы", en: "own child")
        case .lesson: Text(ky: "сабагы", ru: "урок замены", kk: "сабағы", en: "the lesson")
        case .subject: Text(ky: "предмети", ru: "свои страницы", kk: "өз беттері", en: "own pages")
        case .class: Text(ky: "классы", ru: "свой класс", kk: "өз сыныбы", en: "own class")
        case .school: Text(ky: "мектеп", ru: "школа", kk: "мектеп", en: "school")
        case .nation: Text(ky: "мектептер", ru: "все школы", kk: "мектептер", en: "all schools")
        case .all: Text(ky: "баары", ru: "все", kk: "барлығы", en: "everybody")
        }
    }
}
