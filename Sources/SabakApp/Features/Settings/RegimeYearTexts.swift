import SchoolRules
import Web

/// Words of the year's mark, of required works and of the degree of learning.
enum RegimeYearTexts {
    static let year = Text(
        ky: "Жылдык баа жана экзамен", ru: "Год и экзамен", kk: "Жылдық баға және емтихан", en: "Year and exam")
    static let mean = Text(
        ky: "Жылдык баа — мезгилдердин баасынын орточосу, эң жакын бүтүн санга.",
        ru: "Годовая — среднее отметок за периоды, до ближайшего целого.",
        kk: "Жылдық баға — кезең бағаларының орташасы, ең жақын бүтін санға дейін.",
        en: "The year is the mean of the marks of the periods, to the nearest whole.")
    static let agreed = Text(
        ky: "Жылдык баа мезгилдердики бирдей болгондо гана сунушталат.",
        ru: "Годовая предлагается, только если все периоды одинаковы.",
        kk: "Жылдық баға барлық кезең бірдей болғанда ғана ұсынылады.",
        en: "A year is proposed only where all periods agree.")
    static let fixed = Text(
        ky: "Муну өлкөнүн тартиби аныктайт.", ru: "Это установлено порядком страны.",
        kk: "Мұны елдің тәртібі белгілейді.", en: "The country fixes this.")
    static let atHalf = Text(
        ky: "Орточосу так жарым болсо (3,50)", ru: "Если среднее — ровно половина (3,50)",
        kk: "Орташасы дәл жарты болса (3,50)", en: "At a mean of exactly one half (3.50)")
    static let whenNotAttested = Text(
        ky: "Мезгилде «а/э» болсо", ru: "Если за период «н/а»", kk: "Кезеңде «а/ж» болса",
        en: "With a period not attested")
    static let certificate = Text(
        ky: "Экзамени бар жыйынтык баа", ru: "Итоговая при экзамене", kk: "Емтиханы бар қорытынды баға",
        en: "The final mark with an exam")
    static let additional = Text(
        ky: "Экзамени жок класстарда «2» үчүн кошумча иш: жылдык баа менен иштин орточосу.",
        ru: "В классах без экзамена — дополнительная работа при «2»: среднее годовой и работы.",
        kk: "Емтиханы жоқ сыныптарда «2» үшін қосымша жұмыс: жылдық баға мен жұмыстың орташасы.",
        en: "In grades without exams, additional work for a “2”: the mean of the year and the work.")
    static let notOfCountry = Text(
        ky: "Тизмеден тандаңыз: башкасына өлкөнүн тартиби уруксат бербейт.",
        ru: "Выберите из списка: другого порядок страны не допускает.",
        kk: "Тізімнен таңдаңыз: басқасына елдің тәртібі рұқсат бермейді.",
        en: "Choose from the list: the country allows nothing else.")

    static let works = Text(
        ky: "Милдеттүү иштер", ru: "Обязательные работы", kk: "Міндетті жұмыстар", en: "Required works")
    static let worksHint = Text(
        ky: "Мезгил ичинде ар бир окуучуда болушу керек болгон иштер.",
        ru: "Работы, которые должны быть у каждого ученика за период.",
        kk: "Кезең ішінде әр оқушыда болуы керек жұмыстар.",
        en: "Works every student must have in a term.")
    static let controls = Text(
        ky: "Текшерүү иши болуп эсептелет", ru: "Считаются контрольными", kk: "Бақылау жұмысы болып саналады",
        en: "Count as control work")
    static let another = Text(
        ky: "Дагы бир талап кошуу", ru: "Добавить требование", kk: "Тағы бір талап қосу", en: "Add a requirement")
    static let least = Text(ky: "Эң азы", ru: "Не меньше", kk: "Кемінде", en: "At least")
    static let leastHint = Text(
        ky: "0 — талап жок", ru: "0 — не требовать", kk: "0 — талап жоқ", en: "0 asks for none")
    static let ofKinds = Text(
        ky: "Ушул түрлөрдүн каалаганы", ru: "Любого из видов", kk: "Осы түрлердің кез келгені",
        en: "Of any of these kinds")
    static let inSubjects = Text(
        ky: "Предметтер; эч бири белгиленбесе — бардыгы", ru: "Предметы; ни один не отмечен — все",
        kk: "Пәндер; ешқайсысы белгіленбесе — бәрі", en: "Subjects; none ticked means all")
    static let anySubject = Text(
        ky: "бардык предметтер", ru: "все предметы", kk: "барлық пәндер", en: "all subjects")
    static let noKinds = Text(
        ky: "Иштин түрүн белгилеңиз.", ru: "Отметьте вид работы.", kk: "Жұмыс түрін белгілеңіз.",
        en: "Tick a kind of work.")

    static let indicators = Text(ky: "Көрсөткүчтөр", ru: "Показатели", kk: "Көрсеткіштер", en: "Indicators")
    static let learningHint = Text(
        ky: "СОУ коэффициенттери, %. «а/э» бош болсо, эсепке алынбайт.",
        ru: "Коэффициенты СОУ, %. Пустое «н/а» — не учитывать.",
        kk: "СОУ коэффициенттері, %. «а/ж» бос болса, есепке алынбайды.",
        en: "Coefficients of the degree of learning, %. Not attested left empty is not counted.")
    static let notAttestedDegree = Text(ky: "а/э", ru: "н/а", kk: "а/ж", en: "Not attested")
    static let lowerDegree = Text(
        ky: "Мурункусунан аз болсун.", ru: "Должно быть меньше предыдущего.", kk: "Алдыңғысынан аз болсын.",
        en: "Must be less than the one before.")
    static let missedFails = Text(
        ky: "«а/э» класстын жыйынтыгында жетишпеген болуп эсептелет",
        ru: "«н/а» в итогах класса считать неуспеваемостью",
        kk: "«а/ж» сынып қорытындысында үлгермеуші болып саналады", en: "Not attested counts as failing in a class")

    static func degree(_ degree: Level) -> Text {
        switch degree {
        case .excellent: Text(same: "«5»")
        case .good: Text(same: "«4»")
        case .satisfactory: Text(same: "«3»")
        case .fail: Text(same: "«2»")
        case .pass: Text(ky: "сыноо", ru: "зачёт", kk: "сынақ", en: "pass")
        }
    }
}
