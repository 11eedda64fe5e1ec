import Web

enum UnlocksTexts {
    static let title = Text(ky: "Кулпуну ачуу", ru: "Разблокировки", kk: "Құлыпты ашу", en: "Unlocks")
    static let what = Text(
        ky: "Жабылган мезгилди өзгөртүү: мугалим сурайт, орун басары ачат; жыйынтыктоочу баа үчүн директор да керек.",
        ru: "Изменение в закрытом периоде: просит учитель, открывает заместитель; для итоговой нужен и директор.",
        kk: "Жабық кезеңді өзгерту: мұғалім сұрайды, орынбасар ашады; қорытынды баға үшін директор да керек.",
        en: "Changing a closed term: the teacher asks, the deputy opens; a final mark needs the director as well.")
    static let askFor = Text(
        ky: "Кулпусун ачууну суроо", ru: "Попросить разблокировку", kk: "Құлпын ашуды сұрау", en: "Ask for an unlock")
    static let kind = Text(ky: "Эмнени", ru: "Что изменить", kk: "Нені", en: "What to change")
    static let current = Text(
        ky: "учурдагы баалар", ru: "текущие отметки", kk: "ағымдағы бағалар", en: "current marks")
    static let final = Text(
        ky: "жыйынтыктоочу баа", ru: "итоговая отметка", kk: "қорытынды баға", en: "a final mark")
    static let reason = Text(ky: "Себеби", ru: "Причина", kk: "Себебі", en: "Reason")
    static let refusal = Text(ky: "Эмне үчүн жок", ru: "Почему нет", kk: "Неге жоқ", en: "Why not")
    static let ask = Text(ky: "Суроо", ru: "Попросить", kk: "Сұрау", en: "Ask")
    static let agree = Text(ky: "Макулмун", ru: "Разрешить", kk: "Келісемін", en: "Agree")
    static let refuse = Text(ky: "Четке кагуу", ru: "Отказать", kk: "Бас тарту", en: "Refuse")
    static let hours = Text(ky: "Саат (1–48)", ru: "Часов (1–48)", kk: "Сағат (1–48)", en: "Hours (1–48)")
    static let nothing = Text(
        ky: "Суроолор жок.", ru: "Просьб нет.", kk: "Сұраулар жоқ.", en: "Nobody has asked.")
    static let asked = Text(
        ky: "Суроо жөнөтүлдү.", ru: "Просьба отправлена.", kk: "Сұрау жіберілді.", en: "You have asked.")
    static let agreed = Text(
        ky: "Макулдугуңуз жазылды.", ru: "Ваше согласие записано.", kk: "Келісіміңіз жазылды.",
        en: "Your agreement is recorded.")
    static let refused = Text(ky: "Четке кагылды.", ru: "Отказано.", kk: "Бас тартылды.", en: "It is refused.")
    static let agreedBy = Text(ky: "макул:", ru: "согласен:", kk: "келісті:", en: "agreed:")
    static let wasRefused = Text(ky: "четке кагылды", ru: "отказано", kk: "бас тартылды", en: "refused")
    static let openUntil = Text(
        ky: "ачык, мөөнөтү:", ru: "открыто до", kk: "ашық, мерзімі:", en: "open until")
    static let wasOpenUntil = Text(
        ky: "мөөнөтү бүткөн:", ru: "было открыто до", kk: "мерзімі біткен:", en: "was open until")
    static let waits = Text(ky: "күтөт", ru: "ждёт", kk: "күтеді", en: "waits for")
    static let isRefused = Text(
        ky: "Бул суроо четке кагылган", ru: "В этой просьбе отказано", kk: "Бұл сұраудан бас тартылған",
        en: "This was refused")
    static let isSettled = Text(
        ky: "Бул суроо чечилген", ru: "Эта просьба уже решена", kk: "Бұл сұрау шешілген",
        en: "This is settled already")
    static let reasonNeeded = Text(
        ky: "Себебин жазыңыз", ru: "Напишите причину", kk: "Себебін жазыңыз", en: "Write the reason")
    static let ownPage = Text(
        ky: "Өзүңүзгө өзүңүз ача албайсыз", ru: "Нельзя разблокировать самому себе", kk: "Өзіңізге өзіңіз аша алмайсыз",
        en: "Nobody unlocks for himself")
    static let notYours = Text(
        ky: "Сиздин макулдугуңуз керек эмес", ru: "Здесь ждут согласия другого человека",
        kk: "Мұнда басқа адамның келісімі керек", en: "Somebody else must agree here")
    static let samePerson = Text(
        ky: "Эки башка адам макул болушу керек", ru: "Согласиться должны два разных человека",
        kk: "Екі түрлі адам келісуі керек", en: "Two different people must agree")
    static let badHours = Text(
        ky: "1ден 48 саатка чейин", ru: "От 1 до 48 часов", kk: "1-ден 48 сағатқа дейін", en: "1 to 48 hours")
    static let noReview = Text(
        ky: "Бул тартипте жыйынтыктоочу баа кайра каралбайт",
        ru: "По этому порядку итоговые отметки не пересматриваются",
        kk: "Бұл тәртіп бойынша қорытынды баға қайта қаралмайды", en: "By these rules final marks are not reviewed")
}
