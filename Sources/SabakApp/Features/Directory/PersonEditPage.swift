import HTTPTypes
import Web

/// Changing what is known of a person.
struct PersonEditPage: Sendable {
    let visit: Visit
    /// The address of the card.
    let address: String
    let place: String
    let inputs: Inputs
    /// Staff have a position and a first day, students a sex and an identity number.
    var isStaff = false
    private var words: Language { visit.language }

    func answer(status: HTTPResponse.Status = .ok) -> Answer {
        let title = DirectoryTexts.editCard[words]
        let fields = PersonFields(inputs: inputs)
        let failed: HTML? =
            inputs.problems.isEmpty
            ? nil : "<p class=\"say bad\" role=\"alert\">\(DirectoryTexts.notSaved[words])</p>"
        let version = inputs.typed["version"] ?? ""
        var answer = Layout(visit: visit, title: title, place: place, frame: .thin).answer(
            """
            <div class="head"><div><h1>\(title)</h1></div></div>\(failed)
            <form class="form card pad" method="post" action="\(address)" data-guard="person-\(address)" \
            data-version="\(version)">\(visit.csrfField)<input type="hidden" name="version" value="\(version)">
            \(fields.names)\(isStaff ? position : personal(fields))\(fields.contacts)
            \(inputs.text("address", DirectoryTexts.address))
            <p class="acts"><button class="main">\(ShellTexts.save[words])</button>\
            <a class="button quiet" href="\(address)">\(ShellTexts.cancel[words])</a></p></form>
            """)
        answer.status = status
        return answer
    }

    private func personal(_ fields: PersonFields) -> HTML {
        """
        <div class="row">\(fields.sex)\(fields.born)</div>
        \(inputs.text("nationalID", DirectoryTexts.nationalID, hint: DirectoryTexts.onlyToReplace))
        """
    }

    private var position: HTML {
        """
        <div class="row">\(inputs.text("position", DirectoryTexts.position, width: "grow"))\
        \(inputs.text("from", DirectoryTexts.worksFrom, type: "date", isRequired: true))</div>
        """
    }
}
