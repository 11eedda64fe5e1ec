import Web

/// What a page says at its top of the form that was sent.
enum Said {
    /// The words for the note in the address that a form leads back to.
    static func done(_ visit: Visit, _ words: [String: Text]) -> HTML? {
        visit.asked.query["note"].flatMap { words[$0] }.map { good($0, visit.language) }
    }

    static func good(_ text: Text, _ language: Language) -> HTML {
        "<p class=\"say good\" role=\"status\">\(text[language])</p>"
    }

    /// Why a form was refused: its first field that does not fit, or the refusal itself.
    static func refused(_ refusal: Refusal, _ language: Language) -> HTML {
        "<p class=\"say bad\" role=\"alert\">\(refusal.fields.first?.words[language] ?? refusal.title[language])</p>"
    }
}
