import SchoolRules
import Web

/// The fields about a person that several forms have.
struct PersonFields: Sendable {
    let inputs: Inputs
    /// Whether the form is where the keyboard starts.
    var isFirst = false

    var names: HTML {
        """
        <div class="row">\
        \(inputs.text("surname", DirectoryTexts.surname, isRequired: true, width: "grow", isFirst: isFirst))\
        \(inputs.text("given", DirectoryTexts.given, isRequired: true, width: "grow"))\
        \(inputs.text("patronymic", DirectoryTexts.patronymic, width: "grow"))</div>
        """
    }

    var sex: HTML {
        let words = inputs.language
        return inputs.choice(
            "sex", DirectoryTexts.sex,
            [("", "—"), ("f", DirectoryTexts.girl[words]), ("m", DirectoryTexts.boy[words])])
    }

    var born: HTML { inputs.text("born", DirectoryTexts.born, type: "date") }

    var contacts: HTML {
        """
        <div class="row">\(inputs.text("phone", DirectoryTexts.phone, type: "tel"))\
        \(inputs.text("email", DirectoryTexts.mail, type: "email", width: "grow"))</div>
        """
    }
}

/// People of the same name, shown before a second card is made for one of them.
struct NamesakeChoice: Sendable {
    let visit: Visit
    let same: [DirectoryQueries.Namesake]
    /// Whether one of them may be taken instead of a new person.
    let mayUse: Bool

    var html: HTML? {
        guard !same.isEmpty else { return nil }
        let words = visit.language
        let known: HTML =
            mayUse
            ? same.html { person in
                """
                <label><input type="radio" name="same" value="\(person.id)"><span>\(line(person))</span></label>
                """
            }
            : "<ul class=\"plain\">\(same.html { "<li>\(line($0))</li>" })</ul>"
        return """
            <fieldset class="choice"><legend>\(DirectoryTexts.sameName[words])</legend>\(known)\
            <label><input type="radio" name="same" value="new">\
            <span>\(DirectoryTexts.anotherPerson[words])</span></label>\
            </fieldset>
            """
    }

    private func line(_ person: DirectoryQueries.Namesake) -> String {
        let words = visit.language
        let facts = [
            Day(person.birthDay)?.short, person.className?.display(words),
            person.isStaff ? DirectoryTexts.staffWord[words] : nil,
            person.isGuardian ? DirectoryTexts.guardianWord[words] : nil, person.phone.isEmpty ? nil : person.phone,
        ]
        return ([person.name.full] + facts.compactMap { $0 }).joined(separator: ", ")
    }
}
