import Web

enum FirstRunTexts {
    static let title = Text(ky: "Жаңы мектеп", ru: "Новая школа", kk: "Жаңа мектеп", en: "A new school")
    static let askCode = Text(
        ky: "Бул серверде мектеп жок. Аны ачуу үчүн сервер иштетилген терминалда чыккан кодду жазыңыз.",
        ru: """
            На этом сервере ещё нет школы. Чтобы открыть её, введите код, показанный в терминале при запуске \
            сервера.
            """,
        kk: "Бұл серверде мектеп жоқ. Оны ашу үшін сервер іске қосылған терминалдағы кодты жазыңыз.",
        en: "This server has no school yet. To open one, type the code shown in the terminal where it was started.")
    static let code = Text(ky: "Орнотуу коду", ru: "Код установки", kk: "Орнату коды", en: "Set-up code")
    static let further = Text(ky: "Улантуу", ru: "Далее", kk: "Әрі қарай", en: "Continue")
    static let wrongCode = Text(
        ky: "Код туура эмес. Терминалдагы акыркы кодду жазыңыз: сервер кайра иштетилсе, код жаңырат.",
        ru: "Код неверен. Возьмите последний код из терминала: при каждом запуске сервера он новый.",
        kk: "Код дұрыс емес. Терминалдағы соңғы кодты жазыңыз: сервер қайта қосылғанда код жаңарады.",
        en: "The code is wrong. Take the last one from the terminal: it is new at every start of the server.")
    static let tooManyTries = Text(
        ky: "Туура эмес аракеттер көп болду. 15 мүнөттөн кийин кайталаңыз.",
        ru: "Слишком много неверных попыток. Повторите через 15 минут.",
        kk: "Қате әрекет тым көп. 15 минуттан кейін қайталаңыз.",
        en: "Too many wrong tries. Try again in 15 minutes.")
    static let what = Text(
        ky: "Мектепти жана аны баштай турган адамдарды жазыңыз. Калганын кийинки тизме айтып турат.",
        ru: "Назовите школу и тех, кто её начнёт. Дальше поведёт список подготовки.",
        kk: "Мектепті және оны бастайтын адамдарды жазыңыз. Қалғанын дайындық тізімі айтып отырады.",
        en: "Name the school and those who begin it. The set-up list leads on from there.")
    static let notYet = Text(
        ky: "Мектеп ачыла элек: белгиленген талааларды оңдоңуз.",
        ru: "Школа ещё не открыта: исправьте отмеченные поля.",
        kk: "Мектеп әлі ашылған жоқ: белгіленген өрістерді түзетіңіз.",
        en: "The school is not open yet: mend the marked fields.")
    static let school = Text(ky: "Мектеп", ru: "Школа", kk: "Мектеп", en: "The school")
    static let name = Text(
        ky: "Мектептин аталышы", ru: "Название школы", kk: "Мектептің атауы", en: "Name of the school")
    static let nameHint = Text(
        ky: "мисалы, № 7 орто мектеби", ru: "например, Средняя школа № 7", kk: "мысалы, № 7 орта мектебі",
        en: "such as School No. 7")
    static let nameSchool = Text(
        ky: "Мектептин аталышын жазыңыз, 120 белгиге чейин.", ru: "Напишите название школы, до 120 знаков.",
        kk: "Мектептің атауын жазыңыз, 120 таңбаға дейін.", en: "Name the school, up to 120 characters.")
    static let country = Text(ky: "Өлкө", ru: "Страна", kk: "Ел", en: "Country")
    static let chooseCountry = Text(
        ky: "Өлкөнү тандаңыз.", ru: "Выберите страну.", kk: "Елді таңдаңыз.", en: "Choose the country.")
    static let language = Text(
        ky: "Барактардын тили", ru: "Язык страниц", kk: "Беттердің тілі", en: "Language of pages")
    static let countryGives = Text(
        ky: """
            Өлкө чейректерди, каникулдарды, коңгуроолорду, предметтерди жана баалоону берет; баарын кийин \
            өзгөртсө болот.
            """,
        ru: "Страна задаёт четверти, каникулы, звонки, предметы и шкалу; всё это потом можно изменить.",
        kk: """
            Ел тоқсандарды, демалыстарды, қоңырауларды, пәндерді және шкаланы береді; бәрін кейін өзгертуге \
            болады.
            """,
        en: "The country gives terms, breaks, bells, subjects and the scale; all of it can be changed afterwards.")
    static let people = Text(
        ky: "Биринчи адамдар", ru: "Первые люди", kk: "Алғашқы адамдар", en: "The first people")
    static let peopleWhat = Text(
        ky: "Ар бири логин жана бир жолку код алат, сырсөздү өзү коёт.",
        ru: "Каждый получит логин и одноразовый код, а пароль придумает сам.",
        kk: "Әрқайсысы логин мен бір реттік код алады, құпиясөзді өзі қояды.",
        en: "Each gets a login and a one-time code, and chooses the password themselves.")
    static let personHint = Text(
        ky: "фамилиясы, аты, атасынын аты", ru: "фамилия, имя, отчество", kk: "тегі, аты, әкесінің аты",
        en: "surname, given name, patronymic")
    static let nameThem = Text(
        ky: "Фамилиясын жана атын жазыңыз.", ru: "Напишите фамилию и имя.", kk: "Тегі мен атын жазыңыз.",
        en: "Write surname and given name.")
    static let twoPeople = Text(
        ky: "Директордон башка адам: жаңы жылды жана калыбына келтирүүнү бири даярдап, бири тастыктайт.",
        ru: "Не директор: новый год и восстановление один готовит, а другой подтверждает.",
        kk: "Директордан басқа адам: жаңа жыл мен қалпына келтіруді бірі дайындап, бірі растайды.",
        en: "Not the director: one prepares the new year or a restore, the other confirms it.")
    static let deputy = Text(
        ky: "Директордун орун басары (милдеттүү эмес)", ru: "Заместитель директора (необязательно)",
        kk: "Директордың орынбасары (міндетті емес)", en: "Deputy director (optional)")
    static let deputyHint = Text(
        ky: "жүктөмдү жана жүгүртмөнү жүргүзөт; ролду кийин директор берсе да болот",
        ru: "ведёт нагрузку и расписание; роль может дать и директор позже",
        kk: "жүктеме мен кестені жүргізеді; рөлді кейін директор да бере алады",
        en: "keeps load and timetable; the director can also give the role afterwards")
    static let deputyApart = Text(
        ky: "Орун басар директор да, администратор да эмес, башка адам болот.",
        ru: "Заместитель — другой человек, не директор и не администратор.",
        kk: "Орынбасар — директор да, әкімші де емес, басқа адам.",
        en: "The deputy is neither the director nor the administrator.")
    static let clerk = Text(
        ky: "Катчы (милдеттүү эмес)", ru: "Делопроизводитель (необязательно)", kk: "Іс жүргізуші (міндетті емес)",
        en: "Clerk (optional)")
    static let clerkHint = Text(
        ky: "тизмелерди жүргүзөт; жок болсо, аларды администратор жүргүзөт",
        ru: "ведёт списки; если его нет, их ведёт администратор",
        kk: "тізімдерді жүргізеді; ол болмаса, оларды әкімші жүргізеді",
        en: "keeps the lists; without one the administrator does")
    static let found = Text(ky: "Мектепти ачуу", ru: "Открыть школу", kk: "Мектепті ашу", en: "Open the school")
    static let needsHTTPS = Text(
        ky: "Бул даректен мектеп ачуу үчүн коопсуз байланыш керек: https:// менен ачыңыз.",
        ru: "С этого адреса нужна защищённая связь: откройте его с https://.",
        kk: "Бұл мекенжайдан қауіпсіз байланыс керек: https:// арқылы ашыңыз.",
        en: "This address needs a secure connection: open it with https://.")
    static let done = Text(ky: "Мектеп ачылды", ru: "Школа открыта", kk: "Мектеп ашылды", en: "The school is open")
    static let shownOnce = Text(
        ky: "Коддор бир эле жолу көрсөтүлөт: азыр басып чыгарыңыз же көчүрүп алыңыз.",
        ru: "Коды показываются один раз: распечатайте или скопируйте их сейчас.",
        kk: "Кодтар бір рет қана көрсетіледі: қазір басып шығарыңыз не көшіріп алыңыз.",
        en: "The codes are shown once only: print or copy them now.")
    static let enterAs = Text(ky: "Кирүү", ru: "Войти", kk: "Кіру", en: "Sign in")
    static let next = Text(ky: "Андан ары", ru: "Что дальше", kk: "Әрі қарай", en: "What is next")
    static let steps = [
        Text(
            ky: "Ар ким өз кодун алат; биринчи киргенде өзүнө сырсөз коёт.",
            ru: "Каждый берёт свой код и при первом входе придумывает пароль.",
            kk: "Әркім өз кодын алады да, алғаш кіргенде құпиясөз қояды.",
            en: "Everybody takes their code and chooses a password at the first sign-in."),
        Text(
            ky: "«Даярдык» бөлүмү биринчи сабакка чейин эмне калганын көрсөтөт: тизмелер, жүктөм, жүгүртмө.",
            ru: "Раздел «Готовность» показывает, чего не хватает до первого урока: списки, нагрузка, расписание.",
            kk: "«Дайындық» бөлімі бірінші сабаққа дейін не қалғанын көрсетеді: тізімдер, жүктеме, кесте.",
            en: "The set-up list shows what is missing before the first lesson: lists, load, timetable."),
        Text(
            ky: "Ролдорду андан ары директор берет, кызматкерлердин коддорун администратор берет.",
            ru: "Дальше роли даёт директор, а коды сотрудникам — администратор.",
            kk: "Әрі қарай рөлдерді директор, қызметкерлердің кодтарын әкімші береді.",
            en: "From here the director gives roles, and the administrator issues codes to staff."),
    ]
}
