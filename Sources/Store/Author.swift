/// Who changes something: a person with the session it was done in, or a command.
public struct Author: Sendable, Equatable {
    public let person: Int64
    public let session: String

    public init(person: Int64, session: String) {
        self.person = person
        self.session = session
    }

    /// The program itself, called from the command line.
    public static func command(_ name: String) -> Author { Author(person: 0, session: "command:" + name) }
}
