import HTTPTypes

/// The addresses of a site and which of them an address leads to.
///
/// A path is written as `/journal/{page}/column/{lesson}`. A fixed word goes before a name in braces.
public struct Doors: Sendable {
    /// What an address leads to.
    public enum Match: Sendable, Equatable {
        case door(Int, parameters: [String: String])
        /// The path exists, but not for this method.
        case otherMethods([String])
        case nothing
    }

    private final class Branch: Sendable {
        let fixed: [String: Branch]
        let named: Branch?
        let doors: [HTTPRequest.Method: (number: Int, names: [String])]

        init(_ paths: [(method: HTTPRequest.Method, rest: ArraySlice<Substring>, names: [String], number: Int)]) {
            var here: [HTTPRequest.Method: (Int, [String])] = [:]
            var below: [String: [(HTTPRequest.Method, ArraySlice<Substring>, [String], Int)]] = [:]
            for path in paths {
                guard let first = path.rest.first else {
                    here[path.method] = (path.number, path.names)
                    continue
                }
                let isName = first.hasPrefix("{")
                let names = isName ? path.names + [String(first.dropFirst().dropLast())] : path.names
                below[isName ? "{}" : String(first), default: []]
                    .append((path.method, path.rest.dropFirst(), names, path.number))
            }
            named = below.removeValue(forKey: "{}").map(Branch.init)
            fixed = below.mapValues(Branch.init)
            doors = here
        }
    }

    private let root: Branch

    /// - Parameter paths: the addresses; a door's number is its position.
    public init(_ paths: [(method: HTTPRequest.Method, path: String)]) {
        root = Branch(
            paths.enumerated().map { number, door in
                (door.method, door.path.split(separator: "/")[...], [], number)
            })
    }

    /// Which door a method and a path lead to. `HEAD` goes through the door of `GET`.
    public func match(_ method: HTTPRequest.Method, _ path: String) -> Match {
        var branch = root
        var values: [String] = []
        for word in path.split(separator: "/", omittingEmptySubsequences: true) {
            if let next = branch.fixed[String(word)] {
                branch = next
            } else if let next = branch.named {
                branch = next
                values.append(Form.decode(word, plusIsSpace: false))
            } else {
                return .nothing
            }
        }
        guard !branch.doors.isEmpty else { return .nothing }
        let wanted: HTTPRequest.Method = method == .head ? .get : method
        guard let door = branch.doors[wanted] else { return .otherMethods(Self.allowed(branch)) }
        return .door(door.number, parameters: Dictionary(zip(door.names, values), uniquingKeysWith: { _, new in new }))
    }

    private static func allowed(_ branch: Branch) -> [String] {
        var methods = branch.doors.keys.map(\.rawValue)
        if branch.doors[.get] != nil { methods.append("HEAD") }
        return methods.sorted()
    }
}
