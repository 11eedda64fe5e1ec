import SchoolRules
import Web

/// The short names of the rights, in the order of the table.
enum RightNames {
    static func name(_ right: Right) -> Text {
        guard let position = Right.allCases.firstIndex(of: right), names.indices.contains(position) else {
            return Text(same: right.row)
        }
        return names[position]
    }

    static let names: [Text] = journal + record + planning + account + system

    private static let journal = [
        Text(
            ky: "Журналдын бетин окуу", ru: "Читать страницу журнала", kk: "Журнал бетін оқу",
            en: "Read a journal page"),
        Text(ky: "Сабакты жазуу", ru: "Записывать урок", kk: "Сабақты жазу", en: "Record a lesson"),
        Text(
            ky: "Баасы жок сабакты алып салуу", ru: "Убрать урок без оценок", kk: "Бағасыз сабақты алу",
            en: "Take back a lesson without marks"),
        Text(ky: "Үй тапшырмасын берүү", ru: "Задавать на дом", kk: "Үй тапсырмасын беру", en: "Set homework"),
        Text(ky: "Баа коюу", ru: "Ставить оценку", kk: "Баға қою", en: "Set a mark"),
        Text(
            ky: "Жабык мезгилде бааны оңдоо", ru: "Исправить оценку после закрытия",
            kk: "Жабық кезеңде бағаны түзету", en: "Correct a mark after closing"),
        Text(
            ky: "Мезгилдин баасын коюу", ru: "Ставить итоговую оценку", kk: "Кезең бағасын қою",
            en: "Set a period mark"),
        Text(
            ky: "Жыйынтык бааны оңдоо", ru: "Исправить итоговую оценку", kk: "Қорытынды бағаны түзету",
            en: "Correct a final mark"),
        Text(ky: "Катышууну белгилөө", ru: "Отмечать посещаемость", kk: "Қатысуды белгілеу", en: "Record attendance"),
        Text(
            ky: "Катышпоонун себебин жазуу", ru: "Указывать причину пропуска", kk: "Қатыспау себебін жазу",
            en: "Record the reason of an absence"),
        Text(
            ky: "Катышпоонун себебин окуу", ru: "Читать причину пропуска", kk: "Қатыспау себебін оқу",
            en: "Read the reason of an absence"),
        Text(
            ky: "Жазуу ишинин күнүн коюу", ru: "Назначать письменную работу", kk: "Жазба жұмыс күнін қою",
            en: "Set the date of written work"),
        Text(ky: "Жабылганды ачуу", ru: "Открывать закрытое", kk: "Жабылғанды ашу", en: "Unlock what is closed"),
        Text(ky: "Ачууну суроо", ru: "Просить об открытии", kk: "Ашуды сұрау", en: "Ask for an unlock"),
        Text(ky: "План жазуу", ru: "Составлять план", kk: "Жоспар жазу", en: "Write a plan"),
        Text(ky: "Планды бекитүү", ru: "Утверждать план", kk: "Жоспарды бекіту", en: "Approve a plan"),
        Text(ky: "Планды окуу", ru: "Читать план", kk: "Жоспарды оқу", en: "Read a plan"),
        Text(
            ky: "Баанын тарыхын окуу", ru: "Читать историю оценки", kk: "Баға тарихын оқу",
            en: "Read the history of a mark"),
    ]

    private static let record = [
        Text(ky: "Өз күндөлүгүн окуу", ru: "Читать свой дневник", kk: "Өз күнделігін оқу", en: "Read the own diary"),
        Text(
            ky: "Башканын күндөлүгүн окуу", ru: "Читать чужой дневник", kk: "Бөтен күнделікті оқу",
            en: "Read another's diary"),
        Text(
            ky: "Күндөлүктү ата-энедей көрүү", ru: "Смотреть дневник глазами родителя",
            kk: "Күнделікті ата-анадай көру", en: "See a diary as the parent does"),
        Text(ky: "Күндөлүккө кол коюу", ru: "Подписывать дневник", kk: "Күнделікке қол қою", en: "Sign the diary"),
        Text(
            ky: "Класстын орточосун аты менен окуу", ru: "Читать средние по классу с именами",
            kk: "Сынып орташасын атымен оқу", en: "Read class averages with names"),
        Text(
            ky: "Класстын тизмесин окуу", ru: "Читать список класса", kk: "Сынып тізімін оқу", en: "Read a class list"),
        Text(
            ky: "Кабыл алуу, которуу, чыгаруу", ru: "Зачислять, переводить, отчислять",
            kk: "Қабылдау, ауыстыру, шығару", en: "Enrol, move, discharge"),
        Text(
            ky: "Тизмени өзгөртүүнү суроо", ru: "Просить изменить список", kk: "Тізімді өзгертуді сұрау",
            en: "Ask for a change of a list"),
        Text(
            ky: "Тизменин өзгөрүшүн бекитүү", ru: "Утверждать изменение списка", kk: "Тізім өзгерісін бекіту",
            en: "Approve a change of a list"),
        Text(
            ky: "Чакан топторго бөлүү", ru: "Делить на подгруппы", kk: "Кіші топтарға бөлу",
            en: "Divide into subgroups"),
        Text(
            ky: "Окуучунун картасын окуу", ru: "Читать карточку ученика", kk: "Оқушы картасын оқу",
            en: "Read a student's card"),
        Text(
            ky: "Окуучунун картасын өзгөртүү", ru: "Менять карточку ученика", kk: "Оқушы картасын өзгерту",
            en: "Change a student's card"),
        Text(
            ky: "Ата-эненин байланышын окуу", ru: "Видеть контакты родителя", kk: "Ата-ана байланысын көру",
            en: "Read a parent's contact"),
        Text(
            ky: "Ата-эне менен баланы байланыштыруу", ru: "Связывать родителя и ребёнка",
            kk: "Ата-ана мен баланы байланыстыру", en: "Link parent and child"),
        Text(
            ky: "Кызматкердин картасын окуу", ru: "Читать карточку сотрудника", kk: "Қызметкер картасын оқу",
            en: "Read a staff card"),
        Text(
            ky: "Кызматкердин картасын өзгөртүү", ru: "Менять карточку сотрудника", kk: "Қызметкер картасын өзгерту",
            en: "Change a staff card"),
        Text(ky: "Тизмелерди жүктөө", ru: "Загружать списки", kk: "Тізімдерді жүктеу", en: "Import lists"),
        Text(ky: "Тизмелерди жүктөп алуу", ru: "Скачивать списки", kk: "Тізімдерді жүктеп алу", en: "Export lists"),
    ]

    private static let planning = [
        Text(ky: "Жүктөмдү бөлүштүрүү", ru: "Распределять нагрузку", kk: "Жүктемені бөлу", en: "Distribute the load"),
        Text(ky: "Жүктөмдү окуу", ru: "Читать нагрузку", kk: "Жүктемені оқу", en: "Read the load"),
        Text(ky: "Жүгүртмөнү түзүү", ru: "Составлять расписание", kk: "Кесте құру", en: "Make the timetable"),
        Text(ky: "Жүгүртмөнү окуу", ru: "Читать расписание", kk: "Кестені оқу", en: "Read the timetable"),
        Text(
            ky: "Алмаштырууну дайындоо", ru: "Назначать замену", kk: "Алмастыруды тағайындау", en: "Name a substitute"),
        Text(
            ky: "Чейректерди жана каникулду өзгөртүү", ru: "Менять периоды и каникулы",
            kk: "Тоқсан мен каникулды өзгерту", en: "Change terms and days off"),
        Text(ky: "Окуу жылын жабуу", ru: "Закрывать учебный год", kk: "Оқу жылын жабу", en: "Close the school year"),
        Text(
            ky: "Журналга эскертүү жазуу", ru: "Писать замечание к журналу", kk: "Журналға ескерту жазу",
            en: "Write a remark on a journal"),
        Text(ky: "Эскертүүлөрдү окуу", ru: "Читать замечания", kk: "Ескертулерді оқу", en: "Read remarks"),
        Text(
            ky: "Толтурулушун көзөмөлдөө", ru: "Смотреть заполнение журналов", kk: "Толтырылуын бақылау",
            en: "Read figures of control"),
        Text(
            ky: "Ким колдонгонун көрүү", ru: "Смотреть, кто пользуется", kk: "Кім қолданатынын көру",
            en: "Read who uses the journal"),
        Text(ky: "Журналды басып чыгаруу", ru: "Печатать журнал", kk: "Журналды басып шығару", en: "Print the journal"),
        Text(
            ky: "Табелди басып чыгаруу", ru: "Печатать табель", kk: "Табельді басып шығару", en: "Print a report card"),
    ]

    private static let account = [
        Text(
            ky: "Кызматкерлерге код берүү", ru: "Выдавать коды сотрудникам", kk: "Қызметкерлерге код беру",
            en: "Issue codes to staff"),
        Text(
            ky: "Үй-бүлөлөргө код берүү", ru: "Выдавать коды семьям", kk: "Отбасыларға код беру",
            en: "Issue codes to families"),
        Text(
            ky: "Ролдорду берүү жана алуу", ru: "Давать и снимать роли", kk: "Рөл беру және алу",
            en: "Give and withdraw roles"),
        Text(
            ky: "Өз сырсөзүн өзгөртүү", ru: "Менять свой пароль", kk: "Өз құпиясөзін өзгерту",
            en: "Change the own password"),
        Text(
            ky: "Башканын сеанстарын бүтүрүү", ru: "Завершать чужие сеансы", kk: "Бөтен сеанстарды аяқтау",
            en: "End another's sessions"),
        Text(
            ky: "Экинчи факторду жаңыртуу", ru: "Сбрасывать второй фактор", kk: "Екінші факторды жаңарту",
            en: "Reset the second factor"),
        Text(ky: "Өз жазышуусун окуу", ru: "Читать свою переписку", kk: "Өз хат алмасуын оқу", en: "Read own messages"),
        Text(ky: "Ата-энелерге жазуу", ru: "Писать родителям", kk: "Ата-аналарға жазу", en: "Write to parents"),
        Text(ky: "Мугалимге жазуу", ru: "Писать учителю", kk: "Мұғалімге жазу", en: "Write to a teacher"),
        Text(ky: "Жарыя берүү", ru: "Публиковать объявление", kk: "Хабарландыру беру", en: "Publish an announcement"),
        Text(
            ky: "Тиркемени жүктөп алуу", ru: "Скачивать вложение", kk: "Тіркемені жүктеп алу",
            en: "Download an attachment"),
    ]

    private static let system = [
        Text(
            ky: "Журналдын өзгөрүү тарыхын окуу", ru: "Читать историю журнала", kk: "Журнал тарихын оқу",
            en: "Read the history of the journal"),
        Text(
            ky: "Коопсуздук тарыхын окуу", ru: "Читать историю входов и ролей", kk: "Қауіпсіздік тарихын оқу",
            en: "Read the security history"),
        Text(ky: "Тарыхты өзгөртүү", ru: "Менять историю", kk: "Тарихты өзгерту", en: "Change the history"),
        Text(
            ky: "Тарыхтын мөөрүн окуу", ru: "Читать контрольную сумму истории", kk: "Тарих мөрін оқу",
            en: "Read the digest of the history"),
        Text(ky: "Камдык көчүрмө жасоо", ru: "Делать резервную копию", kk: "Резервтік көшірме жасау", en: "Back up"),
        Text(
            ky: "Көчүрмөдөн калыбына келтирүү", ru: "Восстанавливать из копии", kk: "Көшірмеден қалпына келтіру",
            en: "Restore from a backup"),
        Text(ky: "Жөндөөлөрдү өзгөртүү", ru: "Менять настройки", kk: "Баптауды өзгерту", en: "Change settings"),
        Text(ky: "Программалардын ачкычтары", ru: "Ключи программ", kk: "Бағдарлама кілттері", en: "Keys of programs"),
        Text(
            ky: "Өзгөчө кырдаалда кирүү", ru: "Доступ в чрезвычайном случае", kk: "Төтенше жағдайда кіру",
            en: "Emergency access"),
        Text(
            ky: "Башка мектептин маалыматы", ru: "Данные другой школы", kk: "Басқа мектептің дерегі",
            en: "Data of another school"),
        Text(ky: "Жалпы статистика", ru: "Общая статистика", kk: "Жалпы статистика", en: "Statistics over all schools"),
        Text(ky: "Кирүү", ru: "Входить", kk: "Кіру", en: "Sign in"),
        Text(
            ky: "Кызмат иштеп жатабы", ru: "Работает ли служба", kk: "Қызмет істеп тұр ма", en: "Is the service alive"),
        Text(
            ky: "Кызматтын көрсөткүчтөрү", ru: "Показатели службы", kk: "Қызмет көрсеткіштері",
            en: "Figures of the service"),
        Text(
            ky: "Сабакты которуу, жокко чыгаруу, кошуу", ru: "Переносить, отменять, добавлять уроки",
            kk: "Сабақты көшіру, болдырмау, қосу", en: "Move, cancel and add lessons"),
        Text(
            ky: "Келбей турганын айтуу", ru: "Сообщать об отсутствии", kk: "Келмейтінін айту",
            en: "Announce an absence"),
        Text(
            ky: "Программалык интерфейстин баяндамасы", ru: "Описание программного интерфейса",
            kk: "Бағдарламалық интерфейс сипаты", en: "Description of the interface"),
        Text(
            ky: "Күндүк катышууну окуу", ru: "Читать посещаемость дня", kk: "Күндік қатысуды оқу",
            en: "Read the attendance of a day"),
    ]
}
