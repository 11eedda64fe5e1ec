import HTTPTypes
import SchoolRules
import Web

/// One address of the product: who may come in, and what answers.
struct Route: Sendable {
    enum Access: Sendable, Equatable {
        /// Anybody, signed in or not.
        case open
        /// Anybody who is signed in.
        case signedIn
        /// Whoever has the right in any scope; the handler then finds only what lies within that scope.
        case right(Right)
        /// Whoever has one of these rights.
        case anyOf([Right])
    }

    let method: HTTPRequest.Method
    let path: String
    let access: Access
    let bodyLimit: Int?
    let answer: @Sendable (Asked, App) async throws -> Answer

    /// An address for anybody.
    static func open(
        _ method: HTTPRequest.Method, _ path: String, bodyLimit: Int? = 16_384,
        _ handler: @escaping @Sendable (Caller) async throws -> Answer
    ) -> Route {
        Route(method: method, path: path, access: .open, bodyLimit: bodyLimit) { asked, app in
            try await handler(Caller(app: app, asked: asked))
        }
    }

    /// An address for people who have a right.
    static func needs(
        _ access: Access, _ method: HTTPRequest.Method, _ path: String, bodyLimit: Int? = 65_536,
        _ handler: @escaping @Sendable (Visit) async throws -> Answer
    ) -> Route {
        Route(method: method, path: path, access: access, bodyLimit: bodyLimit) { asked, app in
            let visit = try Visit(Caller(app: app, asked: asked))
            try visit.require(access)
            if method != .get { try visit.requireOwnForm() }
            return try await handler(visit)
        }
    }

    static func get(
        _ path: String, _ right: Right, _ handler: @escaping @Sendable (Visit) async throws -> Answer
    ) -> Route { needs(.right(right), .get, path, bodyLimit: nil, handler) }

    static func post(
        _ path: String, _ right: Right, bodyLimit: Int = 65_536,
        _ handler: @escaping @Sendable (Visit) async throws -> Answer
    ) -> Route { needs(.right(right), .post, path, bodyLimit: bodyLimit, handler) }
}
