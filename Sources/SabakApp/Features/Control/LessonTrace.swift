/// What a row of the chain says of a lesson: `topic=1 homework=0 roll=1 …`, a 1 for each part that is there.
enum LessonTrace {
    struct Part: Sendable, Equatable {
        let name: String
        let isThere: Bool
    }

    /// The parts that came or went; nil where the row is no such list.
    static func changes(from before: String, to after: String) -> [Part]? {
        let (old, new) = (parts(before), parts(after))
        guard !new.isEmpty else { return nil }
        return new.filter { $0.name != "version" && old[$0.name] != $0.value }
            .map { Part(name: $0.name, isThere: $0.value != "0" && !$0.value.isEmpty) }
    }

    private static func parts(_ text: String) -> [(name: String, value: String)] {
        text.split(separator: " ").compactMap { word in
            let sides = word.split(separator: "=", omittingEmptySubsequences: false)
            return sides.count == 2 ? (String(sides[0]), String(sides[1])) : nil
        }
    }
}

extension [(name: String, value: String)] {
    fileprivate subscript(name: String) -> String? { first { $0.name == name }?.value }
}
