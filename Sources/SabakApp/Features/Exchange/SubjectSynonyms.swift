import SchoolRules

/// Everyday names of subjects beside those of the catalogue.
enum SubjectSynonyms {
    /// The code of the catalogue's subject that is meant; nil for a name that is no everyday one.
    static func code(of name: String) -> String? { codes[searchFold(name)] }

    private static let names: [String: [String]] = [
        "kyrgyz-language": ["Кыргызский", "Кырг. яз.", "Кырг. язык", "Кыргызча", "Kyrgyz", "Эне тили"],
        "kazakh-language": ["Казахский", "Каз. яз.", "Каз. язык", "Қазақша", "Kazakh", "Ана тілі"],
        "russian-language": ["Русский", "Рус. яз.", "Рус. язык", "Орусча", "Russian"],
        "russian-literature": ["Рус. лит.", "Рус. литература"],
        "english": ["Английский", "Англ. яз.", "Англ. язык", "Англисче", "Ағылшынша", "English language"],
        "foreign-language": ["Иностранный", "Ин. яз.", "Ин. язык", "Иностр. язык"],
        "mathematics": ["Матем.", "Math", "Maths"],
        "computer-science": ["Информ.", "Informatics", "ICT", "Computing", "ИКТ"],
        "history-of-kyrgyzstan": ["История КР", "Кыргыз тарыхы", "Кыргызстан тарыхы"],
        "history-of-kazakhstan": ["История РК", "Қазақ тарихы"],
        "world-history": ["Всеобщая история", "Дүйнө тарыхы", "Всемир. история"],
        "man-and-society": ["ЧиО", "Адам ж-а коом"],
        "social-studies": ["Общество", "Обществозн."],
        "natural-science": ["Естествозн.", "Science"],
        "world-around": ["Окруж. мир", "Окр. мир"],
        "homeland-studies": ["Родинов."],
        "fine-art": ["ИЗО", "Рисование", "Сүрөт", "Сүрөт өнөрү", "Art", "Изо искусство"],
        "physical-education": [
            "Физкультура", "Физ-ра", "Физ. культура", "Физвоспитание", "Дене тарбиясы", "Физ. воспитание", "PE",
            "Physical culture",
        ],
        "pre-military-training": ["ДП", "ДПП", "ДПМ", "НВП", "АЧД", "НВТП"],
        "labour": ["Трудовое обучение", "Технология труда"],
        "art-and-labour": ["Худ. труд"],
        "literary-reading": ["Лит. чтение", "Чтение", "Окуу"],
        "primer": ["Обучение грамоте", "Букварь", "Сауат ашу"],
        "religious-culture": ["ИРР", "История развития религий", "ИРК"],
    ]

    private static let codes: [String: String] = Dictionary(
        names.flatMap { code, names in names.map { (searchFold($0), code) } }
    ) { first, _ in first }
}
