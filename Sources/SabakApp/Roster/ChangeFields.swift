import SchoolRules
import Web

/// The fields of a request, the same for a parent and the class teacher.
struct ChangeFields: Sendable {
    let inputs: Inputs
    /// Whose data may be spoken of; the first is the student.
    let people: [(id: Int64, name: String)]

    var html: HTML {
        let words = inputs.language
        let fields = ChangeField.allCases.map { ($0.rawValue, ChangeWords.field($0)[words]) }
        let whose: HTML? =
            people.count > 1
            ? inputs.choice("person", ChangeWords.whose, people.map { (String($0.id), $0.name) }, width: "grow") : nil
        return """
            \(whose)\(inputs.choice("field", ChangeWords.fieldHead, fields, width: "grow"))
            \(inputs.text("value", ChangeWords.value, width: "grow"))
            \(inputs.area("words", ChangeWords.words))
            """
    }
}
